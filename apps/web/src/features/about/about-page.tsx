import type { AboutQuery } from '@naru/api-client';
import { directionOf } from '@naru/domain';
import { useTranslation } from 'react-i18next';

import { DataTable } from '../../ui/data-table.tsx';
import { formatNumber, languageName } from '../../ui/format.ts';
import { localPath, useSite } from '../../ui/site.tsx';
import { HowToRead } from './how-to-read.tsx';

const PARTS = [
  { id: 'what', title: 'what.title' },
  { id: 'read', title: 'read.title' },
  { id: 'languages', title: 'languages.title' },
  { id: 'partners', title: 'partners.title' },
] as const;

/** What the library is, how to read a manual, its languages, and its doors for programs. */
export function AboutPage({ data }: { data: AboutQuery }) {
  const { t } = useTranslation('about');
  return (
    <div className="split">
      <nav className="parts no-print" aria-labelledby="parts" data-toc>
        <h2 id="parts">{t('contents')}</h2>
        <ul className="part-list">
          {PARTS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <article className="prose">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <section id="what">
          <h2>{t('what.title')}</h2>
          <p>{t('what.purpose')}</p>
          <p>{t('what.name')}</p>
          <p>{t('what.access')}</p>
        </section>
        <HowToRead levels={data.evidenceLevels} />
        <Languages languages={data.locales.nodes} />
        <Partners />
      </article>
    </div>
  );
}

function Languages({ languages }: { languages: AboutQuery['locales']['nodes'] }) {
  const { t } = useTranslation('about');
  const { locale } = useSite();
  return (
    <section id="languages">
      <h2>{t('languages.title')}</h2>
      <DataTable
        caption={<span className="hidden">{t('languages.title')}</span>}
        columns={[
          { key: 'language', heading: t('languages.language') },
          { key: 'manuals', heading: t('languages.manuals'), figures: true },
        ]}
        rows={languages.map((language) => ({
          key: language.locale,
          cells: [
            <a key="name" href={localPath(language.locale, '/')} hrefLang={language.locale}>
              <span lang={language.locale} dir={directionOf(language.locale)}>
                {language.endonym}
              </span>
              {language.locale === locale ? null : <small className="muted"> {languageName(locale, language.locale)}</small>}
            </a>,
            formatNumber(locale, language.manualCount),
          ],
        }))}
      />
    </section>
  );
}

function Partners() {
  const { t } = useTranslation('about');
  const { origin } = useSite();
  return (
    <section id="partners">
      <h2>{t('partners.title')}</h2>
      <p>{t('partners.graphql')}</p>
      <p>
        {t('partners.graphqlAddress')}{' '}
        <a href="/graphql" dir="ltr">
          {origin}/graphql
        </a>
      </p>
      <p>{t('partners.identifiers')}</p>
      <p>{t('partners.citations')}</p>
      <p>{t('partners.integrity')}</p>
      <p>{t('partners.licence')}</p>
    </section>
  );
}
