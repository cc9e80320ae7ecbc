import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockHash } from './block-text.ts';
import { BLOCK_STATES, COVERAGE_THRESHOLD, coverageOf, isOffered, noStates, pickTranslation, STORED_STATES, type BlockState, type StateCounts } from './translation-state.ts';

const live = fc.constantFrom('machine', 'translated', 'reviewed');
const rows = fc.array(fc.record({ fromHash: fc.constantFrom('n1:a', 'n1:b', 'n1:c'), state: live, number: fc.nat() }), { maxLength: 8 });
const counts = fc.record(Object.fromEntries(BLOCK_STATES.map((state) => [state, fc.nat({ max: 500 })]))) as fc.Arbitrary<StateCounts>;

describe('the translation that a reader sees of a block', () => {
  test('is none when there is none: the block is missing', () => {
    expect(pickTranslation('n1:a', [])).toEqual({ state: 'missing', row: null });
  });

  test('is the newest one of the present text, under its own state, even where a newer one of an older text stands', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const expected = list.find((row) => row.fromHash === 'n1:a');
        fc.pre(expected !== undefined);
        const picked = pickTranslation('n1:a', list);
        expect(picked.row).toBe(expected);
        expect(picked.state).toBe(expected.state);
      }),
    );
  });

  test('is otherwise the newest one, and outdated', () => {
    fc.assert(
      fc.property(rows.filter((list) => list.length > 0), (list) => {
        const picked = pickTranslation('n1:elsewhere', list);
        expect(picked.row).toBe(list[0]);
        expect(picked.state).toBe('outdated');
      }),
    );
  });

  test('is outdated if and only if there is one but none of the present text', () => {
    fc.assert(fc.property(rows, (list) => (pickTranslation('n1:a', list).state === 'outdated') === (list.length > 0 && !list.some((row) => row.fromHash === 'n1:a'))));
  });
});

describe('the central promise', () => {
  const document = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { selector: blockHash, minLength: 1, maxLength: 40 });
  const states = (texts: readonly string[], translations: readonly { of: string; state: 'machine' | 'translated' | 'reviewed' }[]) =>
    texts.map((text, i) => pickTranslation(blockHash(text), translations[i] ? [{ fromHash: blockHash(translations[i].of), state: translations[i].state }] : []).state);

  test('of a fully translated document one changed block makes exactly that one outdated', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''), live, (...[texts, at, addition, state]) => {
        const place = at % texts.length;
        const translations = texts.map((of) => ({ of, state }));
        const after = texts.map((text, i) => (i === place ? `${text} ${addition}` : text));
        expect(states(after, translations)).toEqual(texts.map((_, i) => (i === place ? 'outdated' : state)));
      }),
    );
  });

  test('published again without a change nothing is outdated, nor after a change of white space alone', () => {
    fc.assert(
      fc.property(document, live, (texts, state) => {
        const translations = texts.map((of) => ({ of, state }));
        expect(states(texts, translations)).toEqual(texts.map(() => state));
        expect(states(texts.map((text) => `  ${text.normalize('NFD')}\n`), translations)).toEqual(texts.map(() => state));
      }),
    );
  });

  test('a text that returns finds its translation again', () => {
    const translations = [{ fromHash: blockHash('new'), state: 'machine' as const }, { fromHash: blockHash('old'), state: 'reviewed' as const }];
    expect(pickTranslation(blockHash('old'), translations).state).toBe('reviewed');
  });
});

describe('coverage', () => {
  test('of an empty document is 0', () => {
    expect(coverageOf(noStates())).toBe(0);
  });

  test('counts what is live and not outdated, whatever its quality', () => {
    expect(coverageOf({ source: 0, machine: 1, translated: 2, reviewed: 1, outdated: 3, missing: 1 })).toBe(0.5);
    expect(coverageOf({ ...noStates(), source: 7 })).toBe(1);
    expect(coverageOf({ ...noStates(), outdated: 2, missing: 3 })).toBe(0);
  });

  test('lies between 0 and 1, and is 1 only where nothing is outdated or missing', () => {
    fc.assert(
      fc.property(counts, (of) => {
        const share = coverageOf(of);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        const all = Object.values(of).reduce((sum, n) => sum + n, 0);
        expect(share === 1).toBe(all > 0 && of.outdated + of.missing === 0);
      }),
    );
  });

  test.each<BlockState>(['outdated', 'missing'])('falls when a block becomes %s', (state) => {
    fc.assert(fc.property(counts.filter((of) => of.machine > 0), (of) => coverageOf({ ...of, machine: of.machine - 1, [state]: of[state] + 1 }) < coverageOf(of)));
  });

  test('offers a document from four fifths on', () => {
    expect(COVERAGE_THRESHOLD).toBe(0.8);
    expect(isOffered(coverageOf({ ...noStates(), machine: 4, missing: 1 }))).toBe(true);
    expect(isOffered(coverageOf({ ...noStates(), machine: 79, missing: 21 }))).toBe(false);
  });
});

describe('states', () => {
  test('that are derived are never stored, and a draft is never shown', () => {
    for (const state of ['outdated', 'missing', 'source']) expect(STORED_STATES).not.toContain(state);
    expect(BLOCK_STATES).not.toContain('draft');
  });

  test('start at zero, in a count that is nobody else\'s', () => {
    const mine = noStates();
    mine.machine++;
    expect(noStates()).toEqual({ source: 0, machine: 0, translated: 0, reviewed: 0, outdated: 0, missing: 0 });
    expect(Object.keys(noStates())).toEqual(BLOCK_STATES);
  });
});
