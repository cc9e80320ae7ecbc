import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Not, type EntityManager } from 'typeorm';
import { blockHash, type Locale } from '@naru/domain';
import { formatManual, manualSchema, type ManualFiles, type ManualText, type ManualYaml, type TextBlock, type Unit } from '@naru/content';
import { BlockTranslationEntity, DocumentEntity, EditionEntity, readBlocks, VersionEntity, type EditionBlock, type EditionBody } from '../documents/index.ts';
import { readFacts } from './facts.writer.ts';

interface Exported { slug: string; documentId: string }

/** Every manual that has a published version, by slug. */
export async function listExportable(tx: EntityManager): Promise<Exported[]> {
  return tx.query<Exported[]>(`
    SELECT s.slug, d.id AS "documentId" FROM document d JOIN document_slug s ON s.document_id = d.id AND s.current
    WHERE d.kind = 'manual' AND EXISTS (SELECT FROM version_status v WHERE v.document_id = d.id AND v.state = 'published') ORDER BY s.slug`);
}

/**
 * Writes a manual's files as import would read them: the published version, and the superseded ones below `versions/`.
 * @returns paths written, below the content folder
 */
export async function exportManual(tx: EntityManager, root: string, { slug, documentId }: Exported): Promise<string[]> {
  const document = await tx.findOneByOrFail(DocumentEntity, { id: documentId });
  const versions = await tx.query<{ id: string; state: string }[]>(
    `SELECT v.id, t.state FROM version v JOIN version_status t ON t.version_id = v.id WHERE v.document_id = $1 AND t.state IN ('published', 'superseded') ORDER BY v.major, v.minor`,
    [documentId],
  );
  // Not only live rows: an older version shows what was live in its time. Of equal ones the newest.
  const rows = new Map((await tx.find(BlockTranslationEntity, { where: { documentId, state: Not('draft') }, order: { id: 'ASC' } })).map((row) => [rowKey(row.locale, { id: row.blockId, text: row.text, fromHash: row.fromHash, origin: originOf(row) }), row]));
  const written: string[] = [];
  for (const { id, state } of versions) {
    const version = await tx.findOneByOrFail(VersionEntity, { id });
    const number = `${String(version.major)}.${String(version.minor)}`;
    const folder = `manuals/${slug}${state === 'published' ? '' : `/versions/${number}`}`;
    const files = formatManual(await versionFiles(tx, { version, document, rows }));
    await mkdir(join(root, folder), { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(root, folder, name), text);
      written.push(`${folder}/${name}`);
    }
  }
  return written;
}

interface VersionParts { version: VersionEntity; document: DocumentEntity; rows: ReadonlyMap<string, BlockTranslationEntity> }

type ShownBlock = Pick<EditionBlock, 'id' | 'text' | 'fromHash' | 'origin'>;

/** What a block of an edition and the row that it was made from have in common. */
function rowKey(locale: Locale, { id, text, fromHash, origin }: ShownBlock): string {
  return JSON.stringify([locale, id, fromHash, text, origin?.kind, origin?.name, origin?.version, origin?.reviewer, origin?.at]);
}

function originOf(row: BlockTranslationEntity): EditionBlock['origin'] {
  return { kind: row.originKind, name: row.originName, version: row.originVersion, reviewer: row.reviewer, at: row.madeOn };
}

async function versionFiles(tx: EntityManager, { version, document, rows }: VersionParts): Promise<Pick<ManualFiles, 'manual' | 'texts'>> {
  const { changeNote, depth, owner, city, themes, sdg, licence } = version;
  const manual: ManualYaml = {
    id: document.id, sourceLocale: document.sourceLocale, version: `${String(version.major)}.${String(version.minor)}`, changeNote, published: version.publishedOn, depth, owner, city, themes, sdg,
    period: { start: version.periodStart, end: version.periodEnd }, licence: licence as ManualYaml['licence'], origin: version.textOrigin, ...(await readFacts(tx, version.id)),
  };
  const source = (await readBlocks(tx, version.id)).map(({ kind, ...block }): TextBlock => ({ ...block, kind: kind === 'label' ? 'item' : kind, line: 0 }));
  const texts: Partial<Record<Locale, ManualText>> = { [document.sourceLocale]: { blocks: source, units: null } };
  for (const edition of await tx.findBy(EditionEntity, { versionId: version.id })) {
    if (edition.locale !== document.sourceLocale) texts[edition.locale] = translatedText(edition, source, rows);
  }
  // The schema puts the keys into the order of the file; rows come in the order of their columns.
  return { manual: manualSchema.parse(manual), texts };
}

function translatedText(edition: EditionEntity, source: readonly TextBlock[], rows: VersionParts['rows']): ManualText {
  const units: Record<string, Unit> = {};
  const shown = new Map(blocksOf(edition.body).map((block) => [block.id, block]));
  const blocks = source.flatMap((original): TextBlock[] => {
    const block = shown.get(original.id ?? '');
    const row = block && rows.get(rowKey(edition.locale, block));
    if (!row) return [];
    units[row.blockId] = { from: row.fromHash, text: blockHash(row.text), state: storedState(block.state) ?? row.state, origin: { kind: row.originKind, name: row.originName, version: row.originVersion }, reviewer: row.reviewer, at: row.madeOn };
    return [{ ...original, text: row.text }];
  });
  return { blocks, units };
}

/** What an edition says of a translation's quality; null where it says another thing, as of an outdated one. */
function storedState(state: EditionBlock['state']): 'machine' | 'translated' | 'reviewed' | null {
  return state === 'machine' || state === 'translated' || state === 'reviewed' ? state : null;
}

/** Every block of an edition, labels included. */
function blocksOf(body: EditionBody): EditionBlock[] {
  const words = [body.amounts, body.staffing, body.steps, body.conditions, body.results, body.limits, body.differently]
    .flatMap((list): object[] => list)
    .flatMap((fact) => Object.values(fact) as unknown[])
    .filter((value): value is EditionBlock => typeof value === 'object' && value !== null && 'fromHash' in value);
  return [body.title, ...body.sections.flatMap((section) => section.blocks), ...words];
}
