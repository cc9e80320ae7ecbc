import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppModule, type AppOptions } from './app.module.ts';
import { ResponseCache } from './platform/cache/response-cache.ts';
import { LibraryRevision } from './platform/database/library-revision.service.ts';
import { answerQueryFromMemory, keepAnswers } from './platform/graphql/answers.ts';
import { contexts } from './platform/graphql/graphql.module.ts';
import { inProcessGraphql, type InProcessGraphql } from './platform/graphql/in-process.ts';
import { GRAPHQL_LIMITS } from './platform/graphql/limits.ts';
import { NestLog } from './platform/logging.ts';
import { Pages } from './platform/pages/pages.ts';

/** What the server is made of besides the application. */
export interface ServerOptions extends AppOptions {
  log: Logger;
  cacheBytes: number;
  /** Folder of the built web; null serves no pages (API tests). */
  webFolder: string | null;
  publicUrl: string | null;
}

/**
 * Builds the HTTP server: Nest on Fastify, with a short way before it for answers that are known already. Not yet listening.
 */
export async function createNaru(options: ServerOptions): Promise<NestFastifyApplication> {
  const { log } = options;
  // Answers known already skip the framework; until everything is made there are none.
  let fromMemory: (request: IncomingMessage, response: ServerResponse) => boolean = () => false;
  const adapter = new FastifyAdapter({
    serverFactory: (handler: RequestListener) => createServer({ keepAliveTimeout: 65_000, requestTimeout: 30_000, headersTimeout: 15_000 }, (request, response) => {
      if (!fromMemory(request, response)) handler(request, response);
    }),
    bodyLimit: GRAPHQL_LIMITS.bodyBytes,
    routerOptions: { maxParamLength: 200 },
    trustProxy: 'loopback, linklocal, uniquelocal',
    genReqId: () => crypto.randomUUID(),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(options), adapter, { logger: new NestLog(log), abortOnError: false });
  const server = adapter.getInstance();
  const cache = new ResponseCache(app.get(LibraryRevision), options.cacheBytes);

  server.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id).header('X-Content-Type-Options', 'nosniff');
    return Promise.resolve();
  });
  server.addHook('onResponse', async (request, reply) => {
    const entry = { id: request.id, method: request.method, url: request.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (reply.statusCode >= 500 || reply.elapsedTime > 2000) log.warn(entry, 'request');
    else log.debug(entry, 'request');
    return Promise.resolve();
  });
  keepAnswers(server, cache, contexts);

  const ready: { pages?: Pages; graphql?: InProcessGraphql } = {};
  if (options.webFolder !== null) {
    const graphql: InProcessGraphql = async (document, variables) => {
      ready.graphql ??= inProcessGraphql(app.get(GraphQLSchemaHost).schema);
      return ready.graphql(document, variables);
    };
    ready.pages = await Pages.open({ folder: options.webFolder, publicUrl: options.publicUrl, cache, graphql });
    ready.pages.register(server);
  }
  await app.init();
  await server.ready();
  fromMemory = (request, response) => answerQueryFromMemory(cache, request, response) || ready.pages?.answerFromMemory(request, response) === true;
  return app;
}
