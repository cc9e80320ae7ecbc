/**
 * Size classes of a city by its population. Bounds after the OECD's classes of urban areas by population (200 000, 500 000, 1.5 million), with a class of its own
 * for megacities (UN DESA, World Urbanization Prospects 2018: 10 million and more).
 */
export const SIZE_CLASSES = ['small', 'medium', 'large', 'very-large', 'mega'] as const;
/** Size class of a city. */
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** Income classes of a country, as the World Bank names them. */
export const INCOME_CLASSES = ['low', 'lower-middle', 'upper-middle', 'high'] as const;
/** Income class of a country. */
export type IncomeClass = (typeof INCOME_CLASSES)[number];

/** The size class of a city of so many inhabitants. */
export function sizeClassOf(population: number): SizeClass {
  if (population < 200_000) return 'small';
  if (population < 500_000) return 'medium';
  if (population < 1_500_000) return 'large';
  return population < 10_000_000 ? 'very-large' : 'mega';
}
