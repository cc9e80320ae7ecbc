import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Client } from 'pg';
import { LibraryRevision } from '../../src/platform/database/library-revision.service.ts';
import { makeManual, revise, type ManualDraft } from '../factories/manual.ts';
import { startTestLibrary, type TestLibrary } from '../support/test-library.ts';

let library: TestLibrary;
let draft: ManualDraft;
let versions = 0;

beforeAll(async () => {
  library = await startTestLibrary();
  library.content.afterImport = () => Promise.resolve();
  draft = makeManual();
  await library.content.put(draft);
  await library.content.import(library.database);
});
afterAll(() => library.close());

const QUERY = '{ manual(slug: "leaks") { version { number } edition(locale: en) { sections { blocks { id text } } } } themes { totalCount } manuals(locale: en) { totalCount facets { depths { value count } } } }';

/** Publishes one more version; answers its number. */
async function publish(): Promise<string> {
  versions++;
  const number = `1.${String(versions)}`;
  await library.content.put(revise(draft, number, { texts: { sol1: `Text of ${number}. [@src-a]` }, manual: { depth: versions % 2 === 0 ? 'manual' : 'brief' } }));
  await library.content.import(library.database);
  return number;
}

/** What a reader is told over GET, and whether it is all of one version. */
async function told(headers: Record<string, string> = {}): Promise<string> {
  const response = await library.server.get(QUERY, { headers });
  const { data } = (await response.json()) as { data: { manual: { version: { number: string } } } };
  const text = JSON.stringify(data);
  const { number } = data.manual.version;
  expect(text.includes(`Text of ${number}.`) || number === '1.0').toBe(true);
  return number;
}

