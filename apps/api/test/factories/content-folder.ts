import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { writeReleaseLock, type Taxonomies } from '@naru/content';
import { signerFrom } from '../../src/documents/index.ts';
import { importLibrary, type LibraryImported } from '../../src/manuals/index.ts';
import { filesOf, type ManualDraft } from './manual.ts';
import { TAXONOMIES, writeTaxonomies } from './taxonomies.ts';

/** A content folder in the temporary folder, as an operator has one. */
export class ContentFolder {
  readonly root: string;
  /** Awaited after each import: a server may hear of it a moment later. */
  afterImport: () => Promise<void> = () => Promise.resolve();

  private constructor(root: string) {
    this.root = root;
  }

  /** Makes one with the small world and no manual. */
  static async make(taxonomies: Taxonomies = TAXONOMIES): Promise<ContentFolder> {
    const root = await mkdtemp(join(tmpdir(), 'naru-content-'));
    await mkdir(join(root, 'manuals'));
    await writeTaxonomies(root, taxonomies);
    await writeReleaseLock(root, {});
    return new ContentFolder(root);
  }

  /** Writes a manual's newest version and its older ones, in place of what was there. */
  async put(current: ManualDraft, older: readonly ManualDraft[] = []): Promise<void> {
    const folder = join(this.root, 'manuals', current.slug);
    await rm(folder, { recursive: true, force: true });
    await write(folder, filesOf(current));
    for (const draft of older) await write(join(folder, 'versions', draft.manual.version), filesOf(draft));
  }

  /** Gives a manual's folder another name. */
  async rename(from: string, to: string): Promise<void> {
    await rename(join(this.root, 'manuals', from), join(this.root, 'manuals', to));
  }

  /** Imports everything, or the named manuals; throws when the files have a fault, so that no test passes on nothing. */
  async import(database: DataSource, slugs: readonly string[] = []): Promise<LibraryImported['outcomes']> {
    const { outcomes, problems } = await this.tryImport(database, slugs);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return outcomes;
  }

  /** Imports as an operator does: what has a fault is left out and named. */
  async tryImport(database: DataSource, slugs: readonly string[] = []): Promise<LibraryImported> {
    const imported = await importLibrary({ database, signer: signerFrom('1f'.repeat(32)), root: this.root, slugs, progress: () => undefined });
    await this.afterImport();
    return imported;
  }

  /** Deletes the folder. */
  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

/** Every file below a folder, by path. */
export async function readTree(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file.slice(root.length + 1), await readFile(file, 'utf8')] as const)));
}
