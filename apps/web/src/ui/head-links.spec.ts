import { LOCALES } from '@naru/domain';
import { expect, test } from 'vitest';

import { headLinks } from './head-links.ts';

test('a page in every language names itself and every language', () => {
  const links = headLinks('/themes', { locale: 'ko', offered: LOCALES, source: 'en' });
  expect(links.canonical).toBe('/ko/themes');
  expect(links.index).toBe(true);
  expect(links.alternates).toHaveLength(LOCALES.length + 1);
  expect(links.alternates.at(-1)).toEqual({ hreflang: 'x-default', path: '/en/themes' });
});

test('alternates are only the languages in which the page really is', () => {
  const links = headLinks('/manuals/a', { locale: 'ko', offered: ['en', 'ko'], source: 'en' });
  expect(links.alternates.map((link) => link.hreflang)).toEqual(['en', 'ko', 'x-default']);
});

test('a page below the threshold is not indexed and points to the original', () => {
  const links = headLinks('/manuals/a', { locale: 'ar', offered: ['en', 'ko'], source: 'ko' });
  expect(links).toEqual({ canonical: '/ko/manuals/a', index: false, alternates: [] });
});

test('the original is indexed even where nothing is offered', () => {
  expect(headLinks('/', { locale: 'en', offered: [], source: 'en' })).toMatchObject({ canonical: '/en', index: true });
});