async function until(condition: () => Promise<boolean>, milliseconds: number): Promise<number> {
  const begin = performance.now();
  while (!(await condition())) {
    if (performance.now() - begin > milliseconds) throw new Error(`Not within ${String(milliseconds)} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - begin;
}

const listening = async () => ((await (await library.server.fetch('/readyz')).json()) as { listening: boolean }).listening;

describe('headers of a public answer', () => {
  test('a GET has an entity tag, must be revalidated, and varies by what is accepted', async () => {
    for (const _time of ['computed', 'from memory']) {
      const response = await library.server.get(QUERY);
      expect(response.status).toBe(200);
      expect(response.headers.get('etag')).toMatch(/^W\/"[\w-]{22}"$/u);
      expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      expect(response.headers.get('vary')).toBe('Accept, Accept-Encoding');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
  });

  test('answers 304 without a body to who has it, 200 to who has another', async () => {
    const etag = (await library.server.get(QUERY)).headers.get('etag') ?? '';
    for (const known of [etag, `"x", ${etag}`, etag.replace('W/', ''), '*']) {
      const response = await library.server.get(QUERY, { headers: { 'if-none-match': known } });
      expect([known, response.status, await response.text(), response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([known, 304, '', etag, 'public, max-age=0, must-revalidate']);
    }
    expect((await library.server.get(QUERY, { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200);
  });

  test('the same answer in every encoding', async () => {
    const texts = new Set<string>();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const response = await library.server.get(QUERY, { headers: { 'accept-encoding': encoding } });
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
      texts.add(await response.text());
    }
    expect(texts.size).toBe(1);
  });

  test('an answer with an error, or to who carries a credential, may not be kept', async () => {
    for (const [query, headers] of [['{ manual { id } }', {}], ['{ nothing }', {}], ['{', {}], [QUERY, { authorization: 'Bearer x' }]] as const) {
      const response = await library.server.get(query, { headers });
      expect([response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([null, 'no-store']);
    }
  });

  test('the tag changes with the answer, and stays when another thing changed', async () => {
    const tag = async (query: string) => (await library.server.get(query)).headers.get('etag');
    const before = [await tag(QUERY), await tag('{ theme(id: "water") { icon } }')];
    const number = await publish();
    await until(async () => (await told()) === number, 5000);
    const after = [await tag(QUERY), await tag('{ theme(id: "water") { icon } }')];
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });
});

describe('answers kept in memory', () => {
  test('come from memory: what changes behind the library’s back is not seen until the revision rises', async () => {
    const icon = async () => (await library.server.read<{ theme: { icon: string } }>('{ theme(id: "parks") { icon } }')).theme.icon;
    const before = await icon();
    await library.database.query(`ALTER TABLE theme DISABLE TRIGGER theme_public; UPDATE theme SET icon = 'other' WHERE id = 'parks'; ALTER TABLE theme ENABLE TRIGGER theme_public`);
    expect(await icon()).toBe(before);
    await library.database.query('SELECT next_library_revision()');
    await until(async () => (await icon()) === 'other', 5000);
  });

  test('are never stale for longer than a second, and never go back, through twelve changes under reading', async () => {
    const lags: number[] = [];
    const seen: number[] = [];
    const reading = { goesOn: true };
    const reader = (async () => {
      while (reading.goesOn) {
        seen.push(Number((await told()).split('.')[1]));
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    })();
    try {
      for (let round = 0; round < 12; round++) {
        const number = await publish();
        lags.push(await until(async () => (await told()) === number, 5000));
      }
    } finally {
      reading.goesOn = false;
      await reader;
    }
    // The middle one: a machine at its limits may be late with one of them.
    expect(lags.sort((a, b) => a - b)[6]).toBeLessThan(1000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(new Set(seen).size).toBeGreaterThan(5);
  });

  test('an answer that was half computed before a change is not kept as one of after it', async () => {
    const query = '{ theme(id: "water") { icon } cities { totalCount nodes { id } } }';
    const lock = library.database.createQueryRunner();
    await lock.query('BEGIN; LOCK TABLE city IN ACCESS EXCLUSIVE MODE');
    // The theme is read at once; the cities wait for the lock.
    const early = library.server.get(query);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await library.database.query(`UPDATE theme SET icon = 'changed-meanwhile' WHERE id = 'water'`);
    await until(async () => library.server.app.get(LibraryRevision).current === String(await library.revision()), 5000);
    await lock.query('COMMIT');
    await lock.release();
    expect(await (await early).text()).toContain('icon-water');
    expect(await (await library.server.get(query)).text()).toContain('changed-meanwhile');
  });

  test('counts and facets follow a change as well', async () => {
    const depths = async () => (await library.server.read<{ manuals: { facets: { depths: { value: string }[] } } }>('{ manuals(locale: ko) { facets { depths { value } } } }')).manuals.facets.depths[0]?.value;
    const before = await depths();
    await publish();
    await until(async () => (await depths()) !== before, 5000);
  });

  test('are not used while the library’s changes can’t be heard: the very next request has a change', async () => {
    await told();
    const admin = new Client({ connectionString: inject('naruTestDatabase').url });
    await admin.connect();
    const { pathname } = new URL(library.url);
    const name = pathname.slice(1);
    try {
      // No new connection to this database: the listener stays down; the pools keep theirs.
      await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
      await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'naru listener'`, [name]);
      await until(async () => !(await listening()), 2000);
      expect((await library.server.fetch('/readyz')).status).toBe(503);
      for (let round = 0; round < 5; round++) {
        const number = await publish();
        expect([round, await told()]).toEqual([round, number]);
        const { data } = await library.server.ask<{ manual: { version: { number: string } } }>(QUERY);
        expect(data?.manual.version.number).toBe(number);
      }
    } finally {
      await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
      await admin.end();
    }
    await until(listening, 15_000);
    const number = await publish();
    await until(async () => (await told()) === number, 5000);
  }, 40_000);

  test('a change while the listener was cut off is seen once it hears again', async () => {
    await told();
    await library.database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'naru listener'`);
    const number = await publish();
    await until(async () => (await told()) === number, 5000);
    await until(listening, 5000);
    expect(await told()).toBe(number);
  });

  test('a request that carries a credential is neither kept nor answered from memory', async () => {
    for (const _time of [1, 2]) {
      const response = await library.server.get(QUERY, { headers: { authorization: 'Bearer x' } });
      expect([response.status, response.headers.get('etag')]).toEqual([200, null]);
    }
  });
});
