import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { LaunchError, explainFileError, systemErrorCode } from './launch-error.ts';
import { pidSpace, startTimeOf } from './processes.ts';

const BEAT = 2_000;
const SILENCE = 10_000;

/** The right to be the only process that runs a database on one folder. */
export interface FolderLock {
  /** The lock file. */
  readonly path: string;
  /** Gives the right back; may be called twice, and from an exit hook. */
  release(): void;
}

interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly startTime: string | null;
  readonly space: string;
}

/**
 * Takes the lock of a data folder, or throws LaunchError 'data-folder-in-use' if a live process holds it.
 *
 * The lock is a file that names its holder by pid and start time, so that one left by a killed process, even with its
 * pid in use again, holds nobody up. Node offers no flock(2). A pid of another container means nothing here; such a
 * holder is believed alive while it touches the file, which it does every two seconds.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = `${folder}.lock`;
  const mine: Holder = { token: randomUUID(), pid: process.pid, startTime: startTimeOf(process.pid), space: pidSpace() };
  for (let attempt = 0; attempt < 5; attempt++) {
    if (claim(path, mine)) {
      // Two processes that find the same stale lock may both get here; the file tells which one holds it.
      await sleep(attempt === 0 ? 0 : 50);
      if (read(path)?.token === mine.token) return hold(path, mine);
    }
    const holder = read(path);
    if (holder && (await isHeld(path, holder))) throw inUse(folder, holder);
    removeStale(path, holder);
  }
  throw new LaunchError('data-folder-in-use', `Another process is starting on the data folder ${folder}. Wait for it, or stop it.`);
}

/** Tells whether a live process holds the lock of a data folder, without taking it. */
export async function isFolderLocked(folder: string): Promise<boolean> {
  const holder = read(`${folder}.lock`);
  return holder !== null && (await isHeld(`${folder}.lock`, holder));
}

function claim(path: string, mine: Holder): boolean {
  const draft = `${path}-${mine.token}`;
  try {
    // link(2) is what creates a complete file or none, and fails if there is one.
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o644 });
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw explainFileError(error, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function hold(path: string, mine: Holder): FolderLock {
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // A full or vanished disk shows itself in the database; the lock has nothing to add.
    }
  }, BEAT);
  beat.unref();
  return {
    path,
    release() {
      clearInterval(beat);
      if (read(path)?.token === mine.token) rmSync(path, { force: true });
    },
  };
}

async function isHeld(path: string, holder: Holder): Promise<boolean> {
  if (holder.space === pidSpace()) return holder.startTime !== null && startTimeOf(holder.pid) === holder.startTime;
  const seen = touched(path);
  if (seen === null || Date.now() - seen > SILENCE) return false;
  const end = Date.now() + SILENCE;
  while (Date.now() < end) {
    await sleep(250);
    const now = touched(path);
    if (now === null) return false;
    if (now !== seen) return true;
  }
  return false;
}

function removeStale(path: string, stale: Holder | null): void {
  const aside = `${path}-${randomUUID()}`;
  try {
    renameSync(path, aside);
    const moved = read(aside);
    // Somebody was faster and this is their fresh lock: put it back.
    if (moved && moved.token !== stale?.token) linkSync(aside, path);
    unlinkSync(aside);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code !== 'ENOENT' && code !== 'EEXIST') throw explainFileError(error, path);
    rmSync(aside, { force: true });
  }
}

function read(path: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isHolder(value) ? value : null;
  } catch {
    return null;
  }
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && 'token' in value && 'pid' in value && 'space' in value && 'startTime' in value;
}

function touched(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function inUse(folder: string, holder: Holder): LaunchError {
  const who = holder.space === pidSpace() ? `process ${holder.pid}` : 'a process in another container or on another machine';
  return new LaunchError(
    'data-folder-in-use',
    `The data folder ${folder} is in use by ${who}. Stop that process, or choose another data folder for this one.`,
  );
}
