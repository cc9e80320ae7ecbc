import type { ManualFilter, ManualOrder } from '@naru/api-client';
import { DEPTHS, INCOME_CLASSES, isLocale, SIZE_CLASSES } from '@naru/domain';

/** The filters that take several values, by the name that the address and the form use. */
export const CHOICES = ['theme', 'sdg', 'city', 'region', 'size', 'income', 'language', 'depth'] as const;
/** One filter that takes several values. */
export type Choice = (typeof CHOICES)[number];

/** What a reader has asked the list for. Values that the library does not know are left out. */
export interface BrowseQuery {
  /** Words of title or summary; empty when none. */
  readonly text: string;
  readonly chosen: Readonly<Record<Choice, readonly string[]>>;
  /** Least level of evidence, 1–5; null: any. */
  readonly evidence: number | null;
  /** First and last year in which the policy was in force; null: any. */
  readonly from: number | null;
  readonly to: number | null;
  readonly order: ManualOrder;
  /** Cursor after which the page begins; null on the first page. */
  readonly after: string | null;
}

const sizes = SIZE_CLASSES.map((size) => size.replace('-', '_'));
const incomes = INCOME_CLASSES.map((income) => income.replace('-', '_'));

const KNOWN: Readonly<Record<Choice, (value: string) => boolean>> = {
  theme: (value) => /^[a-z0-9-]{1,64}$/.test(value),
  sdg: (value) => /^([1-9]|1[0-7])$/.test(value),
  city: (value) => /^[a-z0-9-]{1,64}$/.test(value),
  region: (value) => /^\d{3}$/.test(value),
  size: (value) => sizes.includes(value),
  income: (value) => incomes.includes(value),
  language: isLocale,
  depth: (value) => (DEPTHS as readonly string[]).includes(value),
};

/** Reads a list's address. */
export function readBrowseQuery(parameters: URLSearchParams): BrowseQuery {
  const values = (choice: Choice) => [...new Set(parameters.getAll(choice))].filter(KNOWN[choice]);
  return {
    text: (parameters.get('q') ?? '').trim().slice(0, 200),
    chosen: Object.fromEntries(CHOICES.map((choice) => [choice, values(choice)])) as Record<Choice, string[]>,
    evidence: whole(parameters.get('evidence'), [1, 5]),
    from: whole(parameters.get('from'), [1800, 2200]),
    to: whole(parameters.get('to'), [1800, 2200]),
    order: parameters.get('order') === 'title' ? 'TITLE' : 'NEWEST',
    after: parameters.get('after') || null,
  };
}

function whole(text: string | null, [least, most]: readonly [number, number]): number | null {
  if (text === null || !/^\d{1,4}$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** The address of a list, in one order of its parts whatever the form sent, so that one list has one address. */
export function writeBrowseQuery(query: BrowseQuery): string {
  const parameters = new URLSearchParams();
  if (query.text) parameters.set('q', query.text);
  for (const choice of CHOICES) for (const value of query.chosen[choice]) parameters.append(choice, value);
  if (query.evidence !== null) parameters.set('evidence', String(query.evidence));
  if (query.from !== null) parameters.set('from', String(query.from));
  if (query.to !== null) parameters.set('to', String(query.to));
  if (query.order === 'TITLE') parameters.set('order', 'title');
  if (query.after !== null) parameters.set('after', query.after);
  const written = parameters.toString();
  return written === '' ? '' : `?${written}`;
}

/** The list without one value of a filter, from its first page. */
export function withoutChoice(query: BrowseQuery, choice: Choice, value: string): BrowseQuery {
  return { ...query, after: null, chosen: { ...query.chosen, [choice]: query.chosen[choice].filter((other) => other !== value) } };
}

/** Whether anything narrows the list; order and page do not. */
export function isNarrowed(query: BrowseQuery): boolean {
  return query.text !== '' || query.evidence !== null || query.from !== null || query.to !== null || CHOICES.some((choice) => query.chosen[choice].length > 0);
}

/** The list's filter as the API takes it. */
export function toManualFilter(query: BrowseQuery): ManualFilter {
  const { chosen } = query;
  const filter = {
    text: query.text || undefined,
    themes: some(chosen.theme),
    sdgs: some(chosen.sdg.map(Number)),
    cities: some(chosen.city),
    regions: some(chosen.region),
    sizeClasses: some(chosen.size),
    incomeClasses: some(chosen.income),
    languages: some(chosen.language),
    depths: some(chosen.depth),
    minEvidence: query.evidence ?? undefined,
    periodFrom: query.from ?? undefined,
    periodTo: query.to ?? undefined,
  };
  // `KNOWN` has checked that every value is one of the API's own.
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

function some<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length > 0 ? values : undefined;
}
