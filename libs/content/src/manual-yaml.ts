import {
  BASES, BLOCK_ID, CONDITION_KINDS, DEPTHS, FACT_LISTS, FACT_WORDS, LOCALES, PARTIAL_DATE, PHASES, RECURRENCES, SLUG, SOURCE_ID, SOURCE_KINDS, UNITS, UUID_V7,
  VERSION_NUMBER, WEIGHTS, type FactList, type Facts, type SectionKind,
} from '@naru/domain';
import { z } from 'zod';

const slug = z.string().regex(SLUG);
const label = z.string().regex(BLOCK_ID);
const date = z.string().regex(PARTIAL_DATE);
const day = z.iso.date();
const currency = z.string().regex(/^[A-Z]{3}$/u);
const sources = z.array(z.string().regex(SOURCE_ID)).max(20);
const figureSources = sources.min(1, 'a figure needs a source');
const year = z.number().int().min(1000).max(2200);
const finite = z.number();
const webAddress = z.url({ protocol: /^https?$/u }).max(2000);
const id = slug.max(60);

const amount = z.strictObject({
  id, covers: label, value: finite.nonnegative(), currency, priceYear: year.nullable(), recurrence: z.enum(RECURRENCES), phase: z.enum(PHASES),
  population: z.number().int().positive().nullable(), sources: figureSources,
});
const staffing = z.strictObject({ id, role: label, fte: finite.positive(), phase: z.enum(PHASES), sources: figureSources });
const step = z.strictObject({ id, title: label, start: date.nullable(), end: date.nullable(), durationMonths: finite.positive().nullable(), sources });
const condition = z.strictObject({
  id, statement: label, whenMissing: label, kind: z.enum(CONDITION_KINDS), weight: z.enum(WEIGHTS), basis: z.enum(BASES), reasoning: label.nullable(), sources,
});
const result = z.strictObject({
  id, indicator: label, unit: z.union([z.enum(UNITS), currency], { error: 'is no unit that libs/domain knows, and no currency code' }),
  baseline: z.strictObject({ value: finite, date }).nullable(), value: finite, date,
  evidence: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]), sources: figureSources,
});
const lesson = z.strictObject({ id, statement: label, basis: z.enum(BASES), reasoning: label.nullable(), sources });
const source = z.strictObject({
  id: z.string().regex(SOURCE_ID), title: z.string().min(1).max(500), publisher: z.string().min(1).max(300), year: year.nullable(), url: webAddress,
  kind: z.enum(SOURCE_KINDS), language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/u), accessed: date,
});

const facts = {
  amounts: z.array(amount).max(50), staffing: z.array(staffing).max(50), steps: z.array(step).max(50), conditions: z.array(condition).max(50),
  results: z.array(result).max(50),
  limits: z.array(lesson).min(1, 'a manual names at least one limiting factor').max(50),
  differently: z.array(lesson).min(1, 'a manual names at least one thing that would be done differently').max(50),
  sources: z.array(source).max(200),
} satisfies Record<keyof Facts, z.ZodType>;

/** The shape of `manual.yaml`; the order of its keys is the canonical order of the file. */
export const manualSchema = z.strictObject({
  id: z.string().regex(UUID_V7, 'is no UUID of version 7; leave it out and run "content ids"'),
  sourceLocale: z.enum(LOCALES),
  version: z.string({ error: 'must be quoted, as in "1.0"' }).regex(VERSION_NUMBER, 'is no version number such as "1.0"'),
  changeNote: z.string().min(1).max(500).nullable(),
  published: day,
  depth: z.enum(DEPTHS),
  owner: slug,
  city: slug,
  themes: z.array(slug).min(1).max(5),
  sdg: z.array(z.string().regex(/^\d{1,2}(\.[0-9a-d]{1,2})?$/u)).min(1).max(20),
  period: z.strictObject({ start: date, end: date.nullable() }),
  licence: z.literal('CC-BY-4.0'),
  origin: z.strictObject({ kind: z.enum(['person', 'machine']), name: z.string().min(1).max(200), version: z.string().nullable(), at: day, reviewer: z.string().nullable() }),
  ...facts,
});

/** The same before `content ids` gave the manual its id. */
export const newManualSchema = manualSchema.partial({ id: true });

/** A manual's facts and head, as its YAML file has them. */
export type ManualYaml = z.infer<typeof manualSchema>;

/** A word of a fact: the block that holds it, the section it belongs to, and where the YAML names it. */
export interface LabelUse { block: string; section: SectionKind; path: (string | number)[]; hasSources: boolean }

/** Every label that the facts use, in the order of the file. */
export function labelsOf(manual: Pick<ManualYaml, FactList>): LabelUse[] {
  return FACT_LISTS.flatMap((list) => {
    const { section, fields } = FACT_WORDS[list];
    return manual[list].flatMap((fact: { sources: string[] } & Record<string, unknown>, index: number) =>
      fields.flatMap((field) => {
        const block = fact[field];
        return typeof block === 'string' ? [{ block, section, path: [list, index, field], hasSources: fact.sources.length > 0 }] : [];
      }),
    );
  });
}
