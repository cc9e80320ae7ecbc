import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLocale, SLUG, VERSION_NUMBER, type Locale } from '@naru/domain';
import { LIMITS } from './limits.ts';
import { manualSchema, newManualSchema, type ManualYaml } from './manual-yaml.ts';
import type { ContentProblem } from './problems.ts';
import { parseText, type TextBlock } from './text-file.ts';
import { parseUnits, type Units } from './units-file.ts';
import { parseYaml } from './yaml-file.ts';

/** A text of a manual in one language. */
export interface ManualText { blocks: TextBlock[]; units: Units | null }

/** One version of a manual as its files have it. */
export interface ManualFiles {
  slug: string;
  /** Path of the version's folder below the content folder, for messages. */
  path: string;
  /** Null when the YAML has problems; `id` is absent before `content ids` ran. */
  manual: (Omit<ManualYaml, 'id'> & { id?: string }) | null;
  texts: Partial<Record<Locale, ManualText>>;
  /** The files as they are, by name, to compare with their canonical form. */
  raw: Record<string, string>;
  lineOf: (path: readonly PropertyKey[]) => number;
  problems: ContentProblem[];
}

/** A manual's newest version and its older ones, oldest first. */
export interface ManualFolder { slug: string; current: ManualFiles; older: ManualFiles[] }

const FILE = /^(?:manual\.yaml|([a-z]{2})\.md|([a-z]{2})\.units\.json)$/u;

/**
 * Reads one version's folder. Follows no symbolic link, opens no file beyond the size limit and none of another name.
 * @param root the content folder
 * @param path the version's folder below it
 */
export async function readVersionFolder(root: string, path: string, slug: string): Promise<ManualFiles> {
  const problems: ContentProblem[] = [];
  const raw: Record<string, string> = {};
  for (const name of (await readdir(join(root, path))).sort()) {
    const file = `${path}/${name}`;
    const stat = await lstat(join(root, file));
    if (name === 'versions' && stat.isDirectory()) continue;
    const match = FILE.exec(name);
    const locale = match?.[1] ?? match?.[2];
    if (!match || (locale !== undefined && !isLocale(locale))) problems.push({ file, line: 0, code: 'unknown-file', message: 'No such file belongs to a manual. Remove it.' });
    else if (!stat.isFile()) problems.push({ file, line: 0, code: 'not-a-file', message: 'Links and folders are not followed here. Put a plain file.' });
    else if (stat.size > LIMITS.fileBytes) problems.push({ file, line: 0, code: 'file-too-large', message: `A content file has at most ${String(LIMITS.fileBytes)} bytes; this has ${String(stat.size)}.` });
    else raw[name] = await readFile(join(root, file), 'utf8');
  }
  return { slug, path, raw, ...parseFiles(raw, path, problems) };
}

function parseFiles(raw: Record<string, string>, path: string, problems: ContentProblem[]): Pick<ManualFiles, 'manual' | 'texts' | 'lineOf' | 'problems'> {
  const source = raw['manual.yaml'];
  if (source === undefined) problems.push({ file: `${path}/manual.yaml`, line: 0, code: 'no-yaml', message: 'The manual has no manual.yaml.' });
  const hasId = source === undefined || /^id:/mu.test(source);
  const yaml = parseYaml<Omit<ManualYaml, 'id'> & { id?: string | undefined }>(source ?? '', `${path}/manual.yaml`, hasId ? manualSchema : newManualSchema);
  if (source !== undefined) problems.push(...yaml.problems);
  const texts: ManualFiles['texts'] = {};
  for (const [name, content] of Object.entries(raw)) {
    const locale = name.slice(0, 2);
    if (!name.endsWith('.md') || !isLocale(locale)) continue;
    const text = parseText(content, `${path}/${name}`);
    problems.push(...text.problems);
    const unitsName = `${locale}.units.json`;
    const units = raw[unitsName] === undefined ? null : parseUnits(raw[unitsName], `${path}/${unitsName}`);
    problems.push(...(units?.problems ?? []));
    texts[locale] = { blocks: text.blocks, units: units?.units ?? null };
  }
  for (const name of Object.keys(raw)) {
    if (name.endsWith('.units.json') && raw[`${name.slice(0, 2)}.md`] === undefined) problems.push({ file: `${path}/${name}`, line: 0, code: 'units-without-text', message: 'The units have no text beside them.' });
  }
  const manual = yaml.value === null ? null : (yaml.value as ManualFiles['manual']);
  return { manual, texts, lineOf: yaml.lineOf, problems };
}

/** Reads one manual's folder with its older versions. */
export async function readManualFolder(root: string, slug: string): Promise<ManualFolder> {
  if (!SLUG.test(slug)) throw new Error(`"${slug}" is no slug: lower-case letters, digits and single hyphens.`);
  const path = `manuals/${slug}`;
  if (!(await lstat(join(root, path))).isDirectory()) throw new Error(`${path} is no folder. Links are not followed.`);
  const current = await readVersionFolder(root, path, slug);
  const versions = await olderVersions(join(root, path, 'versions'));
  const older: ManualFiles[] = [];
  if (versions.length > LIMITS.versions) current.problems.push({ file: `${path}/versions`, line: 0, code: 'too-many-versions', message: `A manual has at most ${String(LIMITS.versions)} older versions.` });
  for (const { name, isFolder } of versions.slice(0, LIMITS.versions)) {
    if (isFolder && VERSION_NUMBER.test(name)) older.push(await readVersionFolder(root, `${path}/versions/${name}`, slug));
    else current.problems.push({ file: `${path}/versions/${name}`, line: 0, code: 'unknown-file', message: 'A version is a folder, no link, named by its number, such as "1.0".' });
  }
  return { slug, current, older };
}

/** What stands in `versions/`, oldest first; nothing where that is no folder itself. Links are not followed. */
async function olderVersions(path: string): Promise<{ name: string; isFolder: boolean }[]> {
  const folder = await lstat(path).catch(() => null);
  if (!folder?.isDirectory()) return [];
  const entries = await readdir(path, { withFileTypes: true });
  return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/** The slugs of all manuals in a content folder, sorted. */
export async function listManuals(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'manuals'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && SLUG.test(entry.name)).map((entry) => entry.name).sort();
}
