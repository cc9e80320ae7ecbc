import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/launch/index.ts';

/** Whether the tests run as root. */
export const asRoot = process.getuid?.() === 0;

/** Uid and gid of the user `nobody` of this machine. */
export const nobody = { uid: idOf('-u'), gid: idOf('-g') };

const started: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];
const homes: string[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child, 'SIGTERM');
  await Promise.all(started.splice(0).map((database) => database.stop()));
});
afterAll(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true, maxRetries: 3 });
});

/** Makes an empty folder that every user may write to, removed after the file's tests. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'naru-launch-'));
  chmodSync(home, 0o777);
  homes.push(home);
  return home;
}

/** Names a data folder, not yet there, in a new home. */
export function newFolder(): string {
  return join(newHome(), 'postgres');
}

/** Starts the database in this process; it is stopped after the test. */
export async function start(folder: string): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ folder, log: () => undefined, fast: true });
  started.push(database);
  return database;
}

/** What the process of `fixtures/owner.ts` said. */
export interface Said {
  readonly url?: string;
  readonly adopted?: boolean;
  readonly code?: string;
  readonly message?: string;
}

/** Runs a script of `fixtures/` in a process of its own, as another user if asked; it is ended after the test. */
export function runFixture(words: string[], identity: { uid?: number; gid?: number } = {}): ChildProcess {
  const [script = '', ...rest] = words;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fixtures', script), ...rest], {
    ...identity,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return child;
}

/** Has another process start the database and waits for its first words. */
export async function startElsewhere(words: string[], identity: { uid?: number; gid?: number } = {}): Promise<{ child: ChildProcess; said: Said }> {
  const child = runFixture(['owner.ts', ...words], identity);
  const said: Said = JSON.parse(await firstLine(child));
  return { child, said };
}

/** Gives the first line that a process prints; fails with its errors if it ends before. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let output = '';
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('\n')) resolve(output.slice(0, output.indexOf('\n')));
    });
    child.once('close', () => reject(new Error(`ended without a word: ${errors}`)));
  });
}

/** Sends a signal and waits for the end; answers exit status or signal. */
export async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | string | null> {
  child.kill(signal);
  return ended(child);
}

/** Waits for the end of a process; answers exit status or signal. */
export async function ended(child: ChildProcess): Promise<number | string | null> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
  return child.exitCode ?? child.signalCode;
}

/** Runs one statement and gives its rows. */
export async function query(url: string | undefined, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Reads the pid of the server that runs on a data folder. */
export function serverPid(folder: string): number {
  return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function idOf(option: string): number {
  return Number(spawnSync('id', [option, 'nobody'], { encoding: 'utf8' }).stdout);
}
