import type { DataSource } from 'typeorm';
import { checkFolder, formatProblem, listManuals, readManualFolder, readReleaseLock, readTaxonomies } from '@naru/content';
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
  const outcomes: ImportOutcome[] = [];
  const problems: string[] = [];
  for (const [index, slug] of chosen.entries()) {
    const folder = await readManualFolder(root, slug);
    const faults = checkFolder(folder, context);
    if (faults.length > 0) problems.push(...faults.map(formatProblem));
    else outcomes.push(await manuals.importManual(folder));
    progress(index + 1, chosen.length, slug);
  }
  return { outcomes, problems };
}
