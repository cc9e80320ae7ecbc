import type { BrowseNamesFragment, BrowseQuery as BrowseData } from '@naru/api-client';
import { ENDONYMS, isLocale } from '@naru/domain';
import type { TFunction } from 'i18next';

import { CHOICES, type BrowseQuery, type Choice } from './browse-params.ts';

/** One value that a reader can choose, with the number of manuals that she would get. */
export interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** The filters that take several values, each with what can be chosen. */
export type FilterOptions = Readonly<Record<Choice, readonly FilterOption[]>>;

type Facets = BrowseData['manuals']['facets'];
type Translate = TFunction<['library', 'terms', 'manuals']>;

const FACETS: Readonly<Record<Choice, keyof Facets>> = {
  theme: 'themes', sdg: 'sdgs', city: 'cities', region: 'regions', size: 'sizeClasses', income: 'incomeClasses', language: 'languages', depth: 'depths',
};

/**
 * What can be chosen. A value that no manual has is left out unless it is chosen, so that it can be taken away.
 * @param data facets of the list and the names of themes, goals and cities
 * @param words the interface's messages
 */
export function filterOptions(query: BrowseQuery, data: BrowseNamesFragment & { manuals: { facets: Facets } }, words: Translate): FilterOptions {
  const options = (choice: Choice): FilterOption[] => {
    const counts = new Map(data.manuals.facets[FACETS[choice]].map((facet) => [facet.value, facet.count]));
    const chosen = new Set(query.chosen[choice]);
    return [...new Set([...order(choice, data, counts), ...chosen])]
      .map((value) => ({ value, label: optionLabel(choice, value, { data, words }), count: counts.get(value) ?? 0, chosen: chosen.has(value) }))
      .filter((option) => option.count > 0 || option.chosen);
  };
  return Object.fromEntries(CHOICES.map((choice) => [choice, options(choice)])) as Record<Choice, FilterOption[]>;
}

/** Themes and goals keep their own order; everything else comes as the API counts it. */
function order(choice: Choice, data: BrowseNamesFragment, counts: ReadonlyMap<string, number>): string[] {
  if (choice === 'theme') return data.themes.nodes.map((theme) => theme.id);
  if (choice === 'sdg') return data.sdgs.nodes.map((sdg) => String(sdg.goal));
  return [...counts.keys()];
}

/** The words of one value; the value itself where the library has no name for it. */
export function optionLabel(choice: Choice, value: string, from: { data: BrowseNamesFragment; words: Translate }): string {
  const { data, words } = from;
  switch (choice) {
    case 'theme':
      return data.themes.nodes.find((theme) => theme.id === value)?.name ?? value;
    case 'sdg':
      return words('library:filter.goal', { goal: value, name: data.sdgs.nodes.find((sdg) => String(sdg.goal) === value)?.name ?? '' });
    case 'city':
      return data.cities.nodes.find((city) => city.id === value)?.name ?? value;
    case 'region':
      return data.cities.nodes.find((city) => city.country.region === value)?.country.regionName ?? value;
    case 'size':
      return words(`terms:size.${value as 'small' | 'medium' | 'large' | 'very_large' | 'mega'}`);
    case 'income':
      return words(`terms:income.${value as 'low' | 'lower_middle' | 'upper_middle' | 'high'}`);
    case 'language':
      return isLocale(value) ? ENDONYMS[value] : value;
    case 'depth':
      return words(`manuals:depth.${value as 'brief' | 'manual' | 'toolkit'}`);
  }
}
