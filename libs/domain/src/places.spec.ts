import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INCOME_CLASSES, SIZE_CLASSES, sizeClassOf } from './places.ts';

describe('the size class of a city', () => {
  test.each([
    [0, 'small'], [199_999, 'small'], [200_000, 'medium'], [499_999, 'medium'], [500_000, 'large'], [1_499_999, 'large'],
    [1_500_000, 'very-large'], [9_999_999, 'very-large'], [10_000_000, 'mega'], [40_000_000, 'mega'],
  ])('of %i inhabitants is %s', (population, size) => {
    expect(sizeClassOf(population)).toBe(size);
  });

  test('never falls when the city grows', () => {
    const population = fc.integer({ min: 0, max: 50_000_000 });
    fc.assert(fc.property(population, population, (a, b) => SIZE_CLASSES.indexOf(sizeClassOf(Math.min(a, b))) <= SIZE_CLASSES.indexOf(sizeClassOf(Math.max(a, b)))));
  });
});

test('income classes rise as the World Bank names them', () => {
  expect(INCOME_CLASSES).toEqual(['low', 'lower-middle', 'upper-middle', 'high']);
});
