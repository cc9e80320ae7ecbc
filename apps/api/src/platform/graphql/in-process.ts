import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { execute, type GraphQLSchema } from 'graphql';
import { RequestContext, type GraphqlContext } from './request-context.ts';

/** Asks GraphQL within the process; documents are typed and were validated when they were built. */
export type InProcessGraphql = <R, V>(document: TypedDocumentNode<R, V>, variables: V) => Promise<R>;

/**
 * GraphQL for the pages: no HTTP, no parsing.
 * @throws Error with every message when the operation fails
 */
export function inProcessGraphql(schema: GraphQLSchema): InProcessGraphql {
  return async (document, variables) => {
    const result = await execute({ schema, document, variableValues: variables as Record<string, unknown>, contextValue: { request: new RequestContext() } satisfies GraphqlContext });
    if (result.errors) throw new AggregateError(result.errors.map((error) => error.originalError ?? error), result.errors.map((error) => error.message).join('\n'));
    return result.data as never;
  };
}
