import 'reflect-metadata';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadInput, encodeCursor, readPage, toConnection } from './connection.ts';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function fieldsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof BadInput) return error.fields;
    throw error;
  }
  return [];
}

describe('a page that is asked for', () => {
  test.each([1, 20, 100])('may have %i', (first) => {
    expect(readPage({ first }, 1)).toEqual({ first, after: null });
    expect(readPage({ first, after: null }, 1)).toEqual({ first, after: null });
  });

  test.each([0, -1, 101, 2 ** 31 - 1])('may not have %i', (first) => {
    expect(fieldsOf(() => readPage({ first }, 1))).toEqual(['first']);
  });

  test('continues behind the keys of its cursor', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()), { minLength: 1, maxLength: 3 }), (keys) => {
      expect(readPage({ first: 1, after: encodeCursor(keys) }, keys.length).after).toEqual(keys);
    }));
  });

  test.each<[string, string]>([
    ['empty', ''], ['no base64', '!!!'], ['no JSON', Buffer.from('{').toString('base64url')], ['an object', encoded({ length: 2 })], ['a text', encoded('ab')], ['null', encoded(null)], ['of too few keys', encoded(['a'])], ['of too many keys', encoded(['a', 'b', 'c'])],
    ['with a number', encoded(['a', 1])], ['with null', encoded(['a', null])], ['with a list', encoded(['a', ['b']])], ['an offset', 'MjA='], ['SQL', '\'; DROP TABLE version; --'],
  ])('may not continue behind a cursor that is %s', (_, after) => {
    expect(fieldsOf(() => readPage({ first: 1, after }, 2))).toEqual(['after']);
  });

  test('refuses any garbage as bad input, never otherwise', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (after) => { expect(fieldsOf(() => readPage({ first: 1, after }, 2))).toEqual(['after']); }));
  });
});

test('a cursor is opaque and safe in an address', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (keys) => { expect(encodeCursor(keys)).toMatch(/^[\w-]*$/u); }));
});

describe('a page', () => {
  const page = (rows: readonly string[], first: number, after: readonly string[] | null = null) => toConnection(rows, { first, after }, { cursor: (row) => [row], total: 9 });

  test('knows by one row more than was asked for that more follow, and does not show it', () => {
    expect(page(['a', 'b', 'c'], 2)).toEqual({
      nodes: ['a', 'b'], edges: [{ cursor: encodeCursor(['a']), node: 'a' }, { cursor: encodeCursor(['b']), node: 'b' }], totalCount: 9,
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: encodeCursor(['a']), endCursor: encodeCursor(['b']) },
    });
    expect(page(['a', 'b'], 2).pageInfo.hasNextPage).toBe(false);
  });

  test('was preceded when it was asked for behind a cursor', () => {
    expect(page(['a'], 2, ['x']).pageInfo.hasPreviousPage).toBe(true);
  });

  test('may be empty', () => {
    expect(page([], 2)).toEqual({ nodes: [], edges: [], totalCount: 9, pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } });
  });
});
