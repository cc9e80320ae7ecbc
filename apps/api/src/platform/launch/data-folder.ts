import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { POSTGRES_MAJOR } from './binaries.ts';
import { LaunchError, explainFileError } from './launch-error.ts';

/** The file inside a data folder that says: made by this launcher. */
export const MARK = 'naru-embedded';

/** Makes the parents of a data folder and gives its real, absolute path, which is the one that PostgreSQL reports. */
export function settleFolder(folder: string): string {
  const path = resolve(folder);
  try {
    mkdirSync(dirname(path), { recursive: true });
    return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
  } catch (error) {
    throw explainFileError(error, path);
  }
}

/**
 * Looks at what lies at a data folder's path and changes nothing: 'absent' (nothing, or an empty folder) or 'ours'.
 * Throws LaunchError 'foreign-folder' for anything that this launcher did not make, 'other-major-version' for ours from
 * another PostgreSQL.
 */
export function inspectFolder(folder: string): 'absent' | 'ours' {
  let names: string[];
  try {
    if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return 'absent';
    names = readdirSync(folder);
  } catch (error) {
    throw explainFileError(error, folder);
  }
  if (names.length === 0) return 'absent';
  // A folder is renamed into place complete, so one without the mark was never ours, not even half-made.
  if (!names.includes(MARK) || !names.includes('PG_VERSION')) {
    throw new LaunchError(
      'foreign-folder',
      `The folder ${folder} holds something that is not a database of this program. Nothing in it was touched. Choose another data folder, or move that one away.`,
    );
  }
  const major = readMajor(folder);
  if (major !== POSTGRES_MAJOR) {
    throw new LaunchError(
      'other-major-version',
      `The data in ${folder} is from PostgreSQL ${major}, and this program brings ${POSTGRES_MAJOR}. Start it with the version that made the data and take a backup there, move the folder away, and restore the backup here.`,
    );
  }
  return 'ours';
}

/** Names a new folder beside the data folder, in which initdb works until all is complete. */
export function unfinishedName(folder: string, random: string): string {
  return `${folder}.init-${random}`;
}

/** Removes what an interrupted initdb left beside a data folder; call it only with the folder's lock in hand. */
export function sweepUnfinished(folder: string): void {
  const parent = dirname(folder);
  const start = `${basename(folder)}.init-`;
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(start) || !/^[0-9a-f]{12}$/.test(name.slice(start.length))) continue;
    try {
      rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // The orphaned initdb may still be writing there; it never touches the real folder, and the next start sweeps again.
    }
  }
}

function readMajor(folder: string): string {
  try {
    return readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw explainFileError(error, folder);
  }
}
