import type { BrowseQuery as BrowseData } from '@naru/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { RemovableChips, type Chip } from '../../ui/chips.tsx';
import { localPath, useSite } from '../../ui/site.tsx';
import { CHOICES, isNarrowed, withoutChoice, writeBrowseQuery, type BrowseQuery } from './browse-params.ts';
import { FilterForm } from './filter-form.tsx';
import { filterOptions, optionLabel } from './filter-options.ts';
import { ManualResults } from './manual-results.tsx';

/** The list of all manuals: form, chosen filters as chips, what was found. `list` is the manuals of this page. */
export function BrowsePage({ query, data, list }: { query: BrowseQuery; data: BrowseData; list: ReactNode }) {
  const { t } = useTranslation(['library', 'terms', 'manuals']);
  const { locale } = useSite();
  const { nodes, totalCount, pageInfo } = data.manuals;
  const chips = useChips(query, data);
  return (
    <>
      <header className="prose">
        <h1>{t('library:browse.title')}</h1>
        <p>{t('library:browse.lead')}</p>
      </header>
      <div className="split">
        <FilterForm query={query} options={filterOptions(query, data, t)} levels={data.evidenceLevels} />
        <section aria-labelledby="found">
          <div className="found">
            <h2 id="found">
              {t('library:browse.found', { count: totalCount })}
              {query.after === null ? null : <span className="muted"> · {t('library:browse.page')}</span>}
            </h2>
            {isNarrowed(query) ? (
              <a className="small" href={localPath(locale, '/manuals')}>
                {t('library:browse.clear')}
              </a>
            ) : null}
          </div>
          {chips.length > 0 ? <RemovableChips chips={chips} label={t('library:browse.chosen')} /> : null}
          <ManualResults
            list={nodes.length > 0 ? list : null}
            next={pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null}
            empty={
              <>
                <h3>{t('library:browse.empty')}</h3>
                <p>{t('library:browse.emptyNext')}</p>
                <p>
                  <a href={localPath(locale, '/themes')}>{t('library:browse.themes')}</a>
                </p>
              </>
            }
          />
        </section>
      </div>
    </>
  );
}

function useChips(query: BrowseQuery, data: BrowseData): Chip[] {
  const { t } = useTranslation(['library', 'terms', 'manuals']);
  const { locale } = useSite();
  const at = (changed: Partial<BrowseQuery>) => localPath(locale, `/manuals${writeBrowseQuery({ ...query, after: null, ...changed })}`);
  const chips: Chip[] = [];
  if (query.text) chips.push({ key: 'q', label: t('library:browse.text', { text: query.text }), href: at({ text: '' }) });
  for (const choice of CHOICES) {
    for (const value of query.chosen[choice]) {
      const label = optionLabel(choice, value, { data, words: t });
      chips.push({ key: `${choice}:${value}`, label, href: at(withoutChoice(query, choice, value)) });
    }
  }
  if (query.evidence !== null) chips.push({ key: 'evidence', label: t('library:filter.evidenceChip', { level: query.evidence }), href: at({ evidence: null }) });
  if (query.from !== null) chips.push({ key: 'from', label: t('library:filter.fromChip', { year: query.from }), href: at({ from: null }) });
  if (query.to !== null) chips.push({ key: 'to', label: t('library:filter.toChip', { year: query.to }), href: at({ to: null }) });
  return chips;
}
