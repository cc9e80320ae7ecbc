import type { CoveragePartsFragment } from '@naru/api-client';
import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';

import { languageStates, offeredIn } from './language-states.ts';

const t = ((key: string, values?: { count: number; done: number }) => (values ? `${values.done}/${values.count}` : key)) as unknown as TFunction<'manuals'>;
const none = { source: 0, machine: 0, translated: 0, reviewed: 0, outdated: 0, missing: 0 };
const language = (locale: CoveragePartsFragment['locale'], coverage: number, counts: Partial<typeof none>): CoveragePartsFragment => ({
  locale,
  coverage,
  offered: coverage >= 0.8,
  title: 'x',
  counts: { ...none, ...counts },
});

describe('languageStates', () => {
  const languages = [language('en', 1, { source: 40 }), language('ko', 0.5, { machine: 20, outdated: 12, missing: 8 }), language('fr', 0, { missing: 40 })];

  it('says all, how many, or not yet; and not yet for a language of which nothing is told', () => {
    const states = Object.fromEntries(languageStates(t, languages).map((state) => [state.locale, state.words]));
    expect(states).toMatchObject({ en: 'language.all', ko: '20/40', fr: 'language.none', ar: 'language.none' });
  });

  it('counts a language as offered only from the threshold on', () => {
    expect(offeredIn(languages)).toEqual(['en']);
  });
});
