export * from './place.entities.ts';
export * from './subject.entities.ts';
export * from './taxonomy-import.ts';
