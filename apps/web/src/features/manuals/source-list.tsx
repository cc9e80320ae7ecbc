import type { VersionReadingFragment } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { formatDate, languageName } from '../../ui/format.ts';
import { useSite } from '../../ui/site.tsx';

type Source = VersionReadingFragment['edition']['sources'][number];

/** All sources with the numbers by which the text cites them, each a target `#source-<id>`. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation('manuals');
  return (
    <section id="sources" className="manual-section" aria-labelledby="sources-title">
      <h2 id="sources-title">{t('section.sources')}</h2>
      <ol className="source-list">
        {[...sources]
          .sort((a, b) => a.number - b.number)
          .map((source) => (
            <li key={source.id} id={`source-${source.id}`} value={source.number}>
              <span className="source-number" aria-hidden="true">
                [{source.number}]
              </span>
              <div>
                <a href={source.url} rel="external noopener" lang={source.language} hrefLang={source.language}>
                  <bdi>{source.title}</bdi>
                </a>
                <SourceTerms source={source} />
              </div>
            </li>
          ))}
      </ol>
    </section>
  );
}

function SourceTerms({ source }: { source: Source }) {
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  return (
    <div className="fact-terms">
      <bdi>{source.publisher}</bdi>
      <span>{source.year === null ? t('sources.noYear') : String(source.year)}</span>
      <span>{t(`sources.kind.${source.kind}`)}</span>
      <span>{languageName(locale, source.language)}</span>
      <span>{t('sources.read', { date: formatDate(locale, source.accessed) })}</span>
      <bdi className="print-only source-address">{source.url}</bdi>
    </div>
  );
}
