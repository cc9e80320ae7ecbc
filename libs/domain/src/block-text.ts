import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { SECTION_KINDS } from './sections.ts';

/** Pattern of a block id as it ends a block in a content file: ` ^k3f9`. */
export const BLOCK_ID = /^[a-z0-9]{4,12}$/;

/** Ids that no block may have: a manual's page uses them as anchors itself. */
export const RESERVED_BLOCK_IDS: ReadonlySet<string> = new Set([
  ...SECTION_KINDS, 'sources', 'cite', 'versions', 'citation', 'content', 'toc', 'top', 'q', 'languages', 'facts',
]);

/** Pattern of a source id, as in the citation `[@metropolis-2005]`. */
export const SOURCE_ID = /^[a-z0-9][a-z0-9-]{1,59}$/;

const CITATION = /\[@([a-z0-9][a-z0-9-]{1,59})\]/g;

/** Text as it is hashed: NFC, white space collapsed; Markdown marks and citation ids stay. */
export function normaliseBlockText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * Hash of a block's text. The prefix names the rule: `n1:` is SHA-256, in hexadecimal, of the UTF-8 bytes of
 * {@link normaliseBlockText}. A new rule gets a new prefix, so that old hashes stay readable.
 */
export function blockHash(text: string): string {
  return `n1:${bytesToHex(sha256(utf8ToBytes(normaliseBlockText(text))))}`;
}

/** Hash of a section: that of its ordered (block id, block hash). Lessons pin to it. */
export function sectionHash(blocks: readonly { id: string; hash: string }[]): string {
  return `s1:${bytesToHex(sha256(utf8ToBytes(blocks.map((b) => `${b.id} ${b.hash}`).join('\n'))))}`;
}

/** The source ids that a text cites, in order of first mention. */
export function citedSources(text: string): string[] {
  return [...new Set([...text.matchAll(CITATION)].map((match) => match[1] ?? ''))];
}

/** Whether a text states a figure: any decimal digit of any script, outside citations and link targets. */
export function hasFigure(text: string): boolean {
  return /\p{Nd}/u.test(text.replace(CITATION, '').replace(/\]\([^)]*\)/g, ']'));
}
