import type { VersionReadingFragment } from '@naru/api-client';
import { SECTION_KINDS, type SectionKind } from '@naru/domain';

type Edition = VersionReadingFragment['edition'];
type Block = Edition['sections'][number]['blocks'][number];

/** A section as the page shows it: its prose, also when facts alone make it up. */
export interface OutlineSection {
  kind: SectionKind;
  blocks: readonly Block[];
}

/** Which list of facts stands in which section. */
const FACTS_OF: Partial<Record<SectionKind, 'staffing' | 'steps' | 'amounts' | 'results' | 'limits' | 'differently' | 'conditions'>> = {
  actors: 'staffing',
  steps: 'steps',
  costs: 'amounts',
  results: 'results',
  limits: 'limits',
  differently: 'differently',
  transfer: 'conditions',
};

/** What {@link outlineOf} reads of an edition. */
export type OutlineSource = Pick<Edition, 'staffing' | 'steps' | 'amounts' | 'results' | 'limits' | 'differently' | 'conditions'> & {
  sections: readonly { kind: SectionKind; blocks: readonly Block[] }[];
};

/** The sections of a page in reading order: those with prose or facts, none that is empty. */
export function outlineOf(edition: OutlineSource): OutlineSection[] {
  return SECTION_KINDS.flatMap((kind) => {
    const blocks = edition.sections.find((section) => section.kind === kind)?.blocks ?? [];
    const facts = FACTS_OF[kind];
    return blocks.length > 0 || (facts && edition[facts].length > 0) ? [{ kind, blocks }] : [];
  });
}
