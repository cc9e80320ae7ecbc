export * from './locales.ts';
export * from './sections.ts';
export * from './block-text.ts';
export * from './translation-state.ts';
export * from './facts.ts';
export * from './places.ts';
export * from './identifiers.ts';
