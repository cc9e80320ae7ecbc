import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeRoot } from './describe-root.ts';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { publicError } from './errors.ts';
import { graphqlPlugin } from './graphql.plugin.ts';
import { GRAPHQL_LIMITS, LIMIT_RULES } from './limits.ts';
import { RequestContext } from './request-context.ts';

/** Where a request's context is kept for the hook that stores its answer. */
export const contexts = new WeakMap<FastifyReply, RequestContext>();

/** GraphQL at `/graphql`, code-first. */
export function graphqlModule(): DynamicModule {
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: describeRoot,
    introspection: true,
    playground: false,
    graphiql: false,
    // Reading is public and carries no cookie, so a foreign page can read nothing that it may not; writing takes JSON bodies only.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxLexicalTokens: GRAPHQL_LIMITS.tokens },
    validationRules: LIMIT_RULES,
    stopOnTerminationSignals: false,
    formatError: publicError,
    // Apollo's own cache hints would wrap every field; answers are kept by the library's revision instead.
    plugins: [graphqlPlugin, ApolloServerPluginCacheControlDisabled()],
    context: (_request: FastifyRequest, reply: FastifyReply) => {
      const request = new RequestContext();
      contexts.set(reply, request);
      // The driver copies this object; what must stay one is a property of it.
      return { request };
    },
  });
}
