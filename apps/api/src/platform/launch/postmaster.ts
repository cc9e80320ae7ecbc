import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { LaunchError, explainFileError, explainOutput } from './launch-error.ts';
import type { ClusterPlace } from './new-cluster.ts';
import { commandLineOf, isAlive, signalProcess, waitUntilGone } from './processes.ts';
import { SERVER_ENVIRONMENT, giveTo, identityOf } from './server-account.ts';
import { postgresSettings } from './settings.ts';

const START_LIMIT = 120_000;
const LOG_LIMIT = 5_000_000;

/** A running PostgreSQL server. */
export interface Postmaster {
  readonly port: number;
  /** Shuts the server down (rolls open transactions back) and resolves when its process is gone. */
  stop(): Promise<void>;
  /** The same from an exit hook: blocks for at most two seconds, after which the server's own crash recovery is relied on. */
  stopNow(): void;
}

/**
 * Starts the server of a complete cluster on a free port and resolves when it takes connections; `spawned` gets it as
 * soon as its process exists, so that an exit in between can stop it. Throws LaunchError.
 */
export async function startPostmaster(place: ClusterPlace, spawned: (server: Postmaster) => void): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryStart(place, spawned);
    } catch (error) {
      // Another program may take the port between our look and the start; a killed server's last backends need a moment to leave.
      const passing = error instanceof Error && /Address already in use|could not create any TCP|shared memory block/.test(error.message);
      if (!passing || attempt === 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
    }
  }
}

/**
 * Stops a server that a killed predecessor left running on our data folder; answers whether there was one. Call it only
 * with the folder's lock in hand. A postmaster.pid whose process is gone, or is something else, is harmless.
 */
export async function stopOrphan(folder: string): Promise<boolean> {
  const pid = pidIn(folder);
  if (pid === null) return false;
  if (!isAlive(pid) || !servesFolder(pid, folder)) {
    disownPidFile(folder);
    return false;
  }
  for (const [signal, milliseconds] of [['SIGINT', 20_000], ['SIGQUIT', 5_000], ['SIGKILL', 2_000]] as const) {
    if (!signalProcess(pid, signal) && isAlive(pid)) break;
    if (await waitUntilGone(pid, milliseconds)) {
      disownPidFile(folder);
      return true;
    }
  }
  throw new LaunchError(
    'orphan-remains',
    `A database server that an earlier process left behind (process ${pid}) still runs on ${folder} and does not stop. End it with "kill -INT ${pid}" as its own user, and start again.`,
  );
}

/** Names the server's log file. */
export function logFile(folder: string): string {
  return `${folder}.log`;
}

async function tryStart({ folder, account, fast }: ClusterPlace, spawned: (server: Postmaster) => void): Promise<Postmaster> {
  const port = await freePort();
  const log = openLog(folder);
  giveTo(logFile(folder), account.owner);
  const start = fstatSync(log).size;
  const settings = postgresSettings(port, fast).flatMap((setting) => ['-c', setting]);
  const [program = '', ...words] = [...account.prefix, account.binaries.postgres, '-D', folder, ...settings];
  // detached: a process group of its own, so that Ctrl-C in a terminal reaches us, and the database only after us.
  const child = spawn(program, words, { ...identityOf(account), cwd: '/', env: SERVER_ENVIRONMENT, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  const ended = new Promise<unknown>((resolve) => {
    child.once('error', resolve);
    child.once('exit', () => resolve(null));
  });
  const server = { port, stop: () => stop(child, ended), stopNow: () => stopNow(child, folder) };
  spawned(server);
  try {
    await untilReady(child, folder, ended);
  } catch (error) {
    await server.stop();
    if (error instanceof LaunchError) throw error;
    throw explainOutput(`The database did not start (its log is ${logFile(folder)})`, readFrom(logFile(folder), start));
  }
  child.unref();
  return server;
}

// PostgreSQL writes its pid (line 1) and state (line 8) into postmaster.pid: cheaper to read, and surer, than trying to connect.
async function untilReady(child: ChildProcess, folder: string, ended: Promise<unknown>): Promise<void> {
  const outcome: { over: boolean; failure: Error | null } = { over: false, failure: null };
  void ended.then((error) => {
    outcome.over = true;
    outcome.failure = error instanceof Error ? error : null;
  });
  const end = Date.now() + START_LIMIT;
  for (;;) {
    const lines = pidFileLines(folder);
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return;
    if (outcome.failure) throw new LaunchError('no-binary', `The embedded PostgreSQL cannot run on this system (${outcome.failure.message}). Set DATABASE_URL to a PostgreSQL server of your own.`, outcome.failure);
    if (outcome.over) throw new Error('ended');
    if (Date.now() > end) {
      throw new LaunchError('database-failed', `The database was not ready after ${START_LIMIT / 1000} seconds. Its log is ${logFile(folder)}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.ref();
  for (const [signal, milliseconds] of [['SIGINT', 15_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    child.kill(signal);
    if (await within(ended, milliseconds)) return;
  }
}

async function within(ended: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const result = await Promise.race([ended.then(() => true), late]);
  clearTimeout(timer);
  return result;
}

function stopNow(child: ChildProcess, folder: string): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!signalProcess(pid, signal)) return;
    // The event loop is over, so nobody reaps the child: a zombie counts as gone.
    for (let waited = 0; waited < 1_000; waited += 10) {
      if (!isAlive(pid) || !existsSync(join(folder, 'postmaster.pid'))) return;
      Atomics.wait(cell, 0, 0, 10);
    }
  }
}

function servesFolder(pid: number, folder: string): boolean {
  const command = commandLineOf(pid);
  return command.includes('postgres') && `${command} `.includes(` -D ${folder} `);
}

// PostgreSQL believes any pid in postmaster.pid that takes a signal, a reused one or a zombie too, and would refuse. It
// takes its parent's pid for stale, yet still checks that no backend of the old server holds the shared memory;
// deleting the file would lose that.
function disownPidFile(folder: string): void {
  const path = join(folder, 'postmaster.pid');
  if (!existsSync(path)) return;
  try {
    writeFileSync(path, [process.pid, ...pidFileLines(folder).slice(1)].join('\n'));
  } catch (error) {
    throw explainFileError(error, path);
  }
}

function pidIn(folder: string): number | null {
  const pid = Number(pidFileLines(folder)[0]);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : null;
}

function pidFileLines(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function openLog(folder: string): number {
  const path = logFile(folder);
  try {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) {
      rmSync(`${path}.old`, { force: true });
      renameSync(path, `${path}.old`);
    }
    return openSync(path, 'a', 0o600);
  } catch (error) {
    throw explainFileError(error, path);
  }
}

function readFrom(path: string, start: number): string {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(64_000);
  const length = readSync(file, buffer, 0, buffer.length, start);
  closeSync(file);
  return buffer.toString('utf8', 0, length);
}
