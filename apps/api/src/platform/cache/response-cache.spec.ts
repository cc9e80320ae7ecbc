import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseEncoding, matchesEtag, ResponseCache, sendStored, type StoredResponse } from './response-cache.ts';

const BODY = Buffer.from('서울 '.repeat(500));
const HEADERS = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=0, must-revalidate' };

describe('the encoding of an answer', () => {
  test.each<[string | undefined, string]>([
    [undefined, 'identity'], ['', 'identity'], ['identity', 'identity'], ['deflate', 'identity'], ['br', 'br'], ['gzip', 'gzip'], ['gzip, deflate, br, zstd', 'br'], ['GZIP', 'gzip'], ['gzip;q=0.5', 'gzip'], ['br;q=1.0, gzip;q=0.8', 'br'],
    ['*', 'br'], ['*;q=0.1', 'br'], ['gzip , br ; q=0.001', 'br'], ['brx, xgzip', 'identity'],
  ])('for %j is %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });

  test.each<[string, string]>([
    ['br;q=0', 'identity'], ['br;q=0, gzip', 'gzip'], ['br;q=0.0, gzip', 'gzip'], ['br; q=0.000 , gzip', 'gzip'], ['BR;Q=0, gzip', 'gzip'], ['*;q=0', 'identity'], ['gzip;q=0, *;q=0', 'identity'], ['br;q=0, *', 'gzip'], ['*, br;q=0', 'gzip'], ['br;q=0, gzip;q=0, *', 'identity'], ['gzip, *;q=0', 'gzip'],
  ])('is never one that is refused: %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });

  test.each([';', ',,,', 'br;q=', 'br;q=x', 'br;q=-1', ';q=1', 'q=1', '\u0000'])('for garbage is none: %j', (header) => {
    expect(chooseEncoding(header)).toBe('identity');
  });
});

describe('an entity tag', () => {
  test.each([
    ['"a"', '"a"', true], ['W/"a"', '"a"', true], ['"a"', 'W/"a"', true], ['W/"a"', 'W/"a"', true], ['"b", W/"a"', 'W/"a"', true], [' "b" ,"a" ', '"a"', true], ['*', '"a"', true], [' * ', '"a"', true],
    ['"b"', '"a"', false], ['', '"a"', false], [undefined, '"a"', false], ['a', '"a"', false], ['"a', '"a"', false], ['"A"', '"a"', false], ['w/"a"', '"a"', false], ['"*"', '"a"', false],
  ])('%s of a client and %s of the server: %s', (header, etag, same) => {
    expect(matchesEtag(header, etag)).toBe(same);
  });
});

describe('the cache of answers', () => {
  const put = (cache: ResponseCache, key: string, { revision = cache.revision, body = BODY }: { revision?: string | null; body?: Buffer } = {}) => cache.put(key, { revision, headers: HEADERS, body });

  test('gives an answer while the revision holds, and none from the next one on', () => {
    const revision: { current: string | null } = { current: '7' };
    const cache = new ResponseCache(revision, 1_000_000);
    expect(cache.get('a')).toBeNull();
    const answer = put(cache, 'a');
    expect(cache.get('a')).toBe(answer);
    expect(cache.get('b')).toBeNull();
    revision.current = '8';
    expect(cache.get('a')).toBeNull();
  });

  test('makes an answer stale that was computed before a change and stored after it', () => {
    const revision = { current: '7' };
    const cache = new ResponseCache(revision, 1_000_000);
    const before = cache.revision;
    revision.current = '8';
    put(cache, 'a', { revision: before });
    expect(cache.get('a')).toBeNull();
  });

  test('stores nothing while the revision is unknown, and gives nothing then', () => {
    const revision: { current: string | null } = { current: null };
    const cache = new ResponseCache(revision, 1_000_000);
    const answer = put(cache, 'a');
    expect(answer.body('identity')).toBe(BODY);
    expect(cache.get('a')).toBeNull();
    revision.current = '7';
    expect(cache.get('a')).toBeNull();
    put(cache, 'a');
    revision.current = null;
    expect(cache.get('a')).toBeNull();
  });

  test('keeps no more bytes than it may, the ones used last', () => {
    const cache = new ResponseCache({ current: '7' }, 12_000);
    for (const key of ['a', 'b', 'c']) put(cache, key);
    expect(['a', 'b', 'c'].map((key) => cache.get(key) !== null)).toEqual([false, true, true]);
  });

  test('gives no room to answers of an unknown revision', () => {
    const cache = new ResponseCache({ current: '7' }, 12_000);
    put(cache, 'a');
    for (const key of ['b', 'c', 'd']) put(cache, key, { revision: null });
    expect(cache.get('a')).not.toBeNull();
  });

  test('of no bytes stores nothing', () => {
    const cache = new ResponseCache({ current: '7' }, 0);
    put(cache, 'a');
    expect(cache.get('a')).toBeNull();
  });

  test('tags equal bodies equally, and others otherwise', () => {
    const cache = new ResponseCache({ current: '7' }, 1_000_000);
    const { etag } = put(cache, 'a');
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/u);
    expect(put(cache, 'b').etag).toBe(etag);
    expect(put(cache, 'c', { body: Buffer.from('x') }).etag).not.toBe(etag);
  });

  test('compresses so that the same comes out', async () => {
    const answer = put(new ResponseCache({ current: '7' }, 0), 'a');
    const brotli = await answer.body('br');
    expect(brotliDecompressSync(brotli)).toEqual(BODY);
    expect(gunzipSync(await answer.body('gzip'))).toEqual(BODY);
    expect(brotli.length).toBeLessThan(BODY.length / 10);
  });

  test('compresses once for all who ask, and keeps what came out', async () => {
    const answer = put(new ResponseCache({ current: '7' }, 0), 'a');
    const asked = [answer.body('br'), answer.body('br')];
    expect(asked[0]).toBe(asked[1]);
    const brotli = await answer.body('br');
    expect(answer.body('br')).toBe(brotli);
    expect(answer.size).toBe(BODY.length);
  });
});

describe('sending a stored answer', () => {
  let answer: StoredResponse;
  const server = createServer((incoming, response) => { sendStored(incoming, response, answer); });
  beforeAll(async () => {
    answer = new ResponseCache({ current: '7' }, 0).put('a', { revision: '7', headers: HEADERS, body: BODY });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  });
  afterAll(() => { server.close(); });

  const ask = (headers: Record<string, string>, method = 'GET') =>
    new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      const outgoing = request({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, method, headers, agent: false }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => { resolve({ status: incoming.statusCode, headers: incoming.headers, body: Buffer.concat(chunks) }); });
      });
      outgoing.on('error', reject);
      outgoing.end();
    });

  test('sends it in the encoding that the client takes, with its length', async () => {
    const brotli = await ask({ 'accept-encoding': 'gzip, br' });
    expect(brotli).toMatchObject({ status: 200, headers: { 'content-encoding': 'br', 'content-length': String((await answer.body('br')).length), etag: answer.etag, 'content-type': HEADERS['Content-Type'] } });
    expect(brotliDecompressSync(brotli.body)).toEqual(BODY);
    const plain = await ask({});
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.body).toEqual(BODY);
  });

  test('sends 304 without a body to a client that has it', async () => {
    const { status, headers, body } = await ask({ 'if-none-match': answer.etag });
    expect({ status, etag: headers.etag, cache: headers['cache-control'], length: body.length }).toEqual({ status: 304, etag: answer.etag, cache: HEADERS['Cache-Control'], length: 0 });
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('sends HEAD what GET would, without its body', async () => {
    const { status, headers, body } = await ask({ 'accept-encoding': 'gzip' }, 'HEAD');
    expect({ status, length: headers['content-length'], encoding: headers['content-encoding'], body: body.length }).toEqual({ status: 200, length: String((await answer.body('gzip')).length), encoding: 'gzip', body: 0 });
  });
});
