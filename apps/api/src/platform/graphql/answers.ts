import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { chooseEncoding, sendStored, type ResponseCache } from '../cache/response-cache.ts';
import type { RequestContext } from './request-context.ts';

/** Key of a question. What a client accepts decides the media type and whether it is answered at all, so all of it counts; null: too long to keep. */
function keyOf(method: string, subject: string, accept = '*/*'): string | null {
  return accept.length > 200 ? null : `graphql ${method} ${subject} ${accept}`;
}

/** Answers a GET query that was answered before, if the library did not change since; false otherwise. */
export function answerQueryFromMemory(cache: ResponseCache, request: IncomingMessage, response: ServerResponse): boolean {
  const url = request.url ?? '';
  if (request.method !== 'GET' || !url.startsWith('/graphql?') || request.headers.authorization !== undefined) return false;
  const key = keyOf('GET', url, request.headers.accept);
  const stored = key === null ? null : cache.get(key);
  if (!stored) return false;
  sendStored(request, response, stored);
  return true;
}

/**
 * Keeps the answers of public queries, by document and variables, for as long as the library's revision holds.
 * @param contexts the context of each reply, which knows whether everybody may share it
 */
export function keepAnswers(server: FastifyInstance, cache: ResponseCache, contexts: WeakMap<FastifyReply, RequestContext>): void {
  const asked = new WeakMap<FastifyReply, { key: string; revision: string | null }>();

  server.addHook('preHandler', async (request, reply) => {
    if (!request.url.startsWith('/graphql') || request.headers.authorization !== undefined) return;
    const key = questionOf(request);
    if (key === null) return;
    const stored = cache.get(key);
    if (!stored) {
      asked.set(reply, { key, revision: cache.revision });
      return;
    }
    reply.hijack();
    sendStored(request.raw, reply.raw, stored);
    return reply;
  });

  server.addHook('onSend', async (request, reply, payload) => {
    const question = asked.get(reply);
    if (!question || contexts.get(reply)?.shareable !== true || reply.statusCode !== 200 || typeof payload !== 'string') {
      // What may not be kept here may be kept by nobody.
      if (request.url.startsWith('/graphql') && !reply.hasHeader('cache-control')) reply.header('Cache-Control', 'no-store');
      return payload;
    }
    const headers = { 'Content-Type': String(reply.getHeader('content-type')), 'Cache-Control': 'public, max-age=0, must-revalidate', Vary: 'Accept, Accept-Encoding', 'X-Content-Type-Options': 'nosniff' };
    const stored = cache.put(question.key, { revision: question.revision, headers, body: Buffer.from(payload) });
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    reply.headers(headers).header('ETag', stored.etag);
    if (encoding === 'identity') return payload;
    const body = await stored.body(encoding);
    reply.headers({ 'Content-Encoding': encoding, 'Content-Length': body.length });
    return body;
  });
}

function questionOf(request: FastifyRequest): string | null {
  if (request.method === 'GET') return keyOf('GET', request.url, request.headers.accept);
  if (request.method !== 'POST' || typeof request.body !== 'object' || request.body === null) return null;
  return keyOf('POST', createHash('sha256').update(JSON.stringify(request.body)).digest('base64'), request.headers.accept);
}
