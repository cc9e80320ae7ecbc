import {
  coverageOf, directionOf, FACT_WORDS, noStates, pickTranslation, sectionHash, type BlockKind, type Facts, type FactList, type Locale, type SectionKind, type StateCounts, type StoredState,
} from '@naru/domain';
import type { EditionBlock, EditionBody, EditionSection } from './edition-body.ts';
import { plainText, renderBlock } from './markdown-html.ts';

/** A block of source text, in the order of the document. */
export interface SourceBlock { id: string; section: SectionKind; kind: BlockKind; item: EditionBlock['item']; text: string; hash: string }

/** A live translation of a block into the edition's language. */
export interface LiveTranslation { blockId: string; fromHash: string; text: string; state: Exclude<StoredState, 'draft'>; origin: NonNullable<EditionBlock['origin']> }

/** What an edition is made of. */
export interface EditionParts {
  locale: Locale;
  sourceLocale: Locale;
  blocks: readonly SourceBlock[];
  facts: Facts;
  /** Newest first. Empty for the source language. */
  translations: readonly LiveTranslation[];
}

/** An edition before it has a place: the body, and what lists show of it. */
export interface AssembledEdition { body: EditionBody; title: string; summary: string; counts: StateCounts; coverage: number; sections: number; sectionsInLanguage: number }

/**
 * Assembles the edition of a version in a language. Pure; publishing, preview and comparison share it.
 * A missing block falls back to the source text and says so; an outdated one keeps its old translation and carries the present source.
 */
export function assembleEdition(parts: EditionParts): AssembledEdition {
  const numbers = new Map(parts.facts.sources.map((source, index) => [source.id, index + 1]));
  const byBlock = Map.groupBy(parts.translations, (row) => row.blockId);
  const blocks = new Map(parts.blocks.map((block) => [block.id, editionBlock(block, parts, { numbers, live: byBlock.get(block.id) ?? [] })]));
  const counts = noStates();
  for (const block of blocks.values()) counts[block.state]++;

  const sections: EditionSection[] = [];
  let complete = 0;
  for (const [kind, members] of Map.groupBy(parts.blocks, (block) => block.section)) {
    const shown = members.flatMap((member) => blocks.get(member.id) ?? []);
    sections.push({ kind, hash: sectionHash(members), blocks: shown.filter((block) => block.kind !== 'label' && block.kind !== 'title') });
    if (shown.every((block) => block.state !== 'missing' && block.state !== 'outdated')) complete++;
  }
  const title = [...blocks.values()].find((block) => block.kind === 'title');
  if (!title) throw new Error('A document has a title block.');
  const summary = sections.find((section) => section.kind === 'summary')?.blocks[0];
  return {
    body: { title, sections, ...wordedFacts(parts.facts, blocks) },
    title: plainText(title.text),
    summary: plainText(summary?.text ?? ''),
    counts,
    coverage: coverageOf(counts),
    sections: sections.length,
    sectionsInLanguage: complete,
  };
}

function editionBlock(block: SourceBlock, { locale, sourceLocale }: EditionParts, given: { numbers: ReadonlyMap<string, number>; live: readonly LiveTranslation[] }): EditionBlock {
  const { id, kind, item } = block;
  const picked = locale === sourceLocale ? ({ state: 'source', row: null } as const) : pickTranslation(block.hash, given.live);
  const shown = picked.row === null ? { text: block.text, locale: sourceLocale } : { text: picked.row.text, locale };
  return {
    id,
    kind,
    text: shown.text,
    html: renderBlock(shown.text, kind, given.numbers),
    locale: shown.locale,
    direction: directionOf(shown.locale),
    state: picked.state,
    item,
    origin: picked.row?.origin ?? null,
    fromHash: picked.row?.fromHash ?? null,
    sourceHtml: picked.state === 'outdated' ? renderBlock(block.text, kind, given.numbers) : null,
  };
}

/** Puts the blocks in place of the label ids of every fact. */
function wordedFacts(facts: Facts, blocks: ReadonlyMap<string, EditionBlock>): Omit<EditionBody, 'title' | 'sections'> {
  const wordList = (list: FactList) =>
    facts[list].map((fact) => {
      const words = FACT_WORDS[list].fields.map((field) => {
        const id = (fact as unknown as Record<string, string | null>)[field];
        const block = id == null ? null : blocks.get(id);
        if (block === undefined) throw new Error(`The fact "${fact.id}" names the block "${String(id)}", which the text lacks.`);
        return [field, block] as const;
      });
      return { ...fact, ...Object.fromEntries(words) };
    });
  return {
    ...(Object.fromEntries((Object.keys(FACT_WORDS) as FactList[]).map((list) => [list, wordList(list)])) as unknown as Omit<EditionBody, 'title' | 'sections' | 'sources'>),
    sources: facts.sources.map((source, index) => ({ ...source, number: index + 1 })),
  };
}
