import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { INCOME_CLASSES, LOCALES, SIZE_CLASSES, SLUG, type Locale } from '@naru/domain';
import { z } from 'zod';
import { ContentError } from './problems.ts';
import { parseYaml } from './yaml-file.ts';

const names = z.strictObject(Object.fromEntries(LOCALES.map((locale) => [locale, z.string().min(1)])) as Record<Locale, z.ZodString>);
const source = z.strictObject({ title: z.string(), publisher: z.string(), year: z.number().int().nullable(), url: z.url() });

const schemas = {
  'taxonomies/themes.yaml': z.array(z.strictObject({ id: z.string().regex(SLUG), icon: z.string(), names })),
  'taxonomies/sdg.yaml': z.strictObject({
    source,
    goals: z.array(z.strictObject({ goal: z.number().int(), iri: z.url(), names })),
    targets: z.array(z.strictObject({ code: z.string(), iri: z.url(), text: z.string() })),
  }),
  'taxonomies/evidence.yaml': z.strictObject({ source, levels: z.array(z.strictObject({ level: z.number().int().min(1).max(5), names, definitions: names })) }),
  'taxonomies/sizes.yaml': z.strictObject({ source, sizes: z.array(z.strictObject({ id: z.enum(SIZE_CLASSES), from: z.number(), to: z.number().nullable(), names })) }),
  'taxonomies/income.yaml': z.strictObject({ source, classes: z.array(z.strictObject({ id: z.enum(INCOME_CLASSES), names })) }),
  'places/countries.yaml': z.array(
    z.strictObject({ code: z.string().regex(/^[A-Z]{2}$/u), m49: z.string().regex(/^\d{3}$/u), region: z.string().regex(/^\d{3}$/u), income: z.enum(INCOME_CLASSES), incomeYear: z.number().int(), source: z.looseObject({ title: z.string(), url: z.url() }) }),
  ),
  'places/cities.yaml': z.array(
    z.strictObject({
      id: z.string().regex(SLUG), country: z.string(), population: z.number().int().positive(), populationYear: z.number().int(),
      populationSource: z.looseObject({ title: z.string(), publisher: z.string(), url: z.url() }), latitude: z.number(), longitude: z.number(), names,
    }),
  ),
  'places/organisations.yaml': z.array(z.strictObject({ id: z.string().regex(SLUG), kind: z.enum(['city', 'partner']), url: z.url(), names })),
} as const;

type FileName = keyof typeof schemas;
type Value<F extends FileName> = z.infer<(typeof schemas)[F]>;

/** What manuals refer to: themes, SDG, scales and places, each with its names in every language. */
export interface Taxonomies {
  themes: Value<'taxonomies/themes.yaml'>;
  sdg: Value<'taxonomies/sdg.yaml'>;
  evidence: Value<'taxonomies/evidence.yaml'>;
  sizes: Value<'taxonomies/sizes.yaml'>;
  income: Value<'taxonomies/income.yaml'>;
  countries: Value<'places/countries.yaml'>;
  cities: Value<'places/cities.yaml'>;
  organisations: Value<'places/organisations.yaml'>;
}

async function load<F extends FileName>(root: string, file: F): Promise<Value<F>> {
  const text = await readFile(join(root, file), 'utf8');
  const yaml = parseYaml(text, file, schemas[file] as unknown as z.ZodType<Value<F>>);
  if (yaml.value === null) throw new ContentError(yaml.problems);
  return yaml.value;
}

/**
 * Reads `taxonomies/` and `places/`.
 * @throws ContentError with every fault, file and line
 */
export async function readTaxonomies(root: string): Promise<Taxonomies> {
  const files = [
    load(root, 'taxonomies/themes.yaml'), load(root, 'taxonomies/sdg.yaml'), load(root, 'taxonomies/evidence.yaml'), load(root, 'taxonomies/sizes.yaml'),
    load(root, 'taxonomies/income.yaml'), load(root, 'places/countries.yaml'), load(root, 'places/cities.yaml'), load(root, 'places/organisations.yaml'),
  ] as const;
  // Every file's faults at once and in one order, whichever was read first.
  const faults = (await Promise.allSettled(files)).flatMap((file) => {
    if (file.status === 'fulfilled') return [];
    if (file.reason instanceof ContentError) return file.reason.problems;
    throw file.reason;
  });
  if (faults.length > 0) throw new ContentError(faults);
  const [themes, sdg, evidence, sizes, income, countries, cities, organisations] = await Promise.all(files);
  return { themes, sdg, evidence, sizes, income, countries, cities, organisations };
}
