import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { signerFrom } from '../../src/documents/index.ts';
import { createNaru, type ServerOptions } from '../../src/server.ts';

/** An answer of GraphQL over HTTP. */
export interface Answer<T> { data?: T | null; errors?: { message: string; path?: (string | number)[]; extensions: { code: string; id?: string; fields?: string[] } }[] }

/** The real server on a free port of 127.0.0.1. */
export interface TestServer {
  app: NestFastifyApplication;
  url: string;
  /** Lines of its log, parsed, warnings and errors only. */
  log: Record<string, unknown>[];
  /** Asks over HTTP, by POST; answers the whole body. */
  ask<T = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<Answer<T>>;
  /** The same, and throws when the answer names an error. */
  read<T = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** Any request below the server's address. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A query by GET. */
  get(query: string, options?: { variables?: Record<string, unknown>; headers?: Record<string, string> }): Promise<Response>;
  close(): Promise<void>;
}

/** Starts the server without pages, unless a built web is named. */
export async function startTestServer(options: Pick<ServerOptions, 'databaseUrl'> & Partial<ServerOptions>): Promise<TestServer> {
  const log: Record<string, unknown>[] = [];
  const sink = { write: (line: string) => { log.push(JSON.parse(line) as Record<string, unknown>); } };
  const app = await createNaru({
    pool: 4, signer: signerFrom('1f'.repeat(32)), formerPublicKeys: [], log: pino({ level: 'warn' }, sink), cacheBytes: 8 * 1024 * 1024, webFolder: null, publicUrl: null, ...options,
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${String(port)}`;
  const ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as Answer<T>;
  };
  return {
    app,
    url,
    log,
    ask,
    async read<T>(query: string, variables?: Record<string, unknown>) {
      const answer = await ask<T>(query, variables);
      if (answer.errors || answer.data == null) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    fetch: (path, init) => fetch(`${url}${path}`, init),
    get: (query, { variables, headers } = {}) => {
      const search = new URLSearchParams({ query, ...(variables ? { variables: JSON.stringify(variables) } : {}) });
      return fetch(`${url}/graphql?${search.toString()}`, { headers: headers ?? {} });
    },
    close: () => app.close(),
  };
}
