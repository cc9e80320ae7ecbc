import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/migrations/index.ts';
import { signerFrom } from '../../src/documents/index.ts';
import { makeManual } from '../factories/manual.ts';
import { openTestDatabase, TEST_KEY, testSigner, type TestDatabase } from '../support/test-library.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

async function until(condition: () => Promise<boolean>): Promise<void> {
  const begin = performance.now();
  while (!(await condition())) {
    if (performance.now() - begin > 12_000) throw new Error('Not within 12 s.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('/healthz and /readyz', () => {
  let library: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    library = await openTestDatabase();
    for (const _step of MIGRATIONS) await library.database.undoLastMigration({ transaction: 'each' });
    await library.database.query('DROP TABLE migration');
    server = await startTestServer({ databaseUrl: library.url });
  });
  afterAll(async () => {
    await server.close();
    await library.close();
  });

  const ready = async () => {
    const response = await server.fetch('/readyz');
    return { status: response.status, cache: response.headers.get('cache-control'), body: (await response.json()) as Record<string, unknown> };
  };

  test('before the first migration: alive, not ready, and it says why', async () => {
    expect([(await server.fetch('/healthz')).status, await (await server.fetch('/healthz')).json()]).toEqual([200, { status: 'ok' }]);
    expect(await ready()).toEqual({ status: 503, cache: 'no-store', body: { status: 'not ready', database: true, migrated: false, content: false, listening: false } });
  });

  test('when a step of the schema waits: not migrated', async () => {
    await library.database.runMigrations();
    await library.database.query('DELETE FROM migration WHERE name = $1', [MIGRATIONS.at(-1)?.name]);
    expect((await ready()).body).toMatchObject({ status: 'not ready', database: true, migrated: false });
    const timestamp = Number(/\d+$/u.exec(MIGRATIONS.at(-1)?.name ?? '')?.[0]);
    await library.database.query('INSERT INTO migration (timestamp, name) VALUES ($1, $2)', [timestamp, MIGRATIONS.at(-1)?.name]);
  });

  test('before there is content: not ready, for that alone, once the server listens by itself', async () => {
    await until(async () => (await ready()).body.listening === true);
    expect(await ready()).toMatchObject({ status: 503, body: { status: 'not ready', database: true, migrated: true, content: false, listening: true } });
  });

  test('with content: ready', async () => {
    await library.content.put(makeManual());
    await library.content.import(library.database);
    expect(await ready()).toEqual({ status: 200, cache: 'no-store', body: { status: 'ok', database: true, migrated: true, content: true, listening: true } });
  });

  test('without a database: alive, not ready', async () => {
    const gone = await startTestServer({ databaseUrl: library.url });
    try {
      await library.database.query('ALTER TABLE migration RENAME TO migration_gone');
      const response = await gone.fetch('/readyz');
      expect([response.status, await response.json()]).toMatchObject([503, { migrated: false }]);
      expect((await gone.fetch('/healthz')).status).toBe(200);
    } finally {
      await library.database.query('ALTER TABLE migration_gone RENAME TO migration');
      await gone.close();
    }
  });

  test('every answer of the framework has a request id of its own', async () => {
    const ids = await Promise.all(['/healthz', '/healthz', '/readyz', '/nowhere', '/graphql?query=%7B'].map(async (path) => (await server.fetch(path, { headers: { 'x-request-id': 'mine' } })).headers.get('x-request-id')));
    expect(ids.every((id) => /^[0-9a-f-]{36}$/u.test(id ?? ''))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('/.well-known/naru-keys.json', () => {
  let library: TestDatabase;
  let server: TestServer;
  const present = signerFrom('2e'.repeat(32));
  beforeAll(async () => {
    library = await openTestDatabase();
    // The library was signed with the key of tests; the server signs with another by now.
    await library.content.put(makeManual());
    await library.content.import(library.database);
    server = await startTestServer({ databaseUrl: library.url, signer: present, formerPublicKeys: [testSigner.publicKey] });
  });
  afterAll(async () => {
    await server.close();
    await library.close();
  });

  /** As a partner checks it: with Node's own cryptography, by what the server publishes alone. */
  async function checked(tamper: (hash: string) => string = (hash) => hash): Promise<boolean> {
    const { keys } = (await (await server.fetch('/.well-known/naru-keys.json')).json()) as { keys: { keyId: string; algorithm: string; publicKey: string }[] };
    const { version } = await server.read<{ version: { hash: string; signature: string; keyId: string } }>('{ version(manual: "leaks", number: "1.0") { hash signature keyId } }');
    const key = keys.find(({ keyId }) => keyId === version.keyId);
    const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: key?.publicKey ?? '' } });
    return verify(null, Buffer.from(tamper(version.hash)), publicKey, Buffer.from(version.signature, 'base64url'));
  }

  test('holds the present key first, and the former ones, each by the name that versions give', async () => {
    const response = await server.fetch('/.well-known/naru-keys.json');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    const nameOf = (publicKey: string) => createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 16);
    expect(await response.json()).toEqual({ keys: [present.publicKey, testSigner.publicKey].map((publicKey) => ({ keyId: nameOf(publicKey), algorithm: 'Ed25519', publicKey })) });
  });

  test('verifies a version that a former key signed, and no other hash', async () => {
    expect(await checked()).toBe(true);
    expect(await checked((hash) => hash.replace(/^./u, (digit) => (digit === '0' ? '1' : '0')))).toBe(false);
  });

  test('holds no secret', async () => {
    expect(await (await server.fetch('/.well-known/naru-keys.json')).text()).not.toContain(TEST_KEY);
  });
});
