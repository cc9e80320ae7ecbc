export * from './organisation.entities.ts';
