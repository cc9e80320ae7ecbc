/**
 * The typed parts of a manual, in reading order. A version has at most one section of a kind; the kind is key,
 * anchor and search key, and its title is an interface message.
 */
export const SECTION_KINDS = [
  'summary',
  'problem',
  'context',
  'solution',
  'actors',
  'steps',
  'costs',
  'results',
  'limits',
  'differently',
  'transfer',
  'today',
] as const;

/** Kind of a section. */
export type SectionKind = (typeof SECTION_KINDS)[number];

/** Whether a text names a kind of section. */
export function isSectionKind(text: string): text is SectionKind {
  return (SECTION_KINDS as readonly string[]).includes(text);
}

/** What a block is. `label` is a word of a typed fact; `item` is one list item; a table is one block. */
export const BLOCK_KINDS = ['title', 'paragraph', 'heading', 'item', 'table', 'caption', 'label'] as const;

/** Kind of a block. */
export type BlockKind = (typeof BLOCK_KINDS)[number];
