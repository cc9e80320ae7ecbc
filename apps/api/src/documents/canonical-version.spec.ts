import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, versionHash, type CanonicalVersion } from './canonical-version.ts';

const VERSION: CanonicalVersion = {
  documentId: '019ab3c0-0000-7000-8000-000000000001',
  sourceLocale: 'en',
  head: {
    major: 1, minor: 0, changeNote: 'Counted again.', depth: 'brief', owner: 'seoul', city: 'seoul', themes: ['transport', 'safety'], sdg: ['11.2', '11'], periodStart: '2013', periodEnd: '2014', licence: 'CC-BY-4.0', publishedOn: '2026-11-24',
    textOrigin: { kind: 'person', name: '김', version: '1', at: '2026-11-24', reviewer: '이' }, author: 'a', approver: 'b',
  },
  blocks: [
    { id: 'titl', section: 'summary', kind: 'title', item: null, text: 'Night buses', hash: 'n1:a' },
    { id: 'lim1', section: 'limits', kind: 'label', item: { depth: 0, ordered: false, first: true }, text: 'Few', hash: 'n1:b' },
  ],
  facts: {
    amounts: [{ id: 'running', covers: 'amt1', value: 386700000000.5, currency: 'KRW', priceYear: 2005, recurrence: 'yearly', phase: 'actual', population: 10, sources: ['b', 'a'] }],
    staffing: [], steps: [], conditions: [],
    results: [{ id: 'dust', indicator: 'res1', unit: 'km', baseline: { value: 0.1, date: '2003' }, value: 1e21, date: '2004', evidence: 3, sources: ['a'] }],
    limits: [{ id: 'gaps', statement: 'lim1', basis: 'source', reasoning: null, sources: ['a'] }],
    differently: [],
    sources: [{ id: 'a', title: 'T', publisher: 'P', year: null, url: 'https://example.org', kind: 'press', language: 'en', accessed: '2026' }],
  },
};

/** Every way to a value that is no object, and to every list and object. */
function paths(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...(Array.isArray(value) ? value.flatMap((entry, i) => paths(entry, [...path, i])) : Object.entries(value).flatMap(([key, entry]) => paths(entry, [...path, key])))];
}

/** A copy in which the value at a path is another one. */
function changed(path: readonly (string | number)[], to: (value: unknown) => unknown): CanonicalVersion {
  const copy = structuredClone(VERSION);
  let place = copy as unknown as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) place = place[step] as typeof place;
  const last = path.at(-1) ?? '';
  place[last] = to(place[last]);
  return copy;
}

function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((entry) => shuffled(entry, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => ({ key, entry, at: random() })).sort((a, b) => a.at - b.at);
  return Object.fromEntries(entries.map(({ key, entry }) => [key, shuffled(entry, random)]));
}

describe('the hash of a version', () => {
  test('is SHA-256 in hexadecimal', () => {
    expect(versionHash(VERSION)).toMatch(/^[0-9a-f]{64}$/u);
    expect(versionHash(structuredClone(VERSION))).toBe(versionHash(VERSION));
  });

  test('does not rest on the order of keys', () => {
    fc.assert(fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (stream) => {
      const numbers = stream[Symbol.iterator]();
      expect(versionHash(shuffled(VERSION, () => numbers.next().value as number) as CanonicalVersion)).toBe(versionHash(VERSION));
    }));
  });

  test.each(paths(VERSION).filter((path) => path.length > 0).map((path) => [path.join('.'), path] as const))('changes when %s changes', (_, path) => {
    const other = changed(path, (value) => (value === null ? 'something' : typeof value === 'number' ? value * 2 + 1 : typeof value === 'boolean' ? !value : typeof value === 'string' ? `${value} ` : null));
    expect(versionHash(other)).not.toBe(versionHash(VERSION));
  });

  test('changes with the order of blocks, themes and sources: order means something', () => {
    for (const path of [['blocks'], ['head', 'themes'], ['head', 'sdg'], ['facts', 'amounts', 0, 'sources']]) {
      expect(versionHash(changed(path, (value) => [...(value as unknown[])].reverse())), path.join('.')).not.toBe(versionHash(VERSION));
    }
  });
});

test('canonical JSON is that of RFC 8785: keys sorted, no spaces, numbers as ECMAScript writes them, text as it is', () => {
  const text = canonicalJson(VERSION);
  expect(text).toContain('"value":386700000000.5');
  expect(text).toContain('"value":1e+21');
  expect(text).toContain('"name":"김"');
  expect(text.startsWith('{"blocks":[{"hash":"n1:a","id":"titl","item":null,')).toBe(true);
  expect(JSON.parse(text)).toEqual(VERSION);
});
