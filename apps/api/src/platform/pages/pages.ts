import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendStored, type ResponseCache, type StoredResponse } from '../cache/response-cache.ts';
import type { InProcessGraphql } from '../graphql/in-process.ts';
import { EXPLORER, loadAssets } from './assets.ts';
import { Gate, Overloaded } from './gate.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

const log = new Logger('pages');

/** The built web, as `apps/web` exports it. */
export interface WebEntry {
  createWebHandler(makeGraphql: (request: Request) => InProcessGraphql, options: { publicUrl: string | null; onError: (error: unknown, requestId: string) => void }): (request: Request) => Promise<Response>;
}

/** What the pages need. */
export interface PagesOptions {
  /** Folder of the built web: `server/index.js` and `client/`. */
  folder: string;
  publicUrl: string | null;
  cache: ResponseCache;
  graphql: InProcessGraphql;
}

type Rendered = { stored: StoredResponse } | { response: Response; body: Buffer };

/**
 * The one door to the built web: renders pages in this process, keeps what everybody may share, and serves the assets.
 */
export class Pages {
  readonly #options: PagesOptions;
  readonly #gate = new Gate(4, 256);
  readonly #rendering = new Map<string, Promise<Rendered>>();
  readonly #handle: (request: Request) => Promise<Response>;
  readonly #assets: ReadonlyMap<string, StoredResponse>;

  private constructor(options: PagesOptions, web: WebEntry, assets: ReadonlyMap<string, StoredResponse>) {
    this.#options = options;
    this.#assets = assets;
    this.#handle = web.createWebHandler(() => options.graphql, {
      publicUrl: options.publicUrl,
      onError: (error, requestId) => log.error(`${requestId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    });
  }

  /** Loads the built web. */
  static async open(options: PagesOptions): Promise<Pages> {
    const web = (await import(/* @vite-ignore */ pathToFileURL(join(options.folder, 'server', 'index.js')).href)) as WebEntry;
    return new Pages(options, web, await loadAssets(join(options.folder, 'client'), options.cache));
  }

  /** Answers from memory what is an asset or a page that is still true; false when it is neither. */
  answerFromMemory(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const url = request.url ?? '/';
    const stored = this.#assets.get(asksForExplorer(request, url) ? EXPLORER : url) ?? this.#options.cache.get(this.#key(request.headers.host, url));
    if (!stored) return false;
    sendStored(request, response, stored);
    return true;
  }

  /** Takes every address that nothing else took. */
  register(server: FastifyInstance): void {
    server.route({ method: ['GET', 'HEAD'], url: '/*', handler: async (request, reply) => this.#answer(request, reply) });
  }

  /** Printed addresses have the request's origin where no public one is set; then answers differ by host. */
  #key(host: string | undefined, url: string): string {
    return this.#options.publicUrl === null ? `page ${host ?? ''} ${url}` : `page ${url}`;
  }

  async #answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const key = this.#key(request.headers.host, request.url);
    // What depends on the reader's languages (an address without one) is not shared, and so not waited for by others either.
    const shared = `${key} ${request.headers['accept-language'] ?? ''}`;
    try {
      let rendering = this.#rendering.get(shared);
      if (!rendering) {
        rendering = this.#gate.run(() => this.#render(request, key));
        this.#rendering.set(shared, rendering);
        const forget = () => this.#rendering.delete(shared);
        rendering.then(forget, forget);
      }
      await this.#send(await rendering, request, reply);
    } catch (error) {
      if (!(error instanceof Overloaded)) throw error;
      await reply.code(503).header('Retry-After', '5').type('text/plain').send('503');
    }
  }

  async #render(request: FastifyRequest, key: string): Promise<Rendered> {
    const { cache } = this.#options;
    const revision = cache.revision;
    const host = request.headers.host ?? 'localhost';
    const headers = new Headers({ 'x-request-id': request.id });
    for (const name of ['accept-language', 'accept'] as const) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    const response = await this.#handle(new Request(new URL(request.url, `${request.protocol}://${host}`), { headers }));
    const body = Buffer.from(await response.arrayBuffer());
    const varies = /accept-language|cookie/iu.test(response.headers.get('vary') ?? '');
    if (response.status !== 200 || varies || response.headers.has('set-cookie')) return { response, body };
    return { stored: cache.put(key, { revision, headers: headersOf(response), body }) };
  }

  async #send(rendered: Rendered, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if ('stored' in rendered) {
      reply.hijack();
      sendStored(request.raw, reply.raw, rendered.stored);
      return;
    }
    const { response, body } = rendered;
    await reply.code(response.status).headers(headersOf(response)).send(request.method === 'HEAD' ? undefined : body);
  }
}

/** A browser that opens `/graphql` without a query wants a page. */
function asksForExplorer(request: IncomingMessage, url: string): boolean {
  return url === '/graphql' && /text\/html/u.test(request.headers.accept ?? '');
}

function headersOf(response: Response): Record<string, string> {
  const own = Object.fromEntries([...response.headers].filter(([name]) => !['x-request-id', 'content-length', 'vary'].includes(name)));
  const vary = [response.headers.get('vary'), 'Accept-Encoding'].filter(Boolean).join(', ');
  return { ...SECURITY_HEADERS, 'cache-control': 'public, max-age=0, must-revalidate', ...own, vary };
}
