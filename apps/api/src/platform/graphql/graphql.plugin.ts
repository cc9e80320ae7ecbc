import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { getVariableValues, GraphQLError, OperationTypeNode } from 'graphql';
import { getComplexity } from 'graphql-query-complexity';
import { costOf, GRAPHQL_LIMITS, tooCostly } from './limits.ts';
import type { GraphqlContext } from './request-context.ts';

/** Refuses what costs too much, names few errors, and marks the answers that everybody may share. */
export const graphqlPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return Promise.resolve({
      async didResolveOperation({ schema, document, request, operation, operationName }) {
        if (operation && !schema.getRootType(operation.operation)) throw new GraphQLError(`There is no ${operation.operation} here.`, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
        // What names no operation, or has variables of a wrong type, is refused when it is executed, with words; it has no cost.
        if (!operation || getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}).errors) return Promise.resolve();
        const cost = getComplexity({ schema, query: document, variables: request.variables ?? {}, ...(operationName === null ? {} : { operationName }), estimators: [costOf] });
        if (cost > GRAPHQL_LIMITS.cost) throw tooCostly(cost);
        return Promise.resolve();
      },
      async willSendResponse({ response, operation, contextValue }: GraphQLRequestContext<GraphqlContext>) {
        if (response.body?.kind !== 'single') return Promise.resolve();
        const { singleResult } = response.body;
        if (singleResult.errors) singleResult.errors = singleResult.errors.slice(0, GRAPHQL_LIMITS.errors);
        contextValue.request.shareable = operation?.operation === OperationTypeNode.QUERY && !singleResult.errors;
        return Promise.resolve();
      },
    });
  },
};
