import type { VersionReadingFragment } from '@naru/api-client';
import type { Locale } from '@naru/domain';
import { useTranslation } from 'react-i18next';

import { languageName } from '../../ui/format.ts';
import { totalOf, useReading } from './reading-context.tsx';

/** The quiet band above a text that is not wholly in the reader's language, or behind its original: what is so, and where it can be read in full. */
export function LanguageBand({ languages, addressIn }: { languages: VersionReadingFragment['languages']; addressIn: (locale: Locale) => string }) {
  const { t } = useTranslation('manuals');
  const { edition, locale, sourceLocale, wholeMissing } = useReading();
  const { missing, outdated } = edition.counts;
  if (missing + outdated === 0) return null;
  const language = languageName(locale, locale);
  const source = languageName(locale, sourceLocale);
  const total = totalOf(edition.counts);
  const full = languages.filter((other) => other.locale !== locale && other.coverage >= 1);
  return (
    <aside className="notice language-band" aria-label={t('band.title')}>
      {wholeMissing ? (
        <p>{t('band.none', { language, source })}</p>
      ) : (
        <p>
          <strong>{t('band.part', { count: total, done: total - missing - outdated, language })}</strong>{' '}
          {missing > 0 ? t('band.missing', { count: missing, source }) : null} {outdated > 0 ? t('band.outdated', { count: outdated }) : null}{' '}
          {t('band.marked')}
        </p>
      )}
      {full.length > 0 ? (
        <p className="language-band-links">
          <span>{t('band.readIn')}</span>
          {full.map((other) => (
            <a key={other.locale} href={addressIn(other.locale)} hrefLang={other.locale} lang={other.locale}>
              {languageName(other.locale, other.locale)}
            </a>
          ))}
        </p>
      ) : null}
    </aside>
  );
}
