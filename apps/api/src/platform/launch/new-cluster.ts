import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MARK, unfinishedName } from './data-folder.ts';
import { LaunchError, explainFileError, explainOutput, systemErrorCode } from './launch-error.ts';
import { SERVER_ENVIRONMENT, giveTo, identityOf, type ServerAccount } from './server-account.ts';

/** The role that initdb makes; only this launcher uses it, for it may do everything, run programs included. */
export const ADMIN = 'naru_admin';

/** Passwords of the two roles, base64url. */
export interface Passwords {
  /** Of the superuser; initdb reads the first line of the file. */
  readonly admin: string;
  /** Of the role that the application uses. */
  readonly app: string;
}

/** A cluster to be made or mended, and the user it belongs to. */
export interface ClusterPlace {
  readonly folder: string;
  readonly account: ServerAccount;
  readonly fast: boolean;
}

/**
 * Makes a new cluster: initdb works in a folder beside, which gets its name only when it is complete, so a data folder
 * is either absent or whole. Throws LaunchError.
 */
export async function createCluster({ folder, account, fast }: ClusterPlace): Promise<Passwords> {
  const passwords = writePasswords(folder, account);
  const unfinished = unfinishedName(folder, randomBytes(6).toString('hex'));
  try {
    // initdb makes the folder's content; as another user it could not make the folder itself in a parent that is not its own.
    mkdirSync(unfinished, { mode: 0o700 });
    giveTo(unfinished, account.owner);
    const { status, output } = await run(account, [
      account.binaries.initdb,
      `--pgdata=${unfinished}`,
      `--username=${ADMIN}`,
      `--pwfile=${passwordFile(folder)}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The provider inside PostgreSQL: full Unicode, and the same order on every machine and after every upgrade of the system.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(fast ? ['--no-sync'] : []),
    ]);
    if (status !== 0) throw explainOutput('The database could not be made', output);
    writeFileSync(join(unfinished, MARK), 'Made by the launcher of the embedded database.\n', { mode: 0o600 });
    giveTo(join(unfinished, MARK), account.owner);
    syncFolder(unfinished, fast);
    moveIntoPlace(unfinished, folder);
    syncFolder(dirname(folder), fast);
    return passwords;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw explainFileError(error, folder);
  }
}

/** Reads the passwords of a cluster, or sets new ones when their file was lost. */
export async function readPasswords(place: ClusterPlace): Promise<Passwords> {
  let lines: string[];
  try {
    lines = readFileSync(passwordFile(place.folder), 'utf8').split('\n');
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw explainFileError(error, passwordFile(place.folder));
    lines = [];
  }
  const [admin = '', app = ''] = lines;
  return admin && app ? { admin, app } : resetPasswords(place);
}

/** Names the file of the passwords: beside the data folder, readable by its owner alone. */
export function passwordFile(folder: string): string {
  return `${folder}.password`;
}

// Single-user mode asks for no password: whoever may write the data folder owns the data anyway.
async function resetPasswords({ folder, account }: ClusterPlace): Promise<Passwords> {
  const passwords = { admin: newPassword(), app: newPassword() };
  const { status, output } = await run(
    account,
    [account.binaries.postgres, '--single', '-D', folder, 'postgres'],
    `alter role ${ADMIN} password '${passwords.admin}'\n`,
  );
  if (status !== 0 || /ERROR|FATAL/.test(output)) throw explainOutput('A new password could not be set', output);
  return writePasswords(folder, account, passwords);
}

function writePasswords(folder: string, account: ServerAccount, passwords: Passwords = { admin: newPassword(), app: newPassword() }): Passwords {
  const path = passwordFile(folder);
  const draft = `${path}-draft`;
  try {
    rmSync(draft, { force: true });
    const file = openSync(draft, 'wx', 0o600);
    writeFileSync(file, `${passwords.admin}\n${passwords.app}\n`);
    fsyncSync(file);
    closeSync(file);
    giveTo(draft, account.owner);
    renameSync(draft, path);
    return passwords;
  } catch (error) {
    throw explainFileError(error, path);
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

function moveIntoPlace(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code !== 'EBUSY' && code !== 'EXDEV') throw error;
    throw new LaunchError(
      'folder-unwritable',
      `The data folder ${folder} is itself a mount point, and cannot be replaced by a complete database. Mount the folder above it instead, or choose a data folder inside it.`,
      error,
    );
  }
}

function syncFolder(folder: string, fast: boolean): void {
  if (fast || process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

async function run(account: ServerAccount, command: string[], input = ''): Promise<{ status: number | null; output: string }> {
  const [program = '', ...words] = [...account.prefix, ...command];
  const child = spawn(program, words, { ...identityOf(account), cwd: '/', env: SERVER_ENVIRONMENT, stdio: 'pipe' });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { status, output: Buffer.concat(chunks).toString('utf8') };
}
