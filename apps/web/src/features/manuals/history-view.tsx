import type { ManualHistoryQuery } from '@naru/api-client';
import { directionOf, type Locale } from '@naru/domain';
import { useTranslation } from 'react-i18next';

import { formatDay, formatList, languageName } from '../../ui/format.ts';
import { localPath, useSite } from '../../ui/site.tsx';
import { originSentence } from './provenance.tsx';

type Manual = NonNullable<ManualHistoryQuery['manual']>;
type Entry = Manual['versions']['nodes'][number];

/** Every version of a manual, the newest first: what changed, where the text came from, and how it can be proved. */
export function HistoryView({ manual }: { manual: Manual }) {
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  const { nodes } = manual.versions;
  const foreign = manual.card.locale !== locale;
  return (
    <>
      <h1>{t('history.title')}</h1>
      <p className="lead" {...(foreign ? { lang: manual.card.locale, dir: directionOf(manual.card.locale) } : {})}>
        <a href={localPath(locale, `/manuals/${manual.slug}`)}>{manual.card.title}</a>
      </p>
      <p className="prose">{t('history.lead')}</p>
      <ol className="history">
        {nodes.map((version, index) => (
          <HistoryEntry key={version.id} slug={manual.slug} version={version} before={nodes[index + 1]?.number ?? null} sourceLocale={manual.sourceLocale} />
        ))}
      </ol>
    </>
  );
}

function HistoryEntry(props: { slug: string; version: Entry; before: string | null; sourceLocale: Locale }) {
  const { slug, version, before, sourceLocale } = props;
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  const offered = version.languages.filter((language) => language.offered).map((language) => languageName(locale, language.locale));
  return (
    <li className="history-entry" id={`version-${version.number}`}>
      <h2>
        <a href={localPath(locale, `/manuals/${slug}/v/${version.number}`)}>{t('version.label', { number: version.number })}</a>
        {version.isCurrent ? <span className="tag">{t('version.newest')}</span> : null}
      </h2>
      <div className="fact-terms">
        <span>{t('version.published', { date: formatDay(locale, version.publishedAt) })}</span>
        {offered.length > 0 ? <span>{t('history.offered', { languages: formatList(locale, offered) })}</span> : null}
      </div>
      {version.changeNote === null ? (
        <p>{t('version.first')}</p>
      ) : (
        <div className="history-change">
          <h3>{t('history.change')}</h3>
          <p lang={sourceLocale} dir={directionOf(sourceLocale)}>
            {version.changeNote}
          </p>
        </div>
      )}
      <p className="small muted">{originSentence(t, version.origin)}</p>
      {before === null ? null : (
        <p>
          <a href={localPath(locale, `/manuals/${slug}/compare/${before}/${version.number}`)}>{t('history.compare', { number: before })}</a>
        </p>
      )}
      <details className="proof">
        <summary>{t('history.proof')}</summary>
        <dl>
          <dt>{t('history.hash')}</dt>
          <dd dir="ltr">
            <code>{version.hash}</code>
          </dd>
          <dt>{t('history.signature')}</dt>
          <dd dir="ltr">
            <code>{version.signature}</code>
          </dd>
          <dt>{t('history.key')}</dt>
          <dd dir="ltr">
            <code>{version.keyId}</code>
          </dd>
        </dl>
      </details>
    </li>
  );
}
