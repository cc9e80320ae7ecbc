import { isLocale, STORED_STATES, type StoredState } from '@naru/domain';
import {
  checkFolder, checkTogether, ContentError, formatProblem, listManuals, readManualFolder, readReleaseLock, readTaxonomies, releaseKey, sourceFingerprint,
  stampTranslation, tidyManual, writeReleaseLock, type ManualFolder,
} from '@naru/content';
import { Command, Option } from 'commander';
import type { CliOutput } from './cli-output.ts';

/** What the commands on content files need: where the files are, and where to print. */
export interface ContentFilesContext { root: string; out: CliOutput }

async function readFolders(root: string, slugs: readonly string[]): Promise<ManualFolder[]> {
  const chosen = slugs.length > 0 ? slugs : await listManuals(root);
  const folders: ManualFolder[] = [];
  for (const slug of chosen) folders.push(await readManualFolder(root, slug));
  return folders;
}

/** `content check [slug…]`: prints every fault with file and line; exit code 1 when there is one. */
export async function checkContent({ root, out }: ContentFilesContext, slugs: readonly string[]): Promise<number> {
  try {
    const context = { taxonomies: await readTaxonomies(root), lock: await readReleaseLock(root) };
    const folders = await readFolders(root, slugs);
    const problems = [...folders.flatMap((folder) => checkFolder(folder, context)), ...checkTogether(folders)];
    problems.forEach((problem) => { out.print(formatProblem(problem)); });
    out.print(`${String(folders.length)} manuals read, ${String(problems.length)} problems.`);
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    out.print(error.message);
    return 1;
  }
}

async function tidyContent({ root, out }: ContentFilesContext, slugs: readonly string[]): Promise<number> {
  let failed = 0;
  for (const folder of await readFolders(root, slugs)) {
    for (const files of [...folder.older, folder.current]) {
      try {
        const changed = await tidyManual(root, files);
        if (changed.length > 0) out.print(`${files.path}: wrote ${changed.join(', ')}`);
      } catch (error) {
        failed++;
        out.print(error instanceof Error ? error.message : String(error));
      }
    }
  }
  return failed === 0 ? 0 : 1;
}

interface StampOptions { state: StoredState; by: string; person: boolean; engineVersion?: string; reviewer?: string; older?: string }

async function stampContent({ root, out }: ContentFilesContext, [slug, locale]: readonly [string, string], options: StampOptions): Promise<number> {
  if (!isLocale(locale)) {
    out.print(`"${locale}" is no language of the library.`);
    return 1;
  }
  const folder = await readManualFolder(root, slug);
  const files = options.older === undefined ? folder.current : folder.older.find((older) => older.path.endsWith(`/${options.older ?? ''}`));
  if (!files) {
    out.print(`${slug} has no version "${options.older ?? ''}".`);
    return 1;
  }
  const { state, by, person } = options;
  const stamp = { state, kind: person ? ('person' as const) : ('machine' as const), name: by, version: options.engineVersion ?? null, reviewer: options.reviewer ?? null, at: new Date().toISOString().slice(0, 10) };
  const count = await stampTranslation(root, files, { locale, stamp });
  out.print(`${files.path}/${locale}.md: ${String(count)} blocks stamped as ${state}.`);
  return 0;
}

async function releaseContent(context: ContentFilesContext, slugs: readonly string[]): Promise<number> {
  const { root, out } = context;
  if ((await checkContent(context, slugs)) !== 0) return 1;
  const lock = await readReleaseLock(root);
  for (const folder of await readFolders(root, slugs)) {
    for (const files of [...folder.older, folder.current]) if (files.manual) lock[releaseKey(folder.slug, files.manual.version)] ??= sourceFingerprint(files);
  }
  await writeReleaseLock(root, lock);
  out.print(`${String(Object.keys(lock).length)} versions released.`);
  return 0;
}

/** The commands that work on content files alone, without a database. */
export function contentFilesCommands(context: ContentFilesContext, exit: (code: number) => void): Command[] {
  return [
    new Command('check').description('name every fault of the content files, with file and line').argument('[slug...]', 'manuals; all when none is named')
      .action(async (slugs: string[]) => { exit(await checkContent(context, slugs)); }),
    new Command('ids').description('add missing ids and bring the files to their canonical form').argument('[slug...]')
      .action(async (slugs: string[]) => { exit(await tidyContent(context, slugs)); }),
    new Command('stamp').description('record which source text the new and changed blocks of a translation were made from').argument('<slug>').argument('<locale>')
      .addOption(new Option('--state <state>').choices(STORED_STATES).makeOptionMandatory()).requiredOption('--by <name>', 'the engine, or the person with --person')
      .option('--person', 'a person translated, not an engine', false).option('--engine-version <version>').option('--reviewer <name>').option('--older <number>', 'stamp an older version')
      .action(async (slug: string, locale: string, options: StampOptions) => { exit(await stampContent(context, [slug, locale], options)); }),
    new Command('release').description('record the source of each version as released: from then on it may not change').argument('[slug...]')
      .action(async (slugs: string[]) => { exit(await releaseContent(context, slugs)); }),
  ];
}
