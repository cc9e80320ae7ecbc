import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ConfigError, type Config } from './config.ts';
import { signerFrom, signerFromFile, type Signer } from './documents/index.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openDatabase } from './platform/database/data-source.ts';
import { startEmbeddedPostgres } from './platform/launch/index.ts';
import { TABLES } from './tables.ts';

/** Where the library is kept while the process runs. */
export interface Reached { url: string; embedded: boolean; stop: () => Promise<void> }

/**
 * Reaches the database: the one at DATABASE_URL, else the embedded one, which is started.
 * @param say one line of progress
 * @throws LaunchError with one sentence
 */
export async function reachDatabase(config: Config, say: (line: string) => void): Promise<Reached> {
  if (config.DATABASE_URL !== undefined) return { url: config.DATABASE_URL, embedded: false, stop: () => Promise.resolve() };
  const { url, stop } = await startEmbeddedPostgres({ folder: join(config.DATA_DIR, 'postgres'), log: say });
  return { url, embedded: true, stop };
}

/** Opens a pool on the library's tables. */
export async function openLibrary(config: Config, url: string): Promise<DataSource> {
  return openDatabase({ url, pool: config.DATABASE_POOL, tables: TABLES, migrations: MIGRATIONS });
}

/**
 * The signer of versions: SIGNING_KEY, else a key that is made in DATA_DIR on first use.
 * @throws ConfigError when several processes may share a database and no key is set
 */
export async function openSigner(config: Config): Promise<Signer> {
  if (config.SIGNING_KEY !== undefined) return signerFrom(config.SIGNING_KEY);
  if (config.DATABASE_URL !== undefined) throw new ConfigError('With DATABASE_URL set SIGNING_KEY is needed too, the same for every replica. Make one with "openssl rand -hex 32".');
  return signerFromFile(join(config.DATA_DIR, 'signing.key'));
}
