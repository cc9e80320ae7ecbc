import type { DataSource, EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { blockHash, FACT_LISTS, LOCALES, type Facts, type Locale } from '@naru/domain';
import { folderFingerprint, labelsOf, type ManualFiles, type ManualFolder, type ManualYaml } from '@naru/content';
import {
  BlockTranslationEntity, DocumentEntity, DocumentSlugEntity, enterState, insertVersion, versionHash, VersionEntity, writeEditions, type Signer, type SourceBlock,
} from '../documents/index.ts';
import { insertFacts } from './facts.writer.ts';

/** What importing one manual did. Conflicts name what was edited elsewhere and was therefore left alone. */
export interface ImportOutcome { slug: string; outcome: 'created' | 'updated' | 'unchanged' | 'conflict'; conflicts: string[] }

interface Conflict { conflict: string }

/** A version that is in the database, or why its files may not go in. */
type Placed = { versionId: string; added: boolean } | Conflict;

/** The source blocks of a version's files; what the facts name is a label. */
export function sourceBlocksOf(manual: ManualYaml, files: Pick<ManualFiles, 'texts'>): SourceBlock[] {
  const labels = new Set(labelsOf(manual).map((use) => use.block));
  return (files.texts[manual.sourceLocale]?.blocks ?? []).map(({ id, section, kind, item, text }) => ({
    id: id ?? '', section, kind: labels.has(id ?? '') ? 'label' : kind, item, text, hash: blockHash(text),
  }));
}

/** The typed facts of a manual's YAML. */
export function factsOf(manual: ManualYaml): Facts {
  return { ...(Object.fromEntries(FACT_LISTS.map((list) => [list, manual[list]])) as unknown as Omit<Facts, 'sources'>), sources: manual.sources };
}

/**
 * Brings checked content files into the database. Idempotent: the same files change nothing. One transaction a manual.
 * Never overwrites what was edited elsewhere.
 */
export class ContentImport {
  readonly #database: DataSource;
  readonly #signer: Signer;

  constructor(database: DataSource, signer: Signer) {
    this.#database = database;
    this.#signer = signer;
  }

  /** Imports a manual with its older versions. The folder has passed `checkFolder`. */
  async importManual(folder: ManualFolder): Promise<ImportOutcome> {
    return this.#database.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('naru:import'))`);
      const { slug, current } = folder;
      const id = current.manual?.id;
      if (id === undefined) throw new Error(`${slug} was not checked before its import.`);
      const existing = await tx.findOneBy(DocumentEntity, { id });
      const refused = await this.#placeDocument(tx, folder, existing !== null);
      if (refused) return { slug, outcome: 'conflict', conflicts: [refused.conflict] };

      const conflicts: string[] = [];
      let changed = false;
      for (const files of [...folder.older, current]) {
        const manual = files.manual as ManualYaml;
        const blocks = sourceBlocksOf(manual, files);
        const placed = await this.#placeVersion(tx, manual, blocks);
        if ('conflict' in placed) {
          conflicts.push(placed.conflict);
          continue;
        }
        // An older version's editions stay as they were published; its files' translations are those of its time.
        if (files !== current && !placed.added) continue;
        const translated = await placeTranslations(tx, files, manual);
        conflicts.push(...translated.conflicts);
        if (placed.added || (translated.changed && files === current)) {
          await writeEditions(tx, { versionId: placed.versionId, documentId: id, sourceLocale: manual.sourceLocale, blocks, facts: factsOf(manual) });
        }
        changed ||= placed.added || translated.changed;
      }
      await tx.update(DocumentEntity, { id }, { importedFrom: conflicts.length > 0 ? null : folderFingerprint(folder) });
      return { slug, conflicts, outcome: conflicts.length > 0 ? 'conflict' : !existing ? 'created' : changed ? 'updated' : 'unchanged' };
    });
  }

  /** Makes the document and gives it the folder's name as its slug; a former slug stays and redirects. */
  async #placeDocument(tx: EntityManager, { slug, current }: ManualFolder, exists: boolean): Promise<Conflict | null> {
    const manual = current.manual as ManualYaml;
    const taken = await tx.findOneBy(DocumentSlugEntity, { slug });
    if (taken && taken.documentId !== manual.id) return { conflict: `The address "${slug}" belongs to another document.` };
    if (!exists) await tx.insert(DocumentEntity, { id: manual.id, kind: 'manual', sourceLocale: manual.sourceLocale });
    if (taken?.current === true) return null;
    await tx.update(DocumentSlugEntity, { documentId: manual.id, current: true }, { current: false });
    await tx.upsert(DocumentSlugEntity, { slug, documentId: manual.id, current: true }, ['slug']);
    return null;
  }

  async #placeVersion(tx: EntityManager, manual: ManualYaml, blocks: readonly SourceBlock[]): Promise<Placed> {
    const [major = 0, minor = 0] = manual.version.split('.').map(Number);
    const head = headOf(manual, major, minor);
    const facts = factsOf(manual);
    const hash = versionHash({ documentId: manual.id, sourceLocale: manual.sourceLocale, head, blocks, facts });
    const same = await tx.findOneBy(VersionEntity, { documentId: manual.id, major, minor });
    if (same) {
      return same.hash === hash ? { versionId: same.id, added: false } : { conflict: `Version ${manual.version} is in the library with another text (origin: ${same.origin}). Raise the version, or export first.` };
    }
    const newer = await tx.createQueryBuilder(VersionEntity, 'v').where('v.document_id = :id AND (v.major, v.minor) > (:major, :minor)', { id: manual.id, major, minor }).getCount();
    if (newer > 0) return { conflict: `Version ${manual.version} is older than one that the library has, and is not in it.` };

    const version = { id: v7(), documentId: manual.id, origin: 'import' as const, ...head, sdgGoals: goalsOf(manual.sdg), maxEvidence: bestEvidence(facts), hash, signature: this.#signer.sign(hash), keyId: this.#signer.keyId };
    await insertVersion(tx, version, blocks);
    await insertFacts(tx, version.id, facts);
    const [published] = await tx.query<{ id: string }[]>(`SELECT version_id AS id FROM version_status WHERE document_id = $1 AND state = 'published'`, [manual.id]);
    if (published) await enterState(tx, published.id, { state: 'superseded' });
    await enterState(tx, version.id, { state: 'published' });
    return { versionId: version.id, added: true };
  }
}

