import type { ManualPageQuery, VersionHeadFragment } from '@naru/api-client';
import { directionOf, type Locale } from '@naru/domain';
import { useTranslation } from 'react-i18next';

import { formatDay } from '../../ui/format.ts';
import { localPath, useSite } from '../../ui/site.tsx';

type Versions = NonNullable<ManualPageQuery['manual']>['versions'];

/** The versions of the manual, the newest first, and its licence. */
export function VersionsPanel(props: { slug: string; versions: Versions; version: VersionHeadFragment; sourceLocale: Locale }) {
  const { slug, versions, version, sourceLocale } = props;
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  return (
    <section id="versions" className="manual-section no-print" aria-labelledby="versions-title">
      <h2 id="versions-title">{t('section.versions')}</h2>
      <ol className="version-list">
        {versions.nodes.map((entry) => (
          <li key={entry.number}>
            <a href={localPath(locale, `/manuals/${slug}/v/${entry.number}`)} aria-current={entry.number === version.number ? 'true' : undefined}>
              {t('version.label', { number: entry.number })}
            </a>
            <div className="fact-terms">
              <span>{t('version.published', { date: formatDay(locale, entry.publishedAt) })}</span>
              {entry.isCurrent ? <span>{t('version.newest')}</span> : null}
            </div>
            {entry.changeNote === null ? null : (
              <p lang={sourceLocale} dir={directionOf(sourceLocale)}>
                {entry.changeNote}
              </p>
            )}
          </li>
        ))}
      </ol>
      <p>
        <a href={localPath(locale, `/manuals/${slug}/history`)}>{t('version.all', { count: versions.totalCount })}</a>
      </p>
      <h3>{t('version.licence')}</h3>
      <p>
        <Licence id={version.licence} /> {/^CC-BY-\d/.test(version.licence) ? t('version.free') : null}
      </p>
    </section>
  );
}

/** A licence by its SPDX identifier, with the address of its text where it is one of Creative Commons'. */
function Licence({ id }: { id: string }) {
  const match = /^CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)$/.exec(id);
  if (!match) return <bdi>{id}</bdi>;
  return (
    <a href={`https://creativecommons.org/licenses/${(match[1] ?? '').toLowerCase()}/${match[2] ?? ''}/`} rel="license external noopener">
      <bdi>{id}</bdi>
    </a>
  );
}
