import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GRAPHQL_LIMITS } from '../../src/platform/graphql/limits.ts';
import { makeManual } from '../factories/manual.ts';
import { startTestLibrary, type TestLibrary } from '../support/test-library.ts';

let library: TestLibrary;
beforeAll(async () => {
  library = await startTestLibrary();
  await library.content.put(makeManual());
  await library.content.import(library.database);
});
afterAll(() => library.close());

async function post(body: unknown): Promise<{ status: number; text: string }> {
  const response = await library.server.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}

/** `manual { version { manual { version … id } } }`, fields nested so deep. */
const nested = (depth: number) => {
  const fields = Array.from({ length: depth - 2 }, (_, index) => (index % 2 === 0 ? 'version' : 'manual'));
  return `{ manual(slug: "leaks") { ${fields.join(' { ')} { id } ${'} '.repeat(fields.length)} }`;
};

describe('limits of a request', () => {
  test('nesting: answers the deepest that is allowed, refuses one more', async () => {
    expect((await post({ query: nested(GRAPHQL_LIMITS.depth) })).text).toContain('"data":{"manual"');
    expect(await post({ query: nested(GRAPHQL_LIMITS.depth + 1) })).toMatchObject({ status: 400, text: expect.stringMatching(/depth limit of 12 exceeded/u) as string });
    const inFragments = `{ manual(slug: "leaks") { ...A } } fragment A on Manual { version { manual { version { manual { ...B } } } } } fragment B on Manual { version { manual { version { manual { version { manual { version { manual { id } } } } } } } } }`;
    expect((await post({ query: inFragments })).status).toBe(400);
  });

  test('nesting: introspection as tools ask it is exempt', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect((await post({ query: getIntrospectionQuery() })).text).toContain('"__schema"');
  });

  test('aliases: answers as many as are allowed, refuses one more', async () => {
    const aliased = (count: number) => `{ ${Array.from({ length: count }, (_, index) => `a${String(index)}: theme(id: "water") { id }`).join(' ')} }`;
    expect((await post({ query: aliased(GRAPHQL_LIMITS.aliases) })).text).toContain('"a19"');
    expect((await post({ query: aliased(GRAPHQL_LIMITS.aliases + 1) })).status).toBe(400);
  });

  test('tokens: refuses a document of too many before it is parsed to its end', async () => {
    const words = (count: number) => `{ manuals(locale: en, filter: { cities: [${'"x" '.repeat(count)}] }) { totalCount } }`;
    expect(await post({ query: words(GRAPHQL_LIMITS.tokens - 30) })).toMatchObject({ status: 200 });
    const { status, text } = await post({ query: words(GRAPHQL_LIMITS.tokens) });
    expect([status, text]).toEqual([400, expect.stringContaining('GRAPHQL_PARSE_FAILED')]);
  });

  test('cost: refuses what would read too much, by pages, variables, fragments and default sizes alike', async () => {
    const heavy = 'nodes { versions(first: 100) { nodes { edition(locale: en) { sections { blocks { id } } } } } }';
    for (const [query, variables] of [
      [`{ manuals(locale: en, first: 100) { ${heavy} } }`, {}],
      [`query ($first: Int!) { manuals(locale: en, first: $first) { ${heavy} } }`, { first: 100 }],
      [`{ ...R } fragment R on Query { manuals(locale: en, first: 100) { ...C } } fragment C on ManualConnection { ${heavy} }`, {}],
      [`{ manuals(locale: en) { edges { node { versions { nodes { manual { versions { nodes { edition(locale: en) { sections { blocks { id } } } } } } } } } } } }`, {}],
    ] as const) {
      const { status, text } = await post({ query, variables });
      expect([query, status, text]).toEqual([query, expect.any(Number), expect.stringMatching(/The query costs \d+; at most 60000 are allowed.*BAD_USER_INPUT/u)]);
    }
  });

  test('cost: a negative or huge "first" does not make a query cheap', async () => {
    for (const first of [-100, 0, 2147483647]) {
      const { text } = await post({ query: `{ manuals(locale: en, first: ${String(first)}) { nodes { slug } } }` });
      expect([first, text]).toEqual([first, expect.stringContaining('BAD_USER_INPUT')]);
    }
  });

  test('cost: nor does it pay for another part of the query', async () => {
    const heavy = 'nodes { versions(first: 100) { nodes { edition(locale: en) { sections { blocks { id } } } } } }';
    const { text } = await post({ query: `{ a: manuals(locale: en, first: -100) { ${heavy} } b: manuals(locale: en, first: 100) { ${heavy} } }` });
    expect(text).toMatch(/The query costs \d+;/u);
  });

  test('cost: a whole manual and a page of cards are within it', async () => {
    const manual = '{ manual(slug: "leaks") { id slug edition(locale: ko, fallback: [es]) { title { html } sections { kind blocks { id html state sourceHtml origin { name } } } amounts { covers { html } value } conditions { statement { html } whenMissing { html } reasoning { html } } results { indicator { html } value } limits { statement { html } } differently { statement { html } } sources { title url } } } }';
    expect((await post({ query: manual })).text).toContain('"sections"');
    const cards = '{ manuals(locale: ko, first: 100) { totalCount nodes { slug card(locale: ko) { title summary coverage } city { name(locale: ko) country { name(locale: ko) } } themes { id name(locale: ko) } } facets { themes { value count } } } }';
    expect((await post({ query: cards })).text).toContain('"totalCount":1');
  });

  test('body: refuses one that is too large', async () => {
    expect((await post({ query: '{ themes { totalCount } }', variables: { pad: 'x'.repeat(GRAPHQL_LIMITS.bodyBytes) } })).status).toBe(413);
    expect((await post({ query: '{ themes { totalCount } }', variables: { pad: 'x'.repeat(GRAPHQL_LIMITS.bodyBytes - 200) } })).status).toBe(200);
  });

  test('batch: refuses several operations in one request', async () => {
    const { status, text } = await post([{ query: '{ themes { totalCount } }' }, { query: '{ sdgs { totalCount } }' }]);
    expect(status).toBe(400);
    expect(text).not.toContain('totalCount":');
  });

  test('errors: names at most five', async () => {
    const { text } = await post({ query: `{ ${Array.from({ length: 20 }, (_, index) => `nothing${String(index)}`).join(' ')} }` });
    expect((JSON.parse(text) as { errors: unknown[] }).errors.length).toBeLessThanOrEqual(GRAPHQL_LIMITS.errors);
  });

  test('an honest query is answered after all of these', async () => {
    expect(await library.server.read('{ manual(slug: "leaks") { slug } }')).toEqual({ manual: { slug: 'leaks' } });
  });
});