function headOf(manual: ManualYaml, major: number, minor: number) {
  const { changeNote, depth, owner, city, themes, sdg, period, licence, origin, published } = manual;
  return { major, minor, changeNote, depth, owner, city, themes, sdg, periodStart: period.start, periodEnd: period.end, licence, textOrigin: origin, publishedOn: published, author: null, approver: null };
}

function goalsOf(sdg: readonly string[]): number[] {
  return [...new Set(sdg.map((code) => Number(code.split('.')[0])))].sort((a, b) => a - b);
}

function bestEvidence(facts: Facts): number | null {
  return facts.results.length === 0 ? null : Math.max(...facts.results.map((result) => result.evidence));
}

/** Brings the translations of one version's files in: a new text is a new live row, the same text changes nothing. */
async function placeTranslations(tx: EntityManager, files: ManualFiles, manual: ManualYaml): Promise<{ changed: boolean; conflicts: string[] }> {
  const conflicts: string[] = [];
  const key = (locale: Locale, blockId: string, fromHash: string) => `${locale} ${blockId} ${fromHash}`;
  // What the files told last: the live row, or their own draft, which is never live.
  const rows = await tx.find(BlockTranslationEntity, { where: [{ documentId: manual.id, live: true }, { documentId: manual.id, state: 'draft', enteredBy: 'import' }], order: { id: 'ASC' } });
  const last = new Map(rows.map((row) => [key(row.locale, row.blockId, row.fromHash), row]));
  const fresh: Partial<BlockTranslationEntity>[] = [];
  const replaced: string[] = [];
  for (const locale of LOCALES) {
    const text = locale === manual.sourceLocale ? undefined : files.texts[locale];
    for (const block of text?.blocks ?? []) {
      const unit = text?.units?.[block.id ?? ''];
      if (!unit || block.id === null) continue;
      const before = last.get(key(locale, block.id, unit.from));
      const row = {
        documentId: manual.id, blockId: block.id, locale, fromHash: unit.from, text: block.text, state: unit.state, originKind: unit.origin.kind, originName: unit.origin.name,
        originVersion: unit.origin.version, reviewer: unit.reviewer, madeOn: unit.at, enteredBy: 'import' as const, live: unit.state !== 'draft',
      };
      if (before && Object.entries(row).every(([name, value]) => name === 'enteredBy' || before[name as keyof typeof row] === value)) continue;
      if (before?.enteredBy === 'desk') conflicts.push(`${locale} ^${block.id} was translated on line; the file's text was left out. Export first.`);
      else {
        if (before) replaced.push(before.id);
        fresh.push(row);
      }
    }
  }
  if (replaced.length > 0) await tx.update(BlockTranslationEntity, replaced, { live: false });
  for (let start = 0; start < fresh.length; start += 1000) await tx.insert(BlockTranslationEntity, fresh.slice(start, start + 1000));
  return { changed: fresh.length > 0, conflicts };
}
