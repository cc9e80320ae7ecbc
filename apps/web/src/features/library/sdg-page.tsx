import type { SdgQuery } from '@naru/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { localPath, useSite } from '../../ui/site.tsx';
import { ManualResults } from './manual-results.tsx';

/** One goal, its manuals, and its targets in the resolution's English. `list` is the manuals of this page. */
export function SdgPage({ sdg, manuals, list }: { sdg: NonNullable<SdgQuery['sdg']>; manuals: SdgQuery['manuals']; list: ReactNode }) {
  const { t } = useTranslation('library');
  const { locale } = useSite();
  return (
    <>
      <header className="icon-line subject">
        <span className="goal large" aria-hidden="true">
          {formatNumber(locale, sdg.goal)}
        </span>
        <div>
          <p className="muted small">{t('sdg.label', { goal: formatNumber(locale, sdg.goal) })}</p>
          <h1>{sdg.name}</h1>
        </div>
      </header>
      <div className="onward">
        <h2>{t('count', { count: manuals.totalCount })}</h2>
        <a href={sdg.iri} rel="external">
          {t('sdg.official')} <Icon name="external-link" size={16} className="flip inline" />
        </a>
      </div>
      <ManualResults
        list={manuals.nodes.length > 0 ? list : null}
        next={manuals.pageInfo.hasNextPage ? (manuals.pageInfo.endCursor ?? null) : null}
        empty={
          <>
            <h3>{t('sdg.empty')}</h3>
            <p>{t('sdg.emptyNext')}</p>
            <p>
              <a href={localPath(locale, '/sdgs')}>{t('sdgs.title')}</a>
            </p>
          </>
        }
      />
      <details className="targets">
        <summary>{t('sdg.targets')}</summary>
        <dl lang="en" dir="ltr">
          {sdg.targets.map((target) => (
            <div key={target.code}>
              <dt>{target.code}</dt>
              <dd>{target.text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
