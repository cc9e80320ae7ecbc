import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { binariesAt, type Binaries } from './binaries.ts';
import { LaunchError } from './launch-error.ts';

/** The user as whom initdb and postgres run, and how to start a program as that user. */
export interface ServerAccount {
  readonly kind: 'same-user' | 'namespace' | 'other-user';
  /** Who must own the data; null where it is whoever makes it. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** Binaries that the user can read. */
  readonly binaries: Binaries;
  /** Words to put before a command line. */
  readonly prefix: readonly string[];
}

/** The whole environment of initdb and postgres: none of our secrets, no PG* variables, messages in English. */
export const SERVER_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * Chooses the user as whom the server runs, and makes an existing data folder that user's.
 *
 * PostgreSQL refuses to run as root, yet root is the usual user in a container. Then:
 * - data that belongs to another user runs as that user, so that a later start by that user still works;
 * - else a user namespace that shows root as another uid: the files stay root's, wherever they lie, and nothing is
 *   copied. Docker's default seccomp profile forbids it, and BusyBox's unshare lacks the option, so it is tried first;
 * - else an unprivileged user of /etc/passwd: needs only CAP_SETUID and CAP_CHOWN, which containers have, but a
 *   folder that this user can reach, and sometimes a readable copy of the binaries.
 * The uid must stand in /etc/passwd in both cases, for initdb looks its name up.
 */
export function chooseAccount(folder: string, binaries: Binaries, unshare = 'unshare'): ServerAccount {
  if (process.getuid?.() !== 0) return { kind: 'same-user', owner: null, binaries, prefix: [] };
  const present = statSync(folder, { throwIfNoEntry: false });
  const empty = !present || readdirSync(folder).length === 0;
  if (!empty && present.uid !== 0) return otherUser(folder, binaries, { uid: present.uid, gid: present.gid });
  const user = unprivilegedUser();
  const prefix = [unshare, '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`];
  if (runs([...prefix, binaries.postgres, '--version'])) {
    const root = { uid: 0, gid: 0 };
    if (present) giveTo(folder, root);
    return { kind: 'namespace', owner: root, binaries, prefix };
  }
  const account = otherUser(folder, binaries, user);
  if (present) giveTo(folder, user);
  return account;
}

/** Gives a file, or a folder with all that is in it, to a user; does nothing for null or what is absent. */
export function giveTo(path: string, owner: ServerAccount['owner']): void {
  const present = lstatSync(path, { throwIfNoEntry: false });
  if (!owner || !present || present.isSymbolicLink()) return;
  if (present.isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), owner);
  if (present.uid !== owner.uid || present.gid !== owner.gid) chownSync(path, owner.uid, owner.gid);
}

/** The spawn options that make a child run as an account's user. */
export function identityOf(account: ServerAccount): { uid?: number; gid?: number } {
  return account.kind === 'other-user' && account.owner ? { ...account.owner } : {};
}

function otherUser(folder: string, binaries: Binaries, owner: { uid: number; gid: number }): ServerAccount {
  const parent = dirname(folder);
  if (!runs(['/bin/sh', '-c', 'cd "$0"', parent], owner)) {
    throw new LaunchError(
      'folder-unwritable',
      `PostgreSQL may not run as root, and the user it would run as (uid ${owner.uid}) cannot enter ${parent}. Choose a data folder outside of private folders, start this program as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
  const readable = runs([binaries.postgres, '--version'], owner) ? binaries : readableCopy(folder, binaries);
  return { kind: 'other-user', owner, binaries: readable, prefix: [] };
}

// Beside the data, for that place can be entered, belongs to this installation, and is no shared folder like /tmp.
function readableCopy(folder: string, binaries: Binaries): Binaries {
  const copy = `${folder}.programs`;
  const version = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8', env: SERVER_ENVIRONMENT }).stdout.trim();
  const present = existsSync(copy) && spawnSync(binariesAt(copy).postgres, ['--version'], { encoding: 'utf8', env: SERVER_ENVIRONMENT }).stdout.trim() === version;
  if (present) return binariesAt(copy);
  const draft = `${copy}-draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(binaries.root, draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  rmSync(copy, { recursive: true, force: true });
  renameSync(draft, copy);
  return binariesAt(copy);
}

function openToAll(path: string): void {
  const present = lstatSync(path);
  if (present.isSymbolicLink()) return;
  if (present.isDirectory()) {
    chmodSync(path, 0o755);
    for (const name of readdirSync(path)) openToAll(join(path, name));
  } else {
    chmodSync(path, present.mode & 0o100 ? 0o755 : 0o644);
  }
}

function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
  const user = ['postgres', 'node', 'nobody'].map((name) => users.find((one) => one.name === name)).find(Boolean) ?? users[0];
  if (!user) {
    throw new LaunchError(
      'database-failed',
      'PostgreSQL may not run as root, and /etc/passwd names no other user. Start this program as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
  return { uid: user.uid, gid: user.gid };
}

function runs(command: readonly string[], identity: { uid?: number; gid?: number } = {}): boolean {
  const [program = '', ...words] = command;
  return spawnSync(program, words, { ...identity, cwd: '/', env: SERVER_ENVIRONMENT, stdio: 'ignore' }).status === 0;
}
