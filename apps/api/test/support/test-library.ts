import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { signerFrom } from '../../src/documents/index.ts';
import { MIGRATIONS } from '../../src/migrations/index.ts';
import { openDatabase } from '../../src/platform/database/data-source.ts';
import { LibraryRevision } from '../../src/platform/database/library-revision.service.ts';
import { TABLES } from '../../src/tables.ts';
import { ContentFolder } from '../factories/content-folder.ts';
import { cloneDatabase } from './test-database.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** Key that signs in tests: 32 bytes, hexadecimal. */
export const TEST_KEY = '1f'.repeat(32);

/** Signer of tests. */
export const testSigner = signerFrom(TEST_KEY);

/** A pool on a database with the library's tables. */
export async function openTestDataSource(url: string): Promise<DataSource> {
  return openDatabase({ url, pool: 4, tables: TABLES, migrations: MIGRATIONS });
}

/** A database and a content folder of a test file's own, without a server. */
export interface TestDatabase { url: string; database: DataSource; content: ContentFolder; revision(): Promise<number>; close(): Promise<void> }

/** Clones the migrated template and makes an empty content folder. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const clone = await cloneDatabase();
  const database = await openTestDataSource(clone.url);
  const content = await ContentFolder.make();
  return {
    url: clone.url,
    database,
    content,
    async revision() {
      const [row]: [{ revision: string }] = await database.query('SELECT revision FROM library_revision');
      return Number(row.revision);
    },
    async close() {
      await database.destroy();
      await content.remove();
      await clone.drop();
    },
  };
}

/** A test database with a server on it. */
export interface TestLibrary extends TestDatabase { server: TestServer }

/** A database, a content folder, and the real server over HTTP on them. */
export async function startTestLibrary(): Promise<TestLibrary> {
  const base = await openTestDatabase();
  const server = await startTestServer({ databaseUrl: base.url });
  // The server may answer from memory until it heard of a change, a second at most; only test/api/caching.spec.ts looks into that second.
  base.content.afterImport = async () => {
    const heard = server.app.get(LibraryRevision);
    for (let tries = 0; tries < 500 && heard.current !== String(await base.revision()); tries++) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return {
    ...base,
    server,
    async close() {
      await server.close();
      await base.close();
    },
  };
}
