import { describe, expect, test } from 'vitest';

import { baseKey, compareMessages, flatten, needsNote, variablesOf } from './message-files.ts';

test('flattens groups and refuses what is no text', () => {
  expect(flatten({ a: { b: 'x', c_one: 'y' } })).toEqual({ 'a.b': 'x', 'a.c_one': 'y' });
  expect(() => flatten({ a: 1 })).toThrow('a is no group');
  expect(() => flatten({ a: ['x'] })).toThrow('a is no group');
});

test('knows plural forms, variables and what needs a note', () => {
  expect(baseKey('home.found_other')).toBe('home.found');
  expect(variablesOf('{{b}} of {{ a }}, {{b}}')).toEqual(['a', 'b']);
  expect(needsNote('All manuals')).toBe(true);
  expect(needsNote('Take one filter away now')).toBe(false);
  expect(needsNote('There are now {{count}} manuals here')).toBe(true);
});

describe('a translation', () => {
  const source = { title: 'On {{name}}', found_one: '{{count}} manual', found_other: '{{count}} manuals' };

  test('has every plural form of its language, and no other', () => {
    expect(compareMessages('ko', source, { title: '{{name}}', found_other: '{{count}}편' })).toEqual([]);
    expect(compareMessages('ko', source, { title: '{{name}}', found_one: '{{count}}', found_other: '{{count}}' })).toEqual(['found_one is not in the source']);
    expect(compareMessages('ru', source, { title: '{{name}}', found_one: '{{count}}', found_other: '{{count}}' })).toEqual([
      'found_few is missing', 'found_many is missing',
    ]);
  });

  test('has the same variables; only singular forms may spell the number out', () => {
    expect(compareMessages('en', source, { title: 'On it', found_one: 'a manual', found_other: 'manuals' })).toEqual([
      'title lacks {{name}}', 'found_other lacks {{count}}',
    ]);
    expect(compareMessages('en', source, { ...source, title: '{{name}} {{city}}' })).toEqual(['title has an unknown {{city}}']);
  });

  test('is not empty', () => {
    expect(compareMessages('en', source, { ...source, title: ' ' })).toEqual(['title is empty']);
  });
});
