import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeManual } from '../factories/manual.ts';
import { startTestLibrary, type TestLibrary } from '../support/test-library.ts';

// After the draft of May 2025 "GraphQL over HTTP", sections 4 to 6.
let library: TestLibrary;
beforeAll(async () => {
  library = await startTestLibrary();
  await library.content.put(makeManual());
  await library.content.import(library.database);
});
afterAll(() => library.close());

const QUERY = '{ manual(slug: "leaks") { slug } }';
const JSON_TYPE = 'application/json';
const RESPONSE_TYPE = 'application/graphql-response+json';

async function post(body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; type: string; body: { data?: unknown; errors?: { message: string; extensions?: { code: string } }[] } }> {
  const response = await library.server.fetch('/graphql', { method: 'POST', headers: { 'content-type': JSON_TYPE, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type') ?? '', body: text.startsWith('{') ? (JSON.parse(text) as never) : { data: text } };
}

describe('GraphQL over HTTP', () => {
  test('answers GET and POST alike, with variables and operation name', async () => {
    const query = 'query A($s: String) { manual(slug: $s) { slug } } query B { themes { totalCount } }';
    const expected = { data: { manual: { slug: 'leaks' } } };
    expect(await post({ query, variables: { s: 'leaks' }, operationName: 'A' })).toMatchObject({ status: 200, body: expected });
    const search = new URLSearchParams({ query, variables: '{"s":"leaks"}', operationName: 'A' });
    const response = await library.server.fetch(`/graphql?${search.toString()}`);
    expect([response.status, await response.json()]).toEqual([200, expected]);
  });

  test.each([
    [undefined, JSON_TYPE], ['*/*', JSON_TYPE], [JSON_TYPE, JSON_TYPE], [RESPONSE_TYPE, RESPONSE_TYPE], [`${RESPONSE_TYPE}, ${JSON_TYPE};q=0.9`, RESPONSE_TYPE], [`${JSON_TYPE}, ${RESPONSE_TYPE};q=0.5`, JSON_TYPE],
  ])('answers who accepts %s with %s, the first time and from memory', async (accept, type) => {
    // A variable of its own makes the first answer a computed one.
    const query = `query { manual(slug: "leaks") { slug } # ${String(accept)}\n }`;
    for (const _time of ['computed', 'from memory', 'from memory']) {
      const headers: Record<string, string> = accept === undefined ? {} : { accept };
      const get = await library.server.get(query, { headers });
      expect([get.status, get.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
      expect((await post({ query }, headers)).type).toBe(`${type}; charset=utf-8`);
    }
  });

  test('never gives one media type to who asked for the other, in whatever order they ask', async () => {
    const accepts = [[`${JSON_TYPE}, ${RESPONSE_TYPE};q=0.5`, JSON_TYPE], [RESPONSE_TYPE, RESPONSE_TYPE], [JSON_TYPE, JSON_TYPE], [`${RESPONSE_TYPE};q=0, ${JSON_TYPE}`, JSON_TYPE]] as const;
    for (const order of [accepts, [...accepts].reverse()]) {
      const query = `{ manual(slug: "leaks") { id slug } # ${String(order[0])}\n }`;
      for (const [accept, type] of order) expect([accept, (await library.server.get(query, { headers: { accept } })).headers.get('content-type')]).toEqual([accept, `${type}; charset=utf-8`]);
    }
  });

  test('answers 406 to who accepts neither, also when the answer is known', async () => {
    expect((await library.server.get(QUERY)).status).toBe(200);
    expect((await library.server.get(QUERY, { headers: { accept: 'text/html' } })).status).toBe(406);
    expect((await post({ query: QUERY }, { accept: 'image/png' })).status).toBe(406);
  });

  test('answers 400 to what is no request', async () => {
    for (const body of ['{', '', 'null', '"x"', '{}', '{"query":1}', '{"query":""}', `{"query":"{themes{totalCount}}","variables":"x"}`, `{"query":"{themes{totalCount}}","operationName":1}`]) {
      for (const accept of [JSON_TYPE, RESPONSE_TYPE]) expect([body, accept, (await post(body, { accept })).status]).toEqual([body, accept, 400]);
    }
    for (const search of ['', '?', '?query=', '?query=%7Bthemes%7BtotalCount%7D%7D&variables=x']) expect([search, (await library.server.fetch(`/graphql${search}`, { headers: { accept: JSON_TYPE } })).status]).toEqual([search, 400]);
  });

  test('answers 400 to a query that can’t be parsed, does not fit the schema, or names no operation of its own', async () => {
    for (const [query, code, operationName] of [['{', 'GRAPHQL_PARSE_FAILED'], ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'], ['query A { themes { totalCount } } query B { themes { totalCount } }', 'OPERATION_RESOLUTION_FAILURE'], ['query A { themes { totalCount } }', 'OPERATION_RESOLUTION_FAILURE', 'C']] as const) {
      for (const accept of [JSON_TYPE, RESPONSE_TYPE]) {
        const { status, body } = await post({ query, ...(operationName ? { operationName } : {}) }, { accept });
        expect([query, accept, status, body.errors?.[0]?.extensions?.code, body.data]).toEqual([query, accept, 400, code, undefined]);
      }
    }
  });

  test('answers variables of a wrong type with words, as the caller’s fault', async () => {
    const { body } = await post({ query: 'query ($id: ID!) { theme(id: $id) { id } }', variables: {} }, { accept: RESPONSE_TYPE });
    expect(body.errors?.[0]).toMatchObject({ message: expect.stringContaining('$id') as string, extensions: { code: 'BAD_USER_INPUT' } });
    expect(library.server.log).toEqual([]);
  });

  test('answers 200 with null and an error where one field fails by its argument', async () => {
    const { status, body } = await post({ query: '{ manual { id } themes { totalCount } }' });
    expect([status, body]).toMatchObject([200, { data: { manual: null, themes: { totalCount: 5 } }, errors: [{ message: 'Give either "slug" or "id".', path: ['manual'] }] }]);
  });

  test('refuses a mutation by GET and by POST: there is none', async () => {
    const search = new URLSearchParams({ query: 'mutation { remove }' });
    expect([400, 405]).toContain((await library.server.fetch(`/graphql?${search.toString()}`)).status);
    const { body } = await post({ query: 'mutation { remove }' });
    expect(body).toEqual({ errors: [{ message: 'There is no mutation here.', extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] });
  });

  test('refuses bodies that are no JSON: what a foreign page’s form can send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/graphql']) {
      const response = await library.server.fetch('/graphql', { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify({ query: QUERY }) });
      expect([type, [400, 415].includes(response.status), (await response.text()).includes('leaks')]).toEqual([type, true, false]);
    }
  });

  test('refuses other methods', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) expect([method, (await library.server.fetch('/graphql', { method, headers: { 'content-type': JSON_TYPE }, body: JSON.stringify({ query: QUERY }) })).status >= 400]).toEqual([method, true]);
  });

  test('keeps its introspection open: it is a public API', async () => {
    expect((await post({ query: '{ __schema { queryType { name } } }' })).body).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  });
});
