import { describe, expect, it } from 'vitest';
import { designEmblem, EMBLEM_TINTS } from './emblem-design.ts';

describe('designEmblem', () => {
  it('draws the same emblem for the same manual', () => {
    expect(designEmblem('seoul', 'owl-bus')).toEqual(designEmblem('seoul', 'owl-bus'));
  });

  it('draws different emblems for two manuals of one city', () => {
    expect(designEmblem('seoul', 'owl-bus').lines).not.toEqual(designEmblem('seoul', 'owl-bus-2').lines);
  });

  it('stays among the tints and spreads over all of them', () => {
    const tints = new Set(Array.from({ length: 200 }, (_, index) => designEmblem('seoul', `manual-${index}`).tint));
    expect([...tints].sort()).toEqual(Array.from({ length: EMBLEM_TINTS }, (_, index) => index));
  });

  it('keeps every line inside the square', () => {
    for (let index = 0; index < 200; index += 1) {
      for (const line of designEmblem(`city-${index}`, `m-${index}`).lines) {
        const numbers = line.match(/-?\d+/g)?.map(Number) ?? [];
        expect(numbers.some(Number.isNaN)).toBe(false);
        expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-8);
        expect(Math.max(...numbers)).toBeLessThanOrEqual(72);
      }
    }
  });
});
