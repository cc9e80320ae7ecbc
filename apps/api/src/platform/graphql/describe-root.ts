import type { GraphQLSchema } from 'graphql';

/** Says what the root of the schema is; the framework that builds it from the code has no place for that. */
export function describeRoot(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  if (query) query.description = 'What everybody may ask of the library. What is not there is null.';
  return schema;
}
