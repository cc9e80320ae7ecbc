import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVersionNumbers, SLUG, UUID_V7, VERSION_NUMBER } from './identifiers.ts';
import { isSectionKind, SECTION_KINDS } from './sections.ts';

describe('a slug', () => {
  test.each(['a', 'bus-system-reform-2004', '50-plus', 's-dot'])('may be %s', (slug) => expect(slug).toMatch(SLUG));
  test.each(['', '-a', 'a-', 'a--b', 'A', 'a_b', 'a/b', '../a', 'a.b', 'a b', 'a\n', 'a%2fb', 'é', '서울'])('may not be %j', (slug) => expect(slug).not.toMatch(SLUG));
});

describe('an id', () => {
  test('is a UUID of version 7 in lower case', () => {
    expect('019ab3c0-0000-7000-8000-000000000000').toMatch(UUID_V7);
    expect('019ab3c0-0000-7000-bfff-0123456789ab').toMatch(UUID_V7);
  });

  test.each([
    ['of version 4', '019ab3c0-0000-4000-8000-000000000000'], ['of another variant', '019ab3c0-0000-7000-c000-000000000000'], ['in upper case', '019AB3C0-0000-7000-8000-000000000000'],
    ['without hyphens', '019ab3c0000070008000000000000000'], ['in braces', '{019ab3c0-0000-7000-8000-000000000000}'], ['with a line feed', '019ab3c0-0000-7000-8000-000000000000\n'],
  ])('is none %s', (_, id) => expect(id).not.toMatch(UUID_V7));
});

describe('a version number', () => {
  test.each(['1.0', '1.10', '12.3', '9999.9999'])('may be %s', (number) => expect(number).toMatch(VERSION_NUMBER));
  test.each(['0.1', '0.0', '1', '1.', '.1', '01.0', '1.00', '1.01', '1.0.0', 'v1.0', '10000.0', '1.10000', '-1.0', '1.0\n', '../1.0'])('may not be %j', (number) => expect(number).not.toMatch(VERSION_NUMBER));

  const part = fc.integer({ min: 0, max: 9999 });
  const number = fc.tuple(part.map((n) => n || 1), part);
  const text = ([major, minor]: readonly [number, number]) => `${String(major)}.${String(minor)}`;

  test('is ordered by its numbers, not by its text', () => {
    expect(['1.10', '2.0', '1.9', '10.0', '1.0'].sort(compareVersionNumbers)).toEqual(['1.0', '1.9', '1.10', '2.0', '10.0']);
  });

  test('stands before or after every other one, and is equal to itself alone', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const expected = Math.sign(a[0] - b[0]) || Math.sign(a[1] - b[1]);
        expect(Math.sign(compareVersionNumbers(text(a), text(b)))).toBe(expected);
      }),
    );
  });
});

describe('the kinds of sections', () => {
  test('are known by name, and nothing that objects inherit is', () => {
    for (const kind of SECTION_KINDS) expect(isSectionKind(kind)).toBe(true);
    for (const text of ['', 'Steps', 'title', 'constructor', '__proto__']) expect(isSectionKind(text)).toBe(false);
  });

  test('stand in reading order', () => {
    expect(SECTION_KINDS).toEqual(['summary', 'problem', 'context', 'solution', 'actors', 'steps', 'costs', 'results', 'limits', 'differently', 'transfer', 'today']);
  });
});
