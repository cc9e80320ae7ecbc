import type { DataSource } from 'typeorm';
import { checkFolder, folderFingerprint, formatProblem, listManuals, readManualFolder, readReleaseLock, readTaxonomies, type ContentProblem, type ManualFolder } from '@naru/content';
import type { Signer } from '../documents/index.ts';
import { importTaxonomies } from '../places/index.ts';
import { ContentImport, type ImportOutcome } from './content-import.ts';

/** What an import is told and what it tells. */
export interface LibraryImport {
  database: DataSource;
  signer: Signer;
  /** The content folder. */
  root: string;
  /** Only these manuals; all when empty. */
  slugs: readonly string[];
  /** After each manual. */
  progress: (done: number, total: number, slug: string) => void;
}

/** What an import did. `problems` are lines with file and line; such manuals were left out. */
export interface LibraryImported { outcomes: ImportOutcome[]; problems: string[] }

/**
 * Imports places, taxonomies and manuals, one manual at a time: memory does not grow with the library. A manual with a fault is left out and named.
 * @throws ContentError when places or taxonomies can't be read
 */
export async function importLibrary({ database, signer, root, slugs, progress }: LibraryImport): Promise<LibraryImported> {
  const context = { taxonomies: await readTaxonomies(root), lock: await readReleaseLock(root) };
  await importTaxonomies(database, context.taxonomies);
  const manuals = new ContentImport(database, signer);
  const chosen = slugs.length > 0 ? slugs : await listManuals(root);
  const known = new Map((await database.query<{ slug: string; importedFrom: string | null }[]>(
    `SELECT s.slug, d.imported_from AS "importedFrom" FROM document d JOIN document_slug s ON s.document_id = d.id AND s.current`,
  )).map((row) => [row.slug, row.importedFrom]));
  const outcomes: ImportOutcome[] = [];
  const problems: string[] = [];
  const owners = new Map<string, string>();
  for (const [index, slug] of chosen.entries()) {
    const folder = await readManualFolder(root, slug);
    // What was imported whole needs neither check nor import again: most of the work of a start.
    const unchanged = known.get(slug) === folderFingerprint(folder);
    const faults = [...(unchanged ? [] : checkFolder(folder, context)), ...checkOwner(owners, folder)];
    if (unchanged && faults.length === 0) outcomes.push({ slug, outcome: 'unchanged', conflicts: [] });
    else if (faults.length > 0) problems.push(...faults.map(formatProblem));
    else outcomes.push(await manuals.importManual(folder));
    progress(index + 1, chosen.length, slug);
  }
  return { outcomes, problems };
}

/** A copied folder that kept its id: importing both would move the document's address to and fro. */
function checkOwner(owners: Map<string, string>, { slug, current }: ManualFolder): ContentProblem[] {
  const id = current.manual?.id;
  if (id === undefined) return [];
  const owner = owners.get(id);
  owners.set(id, owner ?? slug);
  return owner === undefined ? [] : [{ file: `${current.path}/manual.yaml`, line: 1, code: 'duplicate-id', message: `The manual "${owner}" has this id already.` }];
}
