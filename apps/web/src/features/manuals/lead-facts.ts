import type { VersionReadingFragment } from '@naru/api-client';

type Edition = VersionReadingFragment['edition'];

/** How many amounts and how many results the card shows. */
export const LEAD = 2;

/** The amounts that tell most, at most {@link LEAD}: what was spent before what was planned, what was paid once before what recurs, then the larger. */
export function leadAmounts<A extends Pick<Edition['amounts'][number], 'phase' | 'recurrence' | 'value'>>(amounts: readonly A[]): A[] {
  const weight = (amount: A) => (amount.phase === 'actual' ? 0 : 2) + (amount.recurrence === 'one_off' ? 0 : 1);
  return [...amounts].sort((a, b) => weight(a) - weight(b) || b.value - a.value).slice(0, LEAD);
}

/** The results that tell most, at most {@link LEAD}: the stronger evidence first, then those with a baseline; else the author's order. */
export function leadResults<R extends Pick<Edition['results'][number], 'evidence' | 'baseline'>>(results: readonly R[]): R[] {
  return [...results].sort((a, b) => b.evidence - a.evidence || Number(b.baseline !== null) - Number(a.baseline !== null)).slice(0, LEAD);
}

/** The one thing that went wrong that the card shows: the first that somebody stated, else the first; null when there is none. */
export function leadLimit<L extends Pick<Edition['limits'][number], 'basis'>>(limits: readonly L[]): L | null {
  return limits.find((limit) => limit.basis === 'city' || limit.basis === 'source') ?? limits[0] ?? null;
}
