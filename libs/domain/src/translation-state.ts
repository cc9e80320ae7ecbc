/** What is stored about a translated block's quality, from least to most. A `draft` is never shown to readers. */
export const STORED_STATES = ['machine', 'draft', 'translated', 'reviewed'] as const;

/** Stored state of a block translation. */
export type StoredState = (typeof STORED_STATES)[number];

/**
 * What a reader is told about a block in a language. `source`: the block is in its source language. `outdated` and
 * `missing` are derived by comparing hashes, never stored.
 */
export const BLOCK_STATES = ['source', 'machine', 'translated', 'reviewed', 'outdated', 'missing'] as const;

/** Derived state of a block in a language. */
export type BlockState = (typeof BLOCK_STATES)[number];

/** From this coverage on a document counts as being "in" a language: in lists, in hreflang, in the language menu. */
export const COVERAGE_THRESHOLD = 0.8;

/** How many of a document's blocks are in which state. */
export type StateCounts = Readonly<Record<BlockState, number>>;

/** A count of states, all zero. */
export function noStates(): Record<BlockState, number> {
  return { source: 0, machine: 0, translated: 0, reviewed: 0, outdated: 0, missing: 0 };
}

/** Share of blocks, 0–1, that a reader gets in the language and up to date: live and not outdated ÷ all. An empty document has 0. */
export function coverageOf(counts: StateCounts): number {
  const all = BLOCK_STATES.reduce((sum, state) => sum + counts[state], 0);
  return all === 0 ? 0 : (all - counts.outdated - counts.missing) / all;
}

/** Whether a document with this coverage counts as being in the language. */
export function isOffered(coverage: number): boolean {
  return coverage >= COVERAGE_THRESHOLD;
}

/**
 * Picks what a reader sees of one block: the live translation made from the block's present text, else the newest one
 * made from an older text (then the block is outdated), else nothing (missing).
 * @param currentHash hash of the block's present source text
 * @param live live translations of the block into one language, newest first
 */
export function pickTranslation<T extends { fromHash: string; state: Exclude<StoredState, 'draft'> }>(
  currentHash: string,
  live: readonly T[],
): { state: Exclude<BlockState, 'source'>; row: T | null } {
  const current = live.find((row) => row.fromHash === currentHash);
  if (current) return { state: current.state, row: current };
  const older = live[0];
  return older ? { state: 'outdated', row: older } : { state: 'missing', row: null };
}
