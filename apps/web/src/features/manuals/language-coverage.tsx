import { useTranslation } from 'react-i18next';

import { CoverageBar } from '../../ui/coverage-bar.tsx';
import { languageName } from '../../ui/format.ts';
import { useSite } from '../../ui/site.tsx';

/** How much of a manual is in the reader's language: a small bar and the words for it, which alone say all. */
export function LanguageCoverage({ card }: { card: { coverage: number; sections: number; sectionsInLanguage: number } }) {
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  const { coverage, sections, sectionsInLanguage } = card;
  const language = languageName(locale, locale);
  if (coverage >= 1) return <CoverageBar share={1} words={t('item.inFull', { language })} />;
  if (coverage <= 0) return <CoverageBar share={0} words={t('item.notYet', { language })} />;
  return <CoverageBar share={coverage} words={t('item.inPart', { count: sections, done: sectionsInLanguage, language })} />;
}
