import { useTranslation } from 'react-i18next';

import { Icon } from '../../ui/icon.tsx';
import { localPath, useSite } from '../../ui/site.tsx';
import { citationRecord, type CitedVersion } from './citation-record.ts';

const FORMATS = ['bib', 'ris', 'json'] as const;

/** How to cite the version on the page: as text, as a permanent address, and for reference managers. */
export function CitePanel({ manual, version }: Pick<CitedVersion, 'manual' | 'version'>) {
  const { t } = useTranslation(['manuals', 'ui']);
  const { locale, origin } = useSite();
  const record = citationRecord(t, { manual, version, origin });
  const parts = { author: record.author, year: record.publishedAt.slice(0, 4), title: record.title, number: record.version };
  const query = version.isCurrent ? '' : `?version=${version.number}`;
  return (
    <section id="cite" className="manual-section no-print" aria-labelledby="cite-title">
      <h2 id="cite-title">{t('section.cite')}</h2>
      <p className="citation" id="citation">
        <bdi>
          {record.author === record.publisher ? t('cite.textOwn', parts) : t('cite.text', { ...parts, publisher: record.publisher })}
        </bdi>{' '}
        <a href={record.url}>
          <bdi dir="ltr">{record.url}</bdi>
        </a>
      </p>
      <p className="small muted">{t('cite.lead')}</p>
      <div className="cite-actions">
        <button type="button" className="button quiet" data-copy="#citation" data-copied={t('ui:copy.done')} hidden>
          <Icon name="copy" /> {t('cite.copy')}
        </button>
        <span className="cite-formats">
          <span>{t('cite.downloads')}</span>
          {FORMATS.map((format) => (
            <a key={format} href={`${localPath(locale, `/manuals/${manual.slug}/cite.${format}`)}${query}`} download="">
              {t(`cite.${format}`)}
            </a>
          ))}
        </span>
      </div>
    </section>
  );
}
