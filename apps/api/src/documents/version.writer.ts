import type { EntityManager } from 'typeorm';
import type { Facts, Locale, StoredState } from '@naru/domain';
import { isLocale } from '@naru/domain';
import { fold } from '@naru/search';
import { assembleEdition, type LiveTranslation, type SourceBlock } from './assemble-edition.ts';
import { BlockEntity, BlockTranslationEntity } from './block.entity.ts';
import { EditionEntity } from './edition.entity.ts';
import { VersionEntity, VersionStateEntity, type VersionState } from './version.entity.ts';

/** Rows of one INSERT stay below PostgreSQL's 65,535 parameters. */
const BATCH = 1000;

/** Inserts a version with its blocks, without a state. The caller holds the transaction. */
export async function insertVersion(tx: EntityManager, version: VersionEntity, blocks: readonly SourceBlock[]): Promise<void> {
  await tx.insert(VersionEntity, version);
  const rows = blocks.map((block, position) => ({
    versionId: version.id,
    blockId: block.id,
    position,
    section: block.section,
    kind: block.kind,
    itemDepth: block.item?.depth ?? null,
    itemOrdered: block.item?.ordered ?? null,
    itemFirst: block.item?.first ?? null,
    text: block.text,
    hash: block.hash,
  }));
  for (let start = 0; start < rows.length; start += BATCH) await tx.insert(BlockEntity, rows.slice(start, start + BATCH));
}

/** Adds a state to a version's history; the database refuses one that may not follow. */
export async function enterState(tx: EntityManager, versionId: string, { state, reason = null }: { state: VersionState; reason?: string | null }): Promise<void> {
  await tx.insert(VersionStateEntity, { versionId, state, reason });
}

/** A version's blocks in their order. */
export async function readBlocks(tx: EntityManager, versionId: string): Promise<SourceBlock[]> {
  const rows = await tx.find(BlockEntity, { where: { versionId }, order: { position: 'ASC' } });
  return rows.map((row) => ({
    id: row.blockId,
    section: row.section,
    kind: row.kind,
    item: row.itemDepth === null ? null : { depth: row.itemDepth, ordered: row.itemOrdered === true, first: row.itemFirst === true },
    text: row.text,
    hash: row.hash,
  }));
}

/** What editions of a version are written from. */
export interface EditionSource { versionId: string; documentId: string; sourceLocale: Locale; blocks: readonly SourceBlock[]; facts: Facts }

/**
 * Writes the editions of a version: the source language's, and one for each language that has a live translation of one of its
 * blocks. Belongs into the transaction that publishes or that changes a live translation.
 */
export async function writeEditions(tx: EntityManager, source: EditionSource): Promise<void> {
  const ids = new Set(source.blocks.map((block) => block.id));
  const live = (await tx.find(BlockTranslationEntity, { where: { documentId: source.documentId, live: true }, order: { id: 'DESC' } })).filter((row) => ids.has(row.blockId));
  const [{ revision }] = await tx.query<[{ revision: string }]>('SELECT next_library_revision() AS revision');
  const byLocale = Map.groupBy(live, (row) => row.locale);
  const rows = [source.sourceLocale, ...[...byLocale.keys()].filter((locale) => locale !== source.sourceLocale && isLocale(locale))].map((locale) => {
    const edition = assembleEdition({ ...source, locale, translations: (byLocale.get(locale) ?? []).map(liveTranslation) });
    const { body, counts, coverage, summary, title, sections, sectionsInLanguage } = edition;
    return { versionId: source.versionId, locale, documentId: source.documentId, revision, title, summary, coverage, counts, sections, sectionsInLanguage, folded: fold(`${title} ${summary}`), body };
  });
  await tx.upsert(EditionEntity, rows, ['versionId', 'locale']);
}

function liveTranslation(row: BlockTranslationEntity): LiveTranslation {
  return {
    blockId: row.blockId,
    fromHash: row.fromHash,
    text: row.text,
    state: row.state as Exclude<StoredState, 'draft'>,
    origin: { kind: row.originKind, name: row.originName, version: row.originVersion, reviewer: row.reviewer, at: row.madeOn },
  };
}
