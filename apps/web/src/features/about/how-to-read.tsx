import type { AboutQuery } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { DataTable } from '../../ui/data-table.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSite } from '../../ui/site.tsx';

/** How to read a manual: facts, evidence, judgements, translations, origin, versions. */
export function HowToRead({ levels }: { levels: AboutQuery['evidenceLevels'] }) {
  const { t } = useTranslation('about');
  const { locale } = useSite();
  const highest = Math.max(...levels.map(({ level }) => level));
  return (
    <section id="read">
      <h2>{t('read.title')}</h2>
      <h3>{t('read.factsTitle')}</h3>
      <p>{t('read.facts')}</p>
      <h3 id="evidence">{t('read.evidenceTitle')}</h3>
      <p>{t('read.evidence', { highest: formatNumber(locale, highest) })}</p>
      <DataTable
        caption={<span className="hidden">{t('read.evidenceTitle')}</span>}
        columns={[
          { key: 'level', heading: t('read.level') },
          { key: 'name', heading: t('read.name') },
          { key: 'meaning', heading: t('read.meaning') },
        ]}
        rows={levels.map(({ level, name, definition }) => ({ key: String(level), cells: [formatNumber(locale, level), name, definition] }))}
      />
      <h3 id="basis">{t('read.basisTitle')}</h3>
      <p>{t('read.basis')}</p>
      <ul>
        <li>{t('read.basisCity')}</li>
        <li>{t('read.basisSource')}</li>
        <li>{t('read.basisEditorial')}</li>
        <li>{t('read.basisUnknown')}</li>
      </ul>
      <h3 id="language">{t('read.languageTitle')}</h3>
      <p>{t('read.language')}</p>
      <ul>
        <li>{t('read.stateReviewed')}</li>
        <li>{t('read.stateTranslated')}</li>
        <li>{t('read.stateMachine')}</li>
        <li>{t('read.stateOutdated')}</li>
        <li>{t('read.stateMissing')}</li>
      </ul>
      <h3 id="origin">{t('read.originTitle')}</h3>
      <p>{t('read.origin')}</p>
      <h3 id="versions">{t('read.versionsTitle')}</h3>
      <p>{t('read.versions')}</p>
    </section>
  );
}
