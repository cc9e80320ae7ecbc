import type { CoveragePartsFragment } from '@naru/api-client';
import { LOCALES, type Locale } from '@naru/domain';
import type { TFunction } from 'i18next';

import { totalOf } from './reading-context.tsx';

/** How far a version is in each of the library's languages, in words for the language menu. */
export function languageStates(t: TFunction<'manuals'>, languages: readonly CoveragePartsFragment[]): { locale: Locale; words: string }[] {
  return LOCALES.map((locale) => {
    const found = languages.find((language) => language.locale === locale);
    if (!found || found.coverage <= 0) return { locale, words: t('language.none') };
    if (found.coverage >= 1) return { locale, words: t('language.all') };
    const { missing, outdated } = found.counts;
    const count = totalOf(found.counts);
    return { locale, words: t('language.part', { count, done: count - missing - outdated }) };
  });
}

/** The languages that a version is offered in. */
export function offeredIn(languages: readonly { locale: Locale; offered: boolean }[]): Locale[] {
  return languages.filter((language) => language.offered).map((language) => language.locale);
}
