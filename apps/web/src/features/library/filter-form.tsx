import type { BrowseNamesFragment } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { localPath, useSite } from '../../ui/site.tsx';
import { CHOICES, type BrowseQuery, type Choice } from './browse-params.ts';
import type { FilterOption, FilterOptions } from './filter-options.ts';

/** What the form of the list shows. */
export interface FilterFormProps {
  query: BrowseQuery;
  options: FilterOptions;
  levels: BrowseNamesFragment['evidenceLevels'];
}

const OPEN_FROM_THE_START: ReadonlySet<Choice> = new Set(['theme', 'language']);

/** The form that narrows the list of manuals; works without script, and its address can be shared. */
export function FilterForm({ query, options, levels }: FilterFormProps) {
  const { t } = useTranslation('library');
  const { locale } = useSite();
  return (
    <form className="filter-form" method="get" action={localPath(locale, '/manuals')} role="search" data-tidy>
      <div className="search">
        <label htmlFor="q">{t('filter.search')}</label>
        <div className="search-row">
          <input id="q" type="search" name="q" defaultValue={query.text} autoComplete="off" />
          <button className="button" type="submit" aria-label={t('filter.submit')}>
            <Icon name="search" />
          </button>
        </div>
      </div>
      <details className="filters">
        <summary>
          {t('filter.open')}
          <Icon name="chevron-down" />
        </summary>
        <div className="filters-body">
          {CHOICES.map((choice) => (
            <FilterGroup key={choice} choice={choice} options={options[choice]} />
          ))}
          <div className="field">
            <label htmlFor="evidence">{t('filter.evidence')}</label>
            <select id="evidence" name="evidence" defaultValue={query.evidence ?? ''}>
              <option value="">{t('filter.evidenceAny')}</option>
              {levels.map(({ level, name }) => (
                <option key={level} value={level}>
                  {t('filter.evidenceLeast', { level: formatNumber(locale, level), name })}
                </option>
              ))}
            </select>
          </div>
          <fieldset className="years">
            <legend>{t('filter.period')}</legend>
            <YearField name="from" label={t('filter.from')} value={query.from} />
            <YearField name="to" label={t('filter.to')} value={query.to} />
          </fieldset>
          <div className="field">
            <label htmlFor="order">{t('filter.order')}</label>
            <select id="order" name="order" defaultValue={query.order === 'TITLE' ? 'title' : ''}>
              <option value="">{t('filter.newest')}</option>
              <option value="title">{t('filter.byTitle')}</option>
            </select>
          </div>
          <button className="button" type="submit">
            {t('filter.apply')}
          </button>
        </div>
      </details>
    </form>
  );
}

/** One filter; nothing where there is nothing to choose between. */
function FilterGroup({ choice, options }: { choice: Choice; options: readonly FilterOption[] }) {
  const { t } = useTranslation('library');
  const { locale } = useSite();
  const chosen = options.some((option) => option.chosen);
  if (options.length < 2 && !chosen) return null;
  return (
    <details className="filter-group" open={chosen || OPEN_FROM_THE_START.has(choice)}>
      <summary>{t(`filter.${choice}`)}</summary>
      <fieldset>
        <legend className="hidden">{t(`filter.${choice}`)}</legend>
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input type="checkbox" name={choice} value={option.value} defaultChecked={option.chosen} />
            <span lang={choice === 'language' ? option.value : undefined}>{option.label}</span>
            <span className="count">{formatNumber(locale, option.count)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

function YearField({ name, label, value }: { name: string; label: string; value: number | null }) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} type="text" inputMode="numeric" pattern="[0-9]{4}" maxLength={4} defaultValue={value ?? ''} autoComplete="off" />
    </div>
  );
}
