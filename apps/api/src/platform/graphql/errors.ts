import { ForbiddenException, Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import { QueryFailedError } from 'typeorm';
import { BadInput } from './connection.ts';

const log = new Logger('graphql');
const PUBLIC_CODES: ReadonlySet<string> = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED', 'FORBIDDEN', 'UNAUTHENTICATED', 'RATE_LIMITED']);

/** An error as the public sees it: what a caller can mend is said; anything else is a number that stands in the log, and nothing of it leaks. */
export function publicError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const { message, path, locations } = formatted;
  const place = { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
  if (original instanceof BadInput) return { message: original.message, ...place, extensions: { code: 'BAD_USER_INPUT', fields: original.fields } };
  if (holdsNul(original)) return { message: 'A text holds the character U+0000, which nothing here has.', ...place, extensions: { code: 'BAD_USER_INPUT' } };
  if (isForbidden(original)) return { message: 'You may not ask for this.', ...place, extensions: { code: 'FORBIDDEN' } };
  const code = formatted.extensions?.code;
  if (typeof code === 'string' && PUBLIC_CODES.has(code) && (original === error || original instanceof GraphQLError)) return { message, ...place, extensions: { code } };
  const id = crypto.randomUUID();
  log.error(`${id} ${original instanceof Error ? (original.stack ?? original.message) : String(original)}`);
  return { message: `The server failed. If it happens again tell the operator this number: ${id}.`, ...place, extensions: { code: 'INTERNAL', id } };
}

function isForbidden(error: unknown): boolean {
  return error instanceof ForbiddenException;
}

/** PostgreSQL's text can't hold U+0000; that is the caller's to mend. */
function holdsNul(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: unknown }).code === '22021';
}
