import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { INCOME_CLASSES, LOCALES, SIZE_CLASSES, type IncomeClass, type Locale } from '@naru/domain';
import { formatYaml, type Taxonomies } from '@naru/content';

const named = (name: string) => Object.fromEntries(LOCALES.map((locale) => [locale, locale === 'en' ? name : `${name} (${locale})`])) as Record<Locale, string>;
const source = { title: 'A list', publisher: 'A publisher', year: 2020, url: 'https://example.org/list' };

const country = (code: string, [m49, region, income]: readonly [string, string, IncomeClass]) => ({ code, m49, region, income, incomeYear: 2025, source: { title: 'Classes', url: 'https://example.org/income' } });
const city = (id: string, inCountry: string, population: number) => ({
  id, country: inCountry, population, populationYear: 2024, populationSource: { title: 'Census', publisher: 'Statistics', url: 'https://example.org/census' }, latitude: 1.5, longitude: 2.5, names: named(id),
});

/** Themes of the test library, in order. */
export const THEMES = ['transport', 'water', 'housing', 'waste', 'parks'] as const;

/** Cities of the test library: every size class and every income class, two cities in one country. */
export const CITIES = [
  city('busan', 'KR', 3_300_000), city('curitiba', 'BR', 1_900_000), city('kisumu', 'KE', 400_000), city('maputo', 'MZ', 1_100_000), city('sao-paulo', 'BR', 11_900_000), city('tongyeong', 'KR', 120_000),
];

/** Countries of the test library. */
export const COUNTRIES = [country('BR', ['076', '005', 'upper-middle']), country('KE', ['404', '014', 'lower-middle']), country('KR', ['410', '030', 'high']), country('MZ', ['508', '014', 'low'])];

/** A small world: what manuals of tests refer to. */
export const TAXONOMIES: Taxonomies = {
  themes: THEMES.map((id) => ({ id, icon: `icon-${id}`, names: named(id) })),
  sdg: {
    source,
    goals: Array.from({ length: 17 }, (_, index) => ({ goal: index + 1, iri: `https://example.org/sdg/${String(index + 1)}`, names: named(`Goal ${String(index + 1)}`) })),
    targets: ['6.1', '6.3', '11.2', '11.b', '13.1'].map((code) => ({ code, iri: `https://example.org/sdg/${code}`, text: `Target ${code}.` })),
  },
  evidence: { source, levels: [1, 2, 3, 4, 5].map((level) => ({ level, names: named(`Level ${String(level)}`), definitions: named(`Definition ${String(level)}`) })) },
  sizes: { source, sizes: SIZE_CLASSES.map((id, index) => ({ id, from: index * 100_000, to: null, names: named(id) })) },
  income: { source, classes: INCOME_CLASSES.map((id) => ({ id, names: named(id) })) },
  countries: COUNTRIES,
  cities: CITIES,
  organisations: [
    ...CITIES.map(({ id }) => ({ id, kind: 'city' as const, url: `https://${id}.example.org`, names: named(`City of ${id}`) })),
    { id: 'citynet', kind: 'partner' as const, url: 'https://citynet.example.org', names: named('CityNet') },
  ],
};

/** Writes `taxonomies/` and `places/` of a content folder. */
export async function writeTaxonomies(root: string, taxonomies: Taxonomies): Promise<void> {
  await mkdir(join(root, 'taxonomies'), { recursive: true });
  await mkdir(join(root, 'places'), { recursive: true });
  for (const name of ['themes', 'sdg', 'evidence', 'sizes', 'income'] as const) await writeFile(join(root, 'taxonomies', `${name}.yaml`), formatYaml(taxonomies[name]));
  for (const name of ['countries', 'cities', 'organisations'] as const) await writeFile(join(root, 'places', `${name}.yaml`), formatYaml(taxonomies[name]));
}
