import { describe, expect, it } from 'vitest';
import { leadAmounts, leadLimit, leadResults } from './lead-facts.ts';

describe('the facts of the card', () => {
  it('shows what was spent before what was planned, and once before yearly', () => {
    const amounts = [
      { id: 'plan', phase: 'planned' as const, recurrence: 'one_off' as const, value: 900 },
      { id: 'yearly', phase: 'actual' as const, recurrence: 'yearly' as const, value: 500 },
      { id: 'once', phase: 'actual' as const, recurrence: 'one_off' as const, value: 100 },
    ];
    expect(leadAmounts(amounts).map((amount) => amount.id)).toEqual(['once', 'yearly']);
    expect(amounts[0]?.id).toBe('plan');
  });

  it('shows the result with the stronger evidence, then the one with a baseline, first', () => {
    const results = [
      { id: 'a', evidence: 2, baseline: null },
      { id: 'b', evidence: 2, baseline: { value: 1, date: '2004' } },
      { id: 'c', evidence: 4, baseline: null },
    ];
    expect(leadResults(results).map((result) => result.id)).toEqual(['c', 'b']);
  });

  it('shows a limit that somebody stated before one that we reasoned', () => {
    const ours = { id: 'ours', basis: 'editorial' as const };
    const theirs = { id: 'theirs', basis: 'city' as const };
    expect(leadLimit([ours, theirs])).toBe(theirs);
    expect(leadLimit([ours])).toBe(ours);
    expect(leadLimit([])).toBeNull();
  });
});
