import type { Amount, BlockKind, BlockState, Condition, Direction, Lesson, Locale, Result, SectionKind, Source, Staffing, Step } from '@naru/domain';

/** One block as a reader gets it in an edition. */
export interface EditionBlock {
  id: string;
  kind: BlockKind;
  /** Markdown. */
  text: string;
  /** The text as sanitised HTML; citations are links to `#source-<id>`. */
  html: string;
  /** Language of the text that is shown: the source's where the state is `missing`. */
  locale: Locale;
  direction: Direction;
  state: BlockState;
  item: { depth: number; ordered: boolean; first: boolean } | null;
  /** Where a translation came from; null for source text and missing blocks. */
  origin: { kind: 'person' | 'machine'; name: string; version: string | null; reviewer: string | null; at: string } | null;
  /** Hash of the source text that the translation was made from; null for source text and missing blocks. */
  fromHash: string | null;
  /** The present source text as HTML, where the block is outdated; else null. */
  sourceHtml: string | null;
}

/** A section with the blocks that are prose; labels stand in the facts. */
export interface EditionSection { kind: SectionKind; hash: string; blocks: EditionBlock[] }

/** A fact whose label ids were replaced by blocks. */
export type WithWords<T, K extends keyof T> = Omit<T, K> & { [P in K]: null extends T[P] ? EditionBlock | null : EditionBlock };

/** The whole document in one language, as stored. */
export interface EditionBody {
  title: EditionBlock;
  sections: EditionSection[];
  amounts: WithWords<Amount, 'covers'>[];
  staffing: WithWords<Staffing, 'role'>[];
  steps: WithWords<Step, 'title'>[];
  conditions: WithWords<Condition, 'statement' | 'whenMissing' | 'reasoning'>[];
  results: WithWords<Result, 'indicator'>[];
  limits: WithWords<Lesson, 'statement' | 'reasoning'>[];
  differently: WithWords<Lesson, 'statement' | 'reasoning'>[];
  /** Numbered from 1 in the order of the manual. */
  sources: (Source & { number: number })[];
}
