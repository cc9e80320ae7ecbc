import { expect, test } from 'vitest';

import { isNarrowed, readBrowseQuery, toManualFilter, withoutChoice, writeBrowseQuery } from './browse-params.ts';

const read = (text: string) => readBrowseQuery(new URLSearchParams(text));

test('reads what the form sends and asks the API for exactly that', () => {
  const query = read('q=+night+bus+&theme=transport&theme=water&sdg=11&size=very_large&language=ko&depth=brief&evidence=3&from=2004&to=2010');
  expect(toManualFilter(query)).toEqual({
    text: 'night bus', themes: ['transport', 'water'], sdgs: [11], sizeClasses: ['very_large'], languages: ['ko'], depths: ['brief'],
    minEvidence: 3, periodFrom: 2004, periodTo: 2010,
  });
});

test('leaves out what the library does not know', () => {
  const query = read('theme=A%20B&sdg=18&sdg=0&size=huge&income=rich&language=xx&depth=tome&evidence=6&from=abc&to=20040&region=asia');
  expect(toManualFilter(query)).toEqual({});
  expect(isNarrowed(query)).toBe(false);
});

test('an empty form asks for everything', () => {
  expect(toManualFilter(read('q=&evidence=&from=&to=&order=newest'))).toEqual({});
  expect(writeBrowseQuery(read('q=&evidence=&from='))).toBe('');
});

test('one list has one address, whatever the order of its parts', () => {
  expect(writeBrowseQuery(read('sdg=6&theme=water&q=a&theme=water'))).toBe('?q=a&theme=water&sdg=6');
  expect(writeBrowseQuery(read('order=title&after=abc'))).toBe('?order=title&after=abc');
});

test('taking one value away keeps the others and goes back to the first page', () => {
  const query = read('theme=water&theme=waste&sdg=6&after=abc');
  expect(writeBrowseQuery(withoutChoice(query, 'theme', 'water'))).toBe('?theme=waste&sdg=6');
});
