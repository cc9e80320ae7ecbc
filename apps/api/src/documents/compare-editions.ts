import { diffArrays } from 'diff';
import { FACT_LISTS, FACT_WORDS, type Locale, type SectionKind } from '@naru/domain';
import type { EditionBlock, EditionBody } from './edition-body.ts';
import { plainText } from './markdown-html.ts';

/** What happened to a block between two versions. */
export type BlockChangeKind = 'unchanged' | 'changed' | 'added' | 'removed' | 'moved';

/** One block of a comparison. */
export interface ComparedBlock { section: SectionKind; id: string; kind: EditionBlock['kind']; change: BlockChangeKind; locale: Locale; pieces: { kind: 'same' | 'added' | 'removed'; text: string }[] }

/** A typed value that differs; values as text. */
export interface ComparedFact { path: string; from: string | null; to: string | null }

interface Placed { section: SectionKind; block: EditionBlock }

/** Every block of an edition in reading order: title, then each section's prose and the words of its facts. */
function blocksInOrder(body: EditionBody): Placed[] {
  const words = Map.groupBy(
    FACT_LISTS.flatMap((list) => {
      const { section, fields } = FACT_WORDS[list];
      return (body[list] as unknown as Record<string, EditionBlock | null>[]).flatMap((fact) => fields.flatMap((field) => (fact[field] ? [{ section, block: fact[field] }] : [])));
    }),
    (placed): SectionKind => placed.section,
  );
  return [
    { section: 'summary', block: body.title },
    ...body.sections.flatMap(({ kind, blocks }) => [...blocks.map((block) => ({ section: kind, block })), ...(words.get(kind) ?? [])]),
  ];
}

/** Ids that kept their order between two sequences: a longest common subsequence, so that one moved block counts as one. */
function keptInOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  const tails: { id: string; at: number; previous: number }[] = [];
  const chain: number[] = [];
  for (const id of after) {
    const at = place.get(id);
    if (at === undefined) continue;
    let low = 0;
    let high = chain.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[chain[middle] ?? 0]?.at ?? -1) < at) low = middle + 1;
      else high = middle;
    }
    tails.push({ id, at, previous: low > 0 ? (chain[low - 1] ?? -1) : -1 });
    chain[low] = tails.length - 1;
  }
  const kept = new Set<string>();
  for (let index = chain.at(-1) ?? -1; index >= 0; index = tails[index]?.previous ?? -1) kept.add(tails[index]?.id ?? '');
  return kept;
}

/** Where two texts differ, by the words of the language: `diffWordsWithSpace` takes no segmenter and would cut Thai between a letter and its vowel. */
function pieces(from: string, to: string, locale: Locale): ComparedBlock['pieces'] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const words = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
  return diffArrays(words(from), words(to)).map((part) => ({ kind: part.added ? 'added' : part.removed ? 'removed' : 'same', text: part.value.join('') }));
}

/** Compares two editions of one manual in one language, block by block. Pure. */
export function compareBlocks(from: EditionBody, to: EditionBody): ComparedBlock[] {
  const before = blocksInOrder(from);
  const after = blocksInOrder(to);
  const old = new Map(before.map((placed) => [placed.block.id, placed]));
  const present = new Set(after.map((placed) => placed.block.id));
  const kept = keptInOrder(before.map((placed) => placed.block.id), after.map((placed) => placed.block.id));
  const compared = after.map(({ section, block }): ComparedBlock => {
    const previous = old.get(block.id);
    const text = plainText(block.text);
    const head = { section, id: block.id, kind: block.kind, locale: block.locale };
    if (!previous) return { ...head, change: 'added', pieces: [{ kind: 'added', text }] };
    if (previous.block.text !== block.text) return { ...head, change: 'changed', pieces: pieces(plainText(previous.block.text), text, block.locale) };
    return { ...head, change: kept.has(block.id) && previous.section === section ? 'unchanged' : 'moved', pieces: [{ kind: 'same', text }] };
  });
  // A removed block is shown where it stood: after the last block before it that is still there.
  before.forEach(({ section, block }, index) => {
    if (present.has(block.id)) return;
    const anchor = before.slice(0, index).findLast((placed) => compared.some((done) => done.id === placed.block.id))?.block.id;
    const at = compared.findIndex((done) => done.id === anchor) + 1;
    compared.splice(at, 0, { section, id: block.id, kind: block.kind, locale: block.locale, change: 'removed', pieces: [{ kind: 'removed', text: plainText(block.text) }] });
  });
  return compared;
}

function flatten(body: EditionBody): Map<string, string> {
  const flat = new Map<string, string>();
  for (const list of [...FACT_LISTS, 'sources'] as const) {
    for (const fact of body[list]) {
      for (const [field, value] of Object.entries(fact)) {
        if (field === 'id' || field === 'number' || value === null || (typeof value === 'object' && 'fromHash' in value)) continue;
        const text = Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value);
        flat.set(`${list}.${fact.id}.${field}`, text);
      }
    }
  }
  return flat;
}

/** The typed values in which two versions differ. Pure; language plays no part. */
export function compareFacts(from: EditionBody, to: EditionBody): ComparedFact[] {
  const before = flatten(from);
  const after = flatten(to);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => ({ path, from: before.get(path) ?? null, to: after.get(path) ?? null }));
}
