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

/** A public answer, ready to be sent. A body is compressed when somebody first takes it so, and then kept. */
export class StoredResponse {
  readonly revision: string;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly #bodies: Map<Encoding, Buffer>;
  readonly #compressing = new Map<Encoding, Promise<Buffer>>();

  constructor(revision: string, headers: Readonly<Record<string, string>>, body: Buffer) {
    this.revision = revision;
    this.headers = headers;
    this.etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    this.#bodies = new Map([['identity', body]]);
  }

  /** Bytes of the body as it is. */
  get size(): number {
    return this.#bodies.get('identity')?.length ?? 0;
  }

  /** The body in an encoding: at once where it is there already. */
  body(encoding: Encoding): Buffer | Promise<Buffer> {
    const ready = this.#bodies.get(encoding);
    if (ready) return ready;
    const running = this.#compressing.get(encoding) ?? this.#compress(encoding);
    this.#compressing.set(encoding, running);
    return running;
  }

  async #compress(encoding: Encoding): Promise<Buffer> {
    const plain = this.#bodies.get('identity') ?? Buffer.alloc(0);
    const body = encoding === 'br' ? await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }) : await gzipped(plain);
    this.#bodies.set(encoding, body);
    this.#compressing.delete(encoding);
    return body;
  }
}

/** The encoding to answer with, the smallest of those that a client takes (RFC 9110, section 12.5.3); `*` stands for what is not named. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  const weights = new Map((acceptEncoding ?? '').toLowerCase().split(',').map((part) => {
    const [name = '', weight = 'q=1'] = part.split(';').map((piece) => piece.trim());
    return [name, Number(weight.replace(/^q=/u, ''))] as const;
  }));
  const takes = (name: string) => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
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
  readonly #revision: Pick<LibraryRevision, 'current'>;
  readonly #answers: LRUCache<string, StoredResponse> | null;

  /** @param bytes memory for bodies; 0 stores nothing */
  constructor(revision: Pick<LibraryRevision, 'current'>, bytes: number) {
    this.#revision = revision;
    this.#answers = bytes === 0 ? null : new LRUCache({ maxSize: bytes, sizeCalculation: ({ size }) => 1 + Math.ceil(size * 1.6) });
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

  /** Makes an answer, and stores it where the revision is known. */
  put(key: string, { revision, headers, body }: { revision: string | null; headers: Readonly<Record<string, string>>; body: Buffer }): StoredResponse {
    const answer = new StoredResponse(revision ?? '', headers, body);
    if (revision !== null) this.#answers?.set(key, answer);
    return answer;
  }
}

/** Sends a stored answer, or 304 when the client has it. Straight to the socket: the framework has nothing to add. */
export function sendStored(request: IncomingMessage, response: ServerResponse, answer: StoredResponse): void {
  const { headers, etag } = answer;
  if (matchesEtag(request.headers['if-none-match'], etag)) {
    response.writeHead(304, { ...headers, ETag: etag });
    response.end();
    return;
  }
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const send = (body: Buffer) => {
    response.writeHead(200, { ...headers, ETag: etag, 'Content-Length': body.length, ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }) });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const body = answer.body(encoding);
  if (Buffer.isBuffer(body)) send(body);
  else body.then(send, (error: unknown) => response.destroy(error instanceof Error ? error : undefined));
}
