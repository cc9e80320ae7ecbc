export * from './create-i18n.ts';
export * from './namespaces.ts';
export type * from './resources.ts';
