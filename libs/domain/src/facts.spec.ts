import { describe, expect, test } from 'vitest';
import { BASES, CONDITION_KINDS, DEPTHS, EVIDENCE_LEVELS, FACT_LISTS, FACT_WORDS, PARTIAL_DATE, PHASES, RECURRENCES, SOURCE_KINDS, UNITS, WEIGHTS, type Facts } from './facts.ts';
import { SECTION_KINDS } from './sections.ts';

/** A fact of every list; the compiler holds it to the shapes. */
const FACTS: Facts = {
  amounts: [{ id: 'a', covers: 'word', value: 1, currency: 'KRW', priceYear: null, recurrence: 'yearly', phase: 'actual', population: null, sources: [] }],
  staffing: [{ id: 'a', role: 'word', fte: 1, phase: 'actual', sources: [] }],
  steps: [{ id: 'a', title: 'word', start: null, end: null, durationMonths: null, sources: [] }],
  conditions: [{ id: 'a', statement: 'word', whenMissing: 'word', kind: 'legal', weight: 'helpful', basis: 'unknown', reasoning: 'word', sources: [] }],
  results: [{ id: 'a', indicator: 'word', unit: 'km', baseline: null, value: 1, date: '2004', evidence: 1, sources: [] }],
  limits: [{ id: 'a', statement: 'word', basis: 'unknown', reasoning: 'word', sources: [] }],
  differently: [{ id: 'a', statement: 'word', basis: 'unknown', reasoning: 'word', sources: [] }],
  sources: [],
};

describe('the words of facts', () => {
  test('are named for every list of facts but the sources', () => {
    expect(FACT_LISTS).toEqual(Object.keys(FACTS).filter((list) => list !== 'sources'));
    expect(FACT_LISTS).toEqual(Object.keys(FACT_WORDS));
  });

  test('are exactly the fields that hold a label', () => {
    for (const list of FACT_LISTS) {
      const fact = FACTS[list][0] as unknown as Record<string, unknown>;
      expect(FACT_WORDS[list].fields, list).toEqual(Object.keys(fact).filter((field) => fact[field] === 'word'));
    }
  });

  test('stand in a section of their own that manuals have', () => {
    const sections = FACT_LISTS.map((list) => FACT_WORDS[list].section);
    for (const section of sections) expect(SECTION_KINDS).toContain(section);
    expect(new Set(sections).size).toBe(sections.length);
  });
});

describe('enumerations', () => {
  test.each(Object.entries({ BASES, CONDITION_KINDS, DEPTHS, PHASES, RECURRENCES, SOURCE_KINDS, UNITS, WEIGHTS }))('%s names each value once, in lower case', (_, values: readonly string[]) => {
    expect(new Set(values).size).toBe(values.length);
    for (const value of values) expect(value).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
  });

  test('evidence rises from 1 to 5', () => {
    expect(EVIDENCE_LEVELS).toEqual([1, 2, 3, 4, 5]);
  });

  test('no unit looks like a currency code', () => {
    for (const unit of UNITS) expect(unit).not.toMatch(/^[A-Z]{3}$/u);
  });
});

describe('a partial date', () => {
  test.each(['2004', '2004-07', '2004-07-01', '2004-12-31'])('may be %s', (date) => expect(date).toMatch(PARTIAL_DATE));
  test.each(['204', '2004-7', '2004-13', '2004-00', '2004-07-00', '2004-07-32', '2004-07-1', '2004/07', '2004-', '20040701', '2004-07-01T00:00', '2004\n'])('may not be %j', (date) => expect(date).not.toMatch(PARTIAL_DATE));
});
