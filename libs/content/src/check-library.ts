import { compareVersionNumbers } from '@naru/domain';
import { checkManual } from './check-manual.ts';
import type { ManualFolder } from './manual-folder.ts';
import type { ContentProblem } from './problems.ts';
import { releaseKey, sourceFingerprint, type ReleaseLock } from './release-lock.ts';
import type { Taxonomies } from './taxonomies.ts';

/** What manuals are checked against. */
export interface CheckContext { taxonomies: Taxonomies; lock: ReleaseLock }

/** Every fault of a manual and its older versions. */
export function checkFolder(folder: ManualFolder, { taxonomies, lock }: CheckContext): ContentProblem[] {
  const versions = [...folder.older, folder.current];
  const problems = versions.flatMap((files) => checkManual(files, taxonomies));
  for (const [index, files] of versions.entries()) {
    const { manual } = files;
    if (!manual) continue;
    const complain = (path: string[], code: string, message: string) => problems.push({ file: `${files.path}/manual.yaml`, line: files.lineOf(path), code, message });
    const before = versions[index - 1]?.manual;
    if (files !== folder.current && !files.path.endsWith(`/${manual.version}`)) complain(['version'], 'version-folder', `The folder's name is not the version ${manual.version}.`);
    if (before && compareVersionNumbers(before.version, manual.version) >= 0) complain(['version'], 'version-order', `Version ${manual.version} does not follow ${before.version}.`);
    if (before && before.id !== manual.id) complain(['id'], 'other-id', 'All versions of a manual have one id.');
    if (manual.version !== '1.0' && manual.changeNote === null) complain(['changeNote'], 'no-change-note', 'A later version tells its adopters what changed.');
    const released = lock[releaseKey(folder.slug, manual.version)];
    if (released !== undefined && released !== sourceFingerprint(files)) complain(['version'], 'released-version-changed', `Version ${manual.version} was released. Raise "version" and keep the old files in versions/${manual.version}/.`);
  }
  return problems;
}

/** Faults between manuals: an id used by two of them. */
export function checkTogether(folders: readonly ManualFolder[]): ContentProblem[] {
  const owners = new Map<string, string>();
  return folders.flatMap(({ slug, current }) => {
    const id = current.manual?.id;
    if (id === undefined) return [];
    const owner = owners.get(id);
    owners.set(id, slug);
    return owner === undefined ? [] : [{ file: `${current.path}/manual.yaml`, line: 1, code: 'duplicate-id', message: `The manual "${owner}" has this id already.` }];
  });
}
