export * from './organisation.entities.ts';
export * from './people.module.ts';
export * from './people.types.ts';
export * from './organisations.queries.ts';
