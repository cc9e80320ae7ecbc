export * from './place.entities.ts';
export * from './subject.entities.ts';
export * from './taxonomy-import.ts';
export * from './places.module.ts';
export * from './places.queries.ts';
export * from './places.types.ts';
