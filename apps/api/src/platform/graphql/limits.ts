import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { getNamedType, GraphQLError, isListType, isNonNullType, isObjectType, type GraphQLField, type GraphQLOutputType, type ValidationContext, type ValidationRule } from 'graphql';
import type { ComplexityEstimator } from 'graphql-query-complexity';

/** Bounds of one GraphQL request. They are public: partners plan by them (docs/partners.md). */
export const GRAPHQL_LIMITS = {
  /** Tokens of a document. */
  tokens: 2500,
  /** Nesting of fields; introspection is exempt. */
  depth: 12,
  /** Aliases of a document. */
  aliases: 20,
  /** Cost by {@link costOf}. */
  cost: 60_000,
  /** Bytes of a body. */
  bodyBytes: 100_000,
  /** Errors that an answer names. */
  errors: 5,
} as const;

// A rule that throws is a failure of the server; one that reports is an error of the query, which has a code and a place.
const reported = { exposeLimits: true, propagateOnRejection: false, onReject: [(context: ValidationContext | null, error: GraphQLError) => { context?.reportError(error); }] };

/** Rules besides those of the specification. */
export const LIMIT_RULES = [
  maxDepthRule({ n: GRAPHQL_LIMITS.depth, ignoreIntrospection: true, flattenFragments: true, ...reported }),
  maxAliasesRule({ n: GRAPHQL_LIMITS.aliases, allowList: [], ...reported }),
] as unknown as ValidationRule[];

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** What one element of a list inside an edition stands for: a manual has about 60 blocks in 11 sections. */
const ELEMENTS = 5;

/**
 * Cost of a field: 1, and its children as often as they are answered: `first` times on the page of a connection, five times in a plain list of
 * objects. A whole manual costs about 3,000.
 */
export const costOf: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const type = (field as GraphQLField<unknown, unknown>).type;
  const first: unknown = args.first;
  if (typeof first === 'number') return 1 + childComplexity * Math.max(1, Math.min(first, 100));
  const isPage = field.name === 'edges' || field.name === 'nodes';
  return 1 + childComplexity * (isList(type) && isObjectType(getNamedType(type)) && !isPage ? ELEMENTS : 1);
};

/** The error for a query that costs too much. */
export function tooCostly(cost: number): GraphQLError {
  return new GraphQLError(`The query costs ${String(cost)}; at most ${String(GRAPHQL_LIMITS.cost)} are allowed. Ask for fewer fields, or for fewer with "first".`, { extensions: { code: 'BAD_USER_INPUT' } });
}
