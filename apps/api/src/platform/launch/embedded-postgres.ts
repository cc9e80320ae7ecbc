import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { findBinaries } from './binaries.ts';
import { inspectFolder, settleFolder, sweepUnfinished } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { LaunchError, explainFileError } from './launch-error.ts';
import { ADMIN, createCluster, passwordFile, readPasswords, type Passwords } from './new-cluster.ts';
import { startPostmaster, stopOrphan, type Postmaster } from './postmaster.ts';
import { chooseAccount, giveTo } from './server-account.ts';

const APP = 'naru';

/** How to start the embedded database. */
export interface EmbeddedPostgresOptions {
  /** The data folder; it is made on the first start, and files named like it lie beside it. */
  readonly folder: string;
  /** Takes one line for the operator at a time. */
  readonly log: (line: string) => void;
  /** Gives up safety in a crash for speed, and lets the application's role create databases: for tests. */
  readonly fast?: boolean;
}

/** A running embedded database. */
export interface EmbeddedPostgres {
  /** Connection address of the database `naru`, password included; its port changes with every start. */
  readonly url: string;
  /** Whether this start had to stop a server that a killed predecessor left on the folder. */
  readonly adopted: boolean;
  /** Shuts the server down and gives the folder back; resolves when its process is gone. May be called twice. */
  stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the program, on 127.0.0.1 and a free port, making its data folder on first use.
 *
 * The application's role `naru` owns its database and is no superuser, as on a server of one's own. Until `stop`, the
 * exit of this process by whatever way but SIGKILL stops the server as well; after SIGKILL the next start does.
 * Throws LaunchError for whatever an operator can mend.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, fast = false } = options;
  const binaries = findBinaries();
  const folder = settleFolder(options.folder);
  inspectFolder(folder);
  const lock = await lockFolder(folder);
  let server = null as Postmaster | null;
  const atExit = () => {
    server?.stopNow();
    lock.release();
  };
  process.once('exit', atExit);
  let stopping: Promise<void> | null = null;
  const stop = () => (stopping ??= (async () => {
    await server?.stop();
    process.off('exit', atExit);
    lock.release();
  })());
  try {
    // Looked at again: before the lock was ours, its holder may just have made the folder.
    const state = inspectFolder(folder);
    const adopted = state === 'ours' && (await stopOrphan(folder));
    if (adopted) log('Stopped a database server that an earlier process had left behind.');
    sweepUnfinished(folder);
    const account = chooseAccount(folder, binaries);
    giveTo(lock.path, account.owner);
    giveTo(passwordFile(folder), account.owner);
    const place = { folder, account, fast };
    if (state === 'absent') log(`Preparing the database in ${folder} (first time only).`);
    const passwords = state === 'absent' ? await createCluster(place) : await readPasswords(place);
    const { port } = await startPostmaster(place, (spawned) => {
      server = spawned;
    });
    await prepareDatabase({ folder, fast, passwords, port });
    return { url: address({ role: APP, password: passwords.app, port }), adopted, stop };
  } catch (error) {
    await stop();
    throw explainFileError(error, folder);
  }
}

interface Started {
  readonly folder: string;
  readonly fast: boolean;
  readonly passwords: Passwords;
  readonly port: number;
}

async function prepareDatabase({ folder, fast, passwords, port }: Started): Promise<void> {
  const client = new Client({ connectionString: address({ role: ADMIN, password: passwords.admin, port, database: 'postgres' }), ssl: false });
  try {
    await connect(client, folder);
    // Before anything is changed: the port may have gone to somebody else's server in the meantime.
    const shown = await client.query<{ data_directory: string }>('show data_directory');
    const directory = shown.rows[0]?.data_directory;
    if (directory !== folder) {
      throw new LaunchError('database-failed', `Port ${port} answers with the database of ${directory ?? 'an unknown folder'} instead of ${folder}. Start again.`);
    }
    const role = escapeIdentifier(APP);
    const roles = await client.query('select from pg_roles where rolname = $1', [APP]);
    if (roles.rowCount === 0) await client.query(`create role ${role}`);
    await client.query(`alter role ${role} login ${fast ? 'createdb ' : ''}password ${escapeLiteral(passwords.app)}`);
    const databases = await client.query('select from pg_database where datname = $1', [APP]);
    if (databases.rowCount === 0) await client.query(`create database ${role} owner ${role}`);
  } finally {
    await client.end();
  }
}

async function connect(client: Client, folder: string): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    // 28P01: invalid_password.
    if (!(error instanceof Error && 'code' in error && error.code === '28P01')) throw error;
    throw new LaunchError(
      'wrong-password',
      `The password in ${passwordFile(folder)} is not that of the database. Delete that file and start again: a new password will be set, and no data is lost.`,
      error,
    );
  }
}

function address({ role, password, port, database = APP }: { role: string; password: string; port: number; database?: string }): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}
