import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { isFolderLocked } from '../../src/platform/launch/folder-lock.ts';
import { startEmbeddedPostgres } from '../../src/platform/launch/index.ts';
import { stopOrphan } from '../../src/platform/launch/postmaster.ts';

const PREFIX = 'naru-test-';

declare module 'vitest' {
  export interface ProvidedContext {
    naruTestDatabase: { readonly url: string; readonly template: string; readonly prefix: string };
  }
}

/** A database of a test file's own. */
export interface ClonedDatabase {
  readonly url: string;
  /** Deletes the database, closing whatever is still connected to it. */
  drop(): Promise<void>;
}

/**
 * Makes a Vitest globalSetup that gives a run one PostgreSQL (embedded in a temporary folder, or the server at
 * TEST_DATABASE_URL, whose role must be able to create databases) with a template database, filled by `prepare(url)`.
 * Everything is stopped and removed at the end of the run, and also when `prepare` throws.
 */
export function createTestCluster(prepare: (url: string) => Promise<void>): (project: TestProject) => Promise<() => Promise<void>> {
  return async (project) => {
    const server = await startServer();
    const run = randomBytes(4).toString('hex');
    // A server of one's own may serve two runs at once; there only the run's own names are safe.
    const template = server.shared ? `naru_template_${run}` : 'naru_template';
    const prefix = `naru_clone_${run}_`;
    const teardown = async () => {
      try {
        await dropAll(server.url, [template, prefix]);
      } finally {
        await server.stop();
      }
    };
    try {
      await execute(server.url, `create database ${escapeIdentifier(template)}`);
      await prepare(databaseUrl(server.url, template));
    } catch (error) {
      await teardown();
      throw error;
    }
    project.provide('naruTestDatabase', { url: server.url, template, prefix });
    return teardown;
  };
}

/** Clones the template database for one test file; call it in `beforeAll`, and `drop` in `afterAll`. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  const { url, template, prefix } = inject('naruTestDatabase');
  const name = `${prefix}${randomBytes(6).toString('hex')}`;
  await execute(url, `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`);
  return {
    url: databaseUrl(url, name),
    drop: () => execute(url, `drop database if exists ${escapeIdentifier(name)} with (force)`),
  };
}

interface Server {
  readonly url: string;
  readonly shared: boolean;
  stop(): Promise<void>;
}

async function startServer(): Promise<Server> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, shared: true, stop: () => Promise.resolve() };
  await sweepKilledRuns();
  const home = mkdtempSync(join(tmpdir(), PREFIX));
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  try {
    const database = await startEmbeddedPostgres({ folder: join(home, 'postgres'), log: () => undefined, fast: true });
    // Registered after the database's own hook, so it runs when the server is down; for an exit without teardown.
    process.once('exit', remove);
    return {
      url: database.url,
      shared: false,
      async stop() {
        await database.stop();
        process.off('exit', remove);
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

// A run that was killed outright leaves its server and folder; the next run is the first that can clean up.
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const home = join(tmpdir(), name);
    const folder = join(home, 'postgres');
    try {
      if (!readdirSync(home).includes('postgres.lock') || (await isFolderLocked(folder))) continue;
      await stopOrphan(folder);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // Another user's, or another run is sweeping it.
    }
  }
}

async function dropAll(url: string, starts: string[]): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
    for (const { datname } of rows.filter((row) => starts.some((start) => row.datname.startsWith(start)))) {
      await client.query(`drop database if exists ${escapeIdentifier(datname)} with (force)`);
    }
  });
}

async function execute(url: string, statement: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(statement);
  });
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(url: string, name: string): string {
  const result = new URL(url);
  result.pathname = `/${name}`;
  return result.href;
}
