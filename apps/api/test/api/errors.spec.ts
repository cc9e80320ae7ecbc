import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeManual } from '../factories/manual.ts';
import { startTestLibrary, type TestLibrary } from '../support/test-library.ts';

let library: TestLibrary;
beforeAll(async () => {
  library = await startTestLibrary();
  await library.content.put(makeManual());
  await library.content.import(library.database);
});
afterAll(() => library.close());
beforeEach(() => { library.server.log.length = 0; });

const QUERIES = {
  list: '{ manuals(locale: en) { totalCount nodes { slug card(locale: en) { title } } facets { depths { value } } } }', manual: '{ manual(slug: "leaks") { slug edition(locale: en) { summary } } }',
  compare: '{ compareVersions(manual: "leaks", from: "1.0", to: "1.0", locale: en) { facts { path } } }', theme: '{ theme(id: "water") { id manualCount } }', city: '{ cities { nodes { id name(locale: en) } } }',
};

describe('an inward failure', () => {
  test.each(Object.entries(QUERIES))('leaks nothing of itself: %s', async (_name, query) => {
    const tables = ['edition', 'version_status', 'theme', 'city_name'];
    for (const table of tables) await library.database.query(`ALTER TABLE ${table} RENAME TO ${table}_gone`);
    try {
      for (const accept of ['application/json', 'application/graphql-response+json']) {
        const response = await library.server.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', accept }, body: JSON.stringify({ query }) });
        const text = await response.text();
        const { errors } = JSON.parse(text) as { errors: { message: string; extensions: { code: string; id: string } }[] };
        for (const error of errors) {
          const { id } = error.extensions;
          expect(error.extensions).toEqual({ code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/u) as string });
          expect(error.message).toBe(`The server failed. If it happens again tell the operator this number: ${id}.`);
          expect(library.server.log.filter(({ msg }) => String(msg).startsWith(id) && String(msg).includes('does not exist'))).toHaveLength(1);
        }
        expect(errors.length).toBeGreaterThan(0);
        expect(text).not.toMatch(/relation|SELECT|edition_gone|does not exist|\.ts|node_modules|typeorm|Query ?Failed|postgres|stacktrace/iu);
        expect(response.headers.get('etag')).toBeNull();
      }
    } finally {
      for (const table of tables) await library.database.query(`ALTER TABLE ${table}_gone RENAME TO ${table}`);
    }
    expect((await library.server.ask(query)).errors).toBeUndefined();
  });

  test('leaks nothing outside GraphQL either', async () => {
    for (const path of ['/graphql/nothing', '/nowhere', '/.well-known/nothing', '/%', `/${'x'.repeat(3000)}`]) {
      const response = await library.server.fetch(path);
      expect([path, response.status]).toEqual([path, expect.toSatisfy((status: number) => status === 404 || status === 400 || status === 414)]);
      expect(await response.text()).not.toMatch(/\.ts|node_modules| {4}at /u);
    }
  });

  test('what a caller can mend is said, and is no line of the log', async () => {
    for (const query of ['{ manual { id } }', '{ nothing }', '{', '{ manuals(locale: en, first: 0) { totalCount } }', '{ manuals(locale: xx) { totalCount } }']) {
      const { errors } = await library.server.ask(query);
      expect(errors?.[0]?.extensions.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_(PARSE|VALIDATION)_FAILED)$/u);
      expect(Object.keys(errors?.[0]?.extensions ?? {})).not.toContain('stacktrace');
    }
    expect(library.server.log).toEqual([]);
  });
});
