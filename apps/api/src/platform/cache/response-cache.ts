import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { LibraryRevision } from '../database/library-revision.service.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Ways to write a body. */
type Encoding = 'br' | 'gzip' | 'identity';

/** A public answer, ready to be sent. */
export interface StoredResponse { revision: string; etag: string; headers: Readonly<Record<string, string>>; bodies: Readonly<Record<Encoding, Buffer>> }

/** The encoding to answer with, of those that a client takes (RFC 9110, section 12.5.3). */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  const accepted = (acceptEncoding ?? '').toLowerCase();
  const takes = (name: string) => new RegExp(`(^|,)\\s*(${name}|\\*)\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))[\\d.]+)?\\s*(,|$)`, 'u').test(accepted);
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

/** Whether a header `If-None-Match` names an entity tag; weak comparison (RFC 9110, section 8.8.3.2). */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((part) => part.trim().replace(/^W\//u, '') === etag.replace(/^W\//u, ''));
}

/**
 * Public answers, compressed, by key: they are what they were while the library's revision holds. Nothing that depends on the viewer is
 * put here. Bounded by the bytes of its bodies.
 */
export class ResponseCache {
  readonly #revision: LibraryRevision;
  readonly #answers: LRUCache<string, StoredResponse> | null;

  /** @param bytes memory for bodies; 0 stores nothing */
  constructor(revision: LibraryRevision, bytes: number) {
    this.#revision = revision;
    this.#answers = bytes === 0 ? null : new LRUCache({ maxSize: bytes, sizeCalculation: ({ bodies }) => 1 + bodies.br.length + bodies.gzip.length + bodies.identity.length });
  }

  /** The answer under a key, if the library did not change since; null otherwise. */
  get(key: string): StoredResponse | null {
    const answer = this.#answers?.get(key);
    return answer && answer.revision === this.#revision.current ? answer : null;
  }

  /** The revision to hand to {@link put}: taken before an answer is computed, so that a change meanwhile makes it stale. Null: don't store. */
  get revision(): string | null {
    return this.#revision.current;
  }

  /** Compresses an answer, and stores it where the revision is known. */
  async put(key: string, { revision, headers, body }: { revision: string | null; headers: Readonly<Record<string, string>>; body: Buffer }): Promise<StoredResponse> {
    const [br, gz] = await Promise.all([brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }), gzipped(body)]);
    const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const answer = { revision: revision ?? '', etag, headers, bodies: { br, gzip: gz, identity: body } };
    if (revision !== null) this.#answers?.set(key, answer);
    return answer;
  }
}

/** Sends a stored answer, or 304 when the client has it. Straight to the socket: the framework has nothing to add. */
export function sendStored(request: IncomingMessage, response: ServerResponse, answer: StoredResponse): void {
  const { headers, etag, bodies } = answer;
  if (matchesEtag(request.headers['if-none-match'], etag)) {
    response.writeHead(304, { ...headers, ETag: etag });
    response.end();
    return;
  }
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const body = bodies[encoding];
  response.writeHead(200, { ...headers, ETag: etag, 'Content-Length': body.length, ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
