import type { Locale } from './locales.ts';
import type { SectionKind } from './sections.ts';

/** How much a manual says: a brief (250–500 words), a manual, or a toolkit with attachments. */
export const DEPTHS = ['brief', 'manual', 'toolkit'] as const;
/** Depth of a manual. */
export type Depth = (typeof DEPTHS)[number];

/** On what a judgement rests: the city said so, another source does, the editors reasoned it, or no source says. */
export const BASES = ['city', 'source', 'editorial', 'unknown'] as const;
/** Basis of a judgement. */
export type Basis = (typeof BASES)[number];

/** Strength of the evidence for a result, 1 (a claim) to 5 (a controlled comparison); defined in `content/taxonomies/evidence.yaml`. */
export const EVIDENCE_LEVELS = [1, 2, 3, 4, 5] as const;
/** Evidence level. */
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** Whether an amount or a post is paid once or every year. */
export const RECURRENCES = ['one-off', 'yearly'] as const;
/** Recurrence of an amount. */
export type Recurrence = (typeof RECURRENCES)[number];

/** Whether a figure was planned or was measured afterwards. */
export const PHASES = ['planned', 'actual'] as const;
/** Phase of a figure. */
export type Phase = (typeof PHASES)[number];

/** What kind of fact about a city a policy depends on. */
export const CONDITION_KINDS = ['legal', 'financial', 'technical', 'organisational', 'political', 'social', 'physical'] as const;
/** Kind of a condition. */
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** Whether the policy fails without the condition, or only works better with it. */
export const WEIGHTS = ['essential', 'helpful'] as const;
/** Weight of a condition. */
export type Weight = (typeof WEIGHTS)[number];

/** Where a source stands: who speaks in it. `copy` is a copy or a blog of another text; its figures are "reported". */
export const SOURCE_KINDS = ['official', 'international-body', 'research', 'press', 'encyclopedia', 'copy', 'other'] as const;
/** Kind of a source. */
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Units of results; an ISO 4217 code is one as well. Their names are interface messages. */
export const UNITS = [
  'percent', 'people', 'people-per-year', 'people-per-day', 'households', 'count', 'count-per-year', 'trips-per-day', 'passengers-per-day',
  'calls-per-day', 'vehicles-per-day', 'km', 'm', 'm2', 'ha', 'km2', 'm3', 'm3-per-day', 't', 't-per-day', 't-per-year', 'kg', 'ug-per-m3',
  'mg-per-l', 'celsius', 'minutes', 'hours', 'days', 'months', 'years', 'kwh', 'mwh', 'gwh', 'mw', 'toe', 'tco2e', 'km-per-hour', 'per-100000', 'points', 'rank',
] as const;
/** Unit of a result: one of {@link UNITS} or an ISO 4217 code. */
export type Unit = (typeof UNITS)[number] | (string & {});

/** A calendar date known to the year, the month or the day: `2004`, `2004-07` or `2004-07-01`. */
export type PartialDate = string;

/** Pattern of a {@link PartialDate}. */
export const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Id of the block of kind `label` that holds a fact's word. */
export type LabelId = string;

/** A sum of money. `population` is how many people it served; null where no source says. */
export interface Amount {
  id: string; covers: LabelId; value: number; currency: string; priceYear: number | null; recurrence: Recurrence; phase: Phase;
  population: number | null; sources: string[];
}
/** People who did the work, in full-time equivalents. */
export interface Staffing { id: string; role: LabelId; fte: number; phase: Phase; sources: string[] }
/** One step of the way. Dates and duration are null where no source says. */
export interface Step { id: string; title: LabelId; start: PartialDate | null; end: PartialDate | null; durationMonths: number | null; sources: string[] }
/** A fact about a city that the policy depends on. */
export interface Condition {
  id: string; statement: LabelId; whenMissing: LabelId; kind: ConditionKind; weight: Weight; basis: Basis; reasoning: LabelId | null; sources: string[];
}
/** A measured outcome. */
export interface Result {
  id: string; indicator: LabelId; unit: Unit; baseline: { value: number; date: PartialDate } | null; value: number; date: PartialDate;
  evidence: EvidenceLevel; sources: string[];
}
/** A limiting factor, or what the city would do differently. `reasoning` is present where the basis is `editorial`. */
export interface Lesson { id: string; statement: LabelId; basis: Basis; reasoning: LabelId | null; sources: string[] }
/** What a figure rests on. `language` is a BCP 47 tag; `year` null where the source has none. */
export interface Source {
  id: string; title: string; publisher: string; year: number | null; url: string; kind: SourceKind; language: string; accessed: PartialDate;
}

/** All typed facts of one version. Numbers, dates, codes and references only: every word is a block. */
export interface Facts {
  amounts: Amount[]; staffing: Staffing[]; steps: Step[]; conditions: Condition[]; results: Result[];
  limits: Lesson[]; differently: Lesson[]; sources: Source[];
}

/** Where a text came from: a person, or an engine and its version; `reviewer` null while nobody reviewed it. */
export interface Origin { kind: 'person' | 'machine'; name: string; version: string | null; at: PartialDate; reviewer: string | null }

/** What a manual says of itself beside its text and facts. `period.end` null: still in force. */
export interface ManualHead {
  id: string; slug: string; sourceLocale: Locale; version: string; published: PartialDate; depth: Depth; owner: string; city: string;
  themes: string[]; sdg: string[]; period: { start: PartialDate; end: PartialDate | null }; licence: string; origin: Origin;
}

/** Lists of facts that have words. */
export type FactList = Exclude<keyof Facts, 'sources'>;

/** Of each list of facts: the section that its words stand in, and the fields that hold ids of labels. */
export const FACT_WORDS = {
  amounts: { section: 'costs', fields: ['covers'] },
  staffing: { section: 'actors', fields: ['role'] },
  steps: { section: 'steps', fields: ['title'] },
  conditions: { section: 'transfer', fields: ['statement', 'whenMissing', 'reasoning'] },
  results: { section: 'results', fields: ['indicator'] },
  limits: { section: 'limits', fields: ['statement', 'reasoning'] },
  differently: { section: 'differently', fields: ['statement', 'reasoning'] },
} as const satisfies Record<FactList, { section: SectionKind; fields: readonly string[] }>;

/** The lists of facts that have words, in the order of a manual's file. */
export const FACT_LISTS = Object.keys(FACT_WORDS) as FactList[];
