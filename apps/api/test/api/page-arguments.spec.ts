import { isNonNullType, isObjectType, type GraphQLObjectType } from 'graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeManual, revise } from '../factories/manual.ts';
import { startTestLibrary, type TestLibrary } from '../support/test-library.ts';

let library: TestLibrary;
/** Every list of the schema, as the document that asks for it with `$first` and `$after`. */
const lists = new Map<string, string>();

beforeAll(async () => {
  library = await startTestLibrary();
  const draft = makeManual();
  await library.content.put(revise(draft, '1.1', { texts: { sol1: 'Other.' } }), [draft]);
  await library.content.import(library.database);
  const query = library.server.app.get(GraphQLSchemaHost).schema.getQueryType();
  for (const [type, within] of [[query, '%'], [query?.getFields().manual?.type, '{ manual(slug: "leaks") %  }']] as const) {
    const object = (isNonNullType(type) ? type.ofType : type) as GraphQLObjectType | null | undefined;
    for (const field of Object.values(isObjectType(object) ? object.getFields() : {})) {
      if (!field.args.some(({ name }) => name === 'after')) continue;
      const locale = field.args.some(({ name }) => name === 'locale') ? 'locale: en, ' : '';
      lists.set(`${object?.name ?? ''}.${field.name}`, `query ($first: Int! = 20, $after: String) ${within.replace('%', `{ ${field.name}(${locale}first: $first, after: $after) { totalCount pageInfo { endCursor } } }`)}`);
    }
  }
});
afterAll(() => library.close());

describe('every list of the schema', () => {
  test('is one of these', () => {
    expect([...lists.keys()].sort()).toEqual(['Manual.versions', 'Query.cities', 'Query.locales', 'Query.manuals', 'Query.sdgs', 'Query.themes']);
  });

  test('takes 1 and 100 for "first", and refuses 0, 101 and less', async () => {
    for (const [name, document] of lists) {
      for (const first of [1, 100]) expect([name, first, (await library.server.ask(document, { first })).errors]).toEqual([name, first, undefined]);
      for (const first of [0, 101, -1, -2147483648, 2147483647]) expect([name, first, (await library.server.ask(document, { first })).errors?.[0]?.extensions]).toEqual([name, first, { code: 'BAD_USER_INPUT', fields: ['first'] }]);
      for (const first of [null, 1.5, '1']) expect([name, first, (await library.server.ask(document, { first })).errors?.[0]?.extensions.code]).toEqual([name, first, 'BAD_USER_INPUT']);
    }
  });

  test('refuses a cursor that it never gave', async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const garbage = ['', 'x', '%%%', '\u0000', 'bnVsbA', encode('x'), encode({}), encode([]), encode([1]), encode([null]), encode(['a', 'b', 'c', 'd']), 'A'.repeat(5000)];
    for (const [name, document] of lists) {
      for (const after of garbage) expect([name, after, (await library.server.ask(document, { after })).errors?.[0]?.extensions]).toEqual([name, after, { code: 'BAD_USER_INPUT', fields: ['after'] }]);
    }
  });

  test('never fails inwardly on a cursor of the right shape with wrong words', async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const id = '01890000-0000-7000-8000-000000000000';
    const words = ['x', '', '-1', '1e9', 'NaN', '99999999999999999999', '\u0000', "'; DROP TABLE edition; --", '2026-99-99T99:99:99.999Z', id, 'ko', 'é'.repeat(500)];
    for (const [name, document] of lists) {
      for (const word of words) {
        for (const keys of [[word], [word, id], [word, word], ['NEWEST', word, id], ['NEWEST', '2026-01-01T00:00:00.000Z', word], ['TITLE en', word, word], [word, '2026-01-01T00:00:00.000Z', id]]) {
          const { errors } = await library.server.ask(document, { after: encode(keys) });
          expect([name, keys, errors?.[0]?.extensions.code ?? 'BAD_USER_INPUT']).toEqual([name, keys, 'BAD_USER_INPUT']);
        }
      }
    }
    expect((await library.server.read<{ manual: object | null }>('{ manual(slug: "leaks") { id } }')).manual).not.toBeNull();
  });

  test('refuses a number as a place where places are numbers', async () => {
    const after = Buffer.from(JSON.stringify(['x'])).toString('base64url');
    for (const name of ['Query.themes', 'Query.sdgs', 'Query.locales']) expect([name, (await library.server.ask(lists.get(name) ?? '', { after })).errors?.[0]?.extensions]).toEqual([name, { code: 'BAD_USER_INPUT', fields: ['after'] }]);
  });

  test('refuses the cursor of another order, or of another alphabet', async () => {
    const cursor = async (args: string) => (await library.server.read<{ manuals: { pageInfo: { endCursor: string } } }>(`{ manuals(${args}) { pageInfo { endCursor } } }`)).manuals.pageInfo.endCursor;
    const [newest, english, korean] = [await cursor('locale: en, orderBy: NEWEST'), await cursor('locale: en, orderBy: TITLE'), await cursor('locale: ko, orderBy: TITLE')];
    const ask = (args: string, after: string) => library.server.ask(`query ($after: String) { manuals(${args}, after: $after) { totalCount } }`, { after });
    for (const [args, after] of [['locale: en, orderBy: NEWEST', english], ['locale: en, orderBy: TITLE', newest], ['locale: en, orderBy: TITLE', korean]] as const) {
      expect((await ask(args, after)).errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', fields: ['after'] });
    }
    expect((await ask('locale: ko, orderBy: NEWEST', newest)).errors).toBeUndefined();
  });
});
