import { COVERAGE_THRESHOLD } from '@naru/domain';
import { fold } from '@naru/search';
import { BadInput } from '../platform/graphql/connection.ts';
import type { ManualFilter } from './manuals.types.ts';

/** What a list can be narrowed by, each with a column of {@link FACET_VALUES}. */
export type FacetName = 'themes' | 'sdgs' | 'cities' | 'regions' | 'sizeClasses' | 'incomeClasses' | 'languages' | 'depths' | 'evidence';

/** Collects values and answers their placeholders. */
export class SqlValues {
  readonly list: unknown[] = [];

  /** Placeholder of a value. */
  put(value: unknown): string {
    this.list.push(value);
    return `$${String(this.list.length)}`;
  }
}

/** Tables that every list of manuals reads: the published version `v` of a document, its city `c` and country `n`. */
export const MANUAL_TABLES = `version_status s JOIN version v ON v.id = s.version_id JOIN city c ON c.id = v.city JOIN country n ON n.code = c.country`;

/** SQL that answers the values of a facet for one manual, one row each. */
export const FACET_VALUES: Readonly<Record<FacetName, string>> = {
  themes: `SELECT unnest(v.themes)`,
  sdgs: `SELECT unnest(v.sdg_goals)::text`,
  cities: `SELECT v.city`,
  regions: `SELECT n.region`,
  sizeClasses: `SELECT c.size_class`,
  incomeClasses: `SELECT n.income_class`,
  languages: `SELECT e.locale FROM edition e WHERE e.version_id = v.id AND e.coverage >= ${String(COVERAGE_THRESHOLD)}`,
  depths: `SELECT v.depth`,
  evidence: `SELECT level::text FROM generate_series(1, v.max_evidence) level`,
};

function checkText(text: string): string[] {
  if (text.length > 200) throw new BadInput('"filter.text" has at most 200 characters.', ['filter.text']);
  return fold(text).split(' ').filter(Boolean).slice(0, 12);
}

/**
 * Conditions of a filter, by the facet that each belongs to, so that a facet can be counted without its own.
 * @throws BadInput
 */
export function filterConditions(filter: ManualFilter, values: SqlValues): { facet: FacetName | null; sql: string }[] {
  const conditions: { facet: FacetName | null; sql: string }[] = [{ facet: null, sql: `s.state = 'published'` }];
  const narrow = (facet: FacetName | null, sql: string) => conditions.push({ facet, sql });
  const anyOf = (facet: FacetName, column: string, wanted: readonly string[] | null | undefined) => {
    if (wanted && wanted.length > 0) narrow(facet, `${column} = ANY (${values.put(wanted)}::text[])`);
  };
  if (filter.themes && filter.themes.length > 0) narrow('themes', `v.themes && ${values.put(filter.themes)}::text[]`);
  if (filter.sdgs && filter.sdgs.length > 0) narrow('sdgs', `v.sdg_goals && ${values.put(filter.sdgs)}::int[]`);
  anyOf('cities', 'v.city', filter.cities);
  anyOf('regions', 'n.region', filter.regions);
  anyOf('sizeClasses', 'c.size_class', filter.sizeClasses);
  anyOf('incomeClasses', 'n.income_class', filter.incomeClasses);
  anyOf('depths', 'v.depth', filter.depths);
  if (filter.languages && filter.languages.length > 0) {
    narrow('languages', `EXISTS (SELECT FROM edition e WHERE e.version_id = v.id AND e.locale = ANY (${values.put(filter.languages)}::text[]) AND e.coverage >= ${String(COVERAGE_THRESHOLD)})`);
  }
  if (filter.minEvidence != null) {
    if (filter.minEvidence < 1 || filter.minEvidence > 5) throw new BadInput('"filter.minEvidence" is a level from 1 to 5.', ['filter.minEvidence']);
    narrow('evidence', `v.max_evidence >= ${values.put(filter.minEvidence)}`);
  }
  if (filter.periodFrom != null) narrow(null, `(v.period_end IS NULL OR left(v.period_end, 4)::int >= ${values.put(filter.periodFrom)})`);
  if (filter.periodTo != null) narrow(null, `left(v.period_start, 4)::int <= ${values.put(filter.periodTo)}`);
  for (const word of checkText(filter.text ?? '')) {
    narrow(null, `EXISTS (SELECT FROM edition e WHERE e.version_id = v.id AND strpos(e.folded, ${values.put(word)}) > 0)`);
  }
  return conditions;
}
