import 'reflect-metadata';
import { createTestCluster } from './test-database.ts';

// The entities are decorated classes, so they are loaded only where Vite compiles them.
const { openTestDataSource } = await import('./test-library.ts');

/** Starts the run's PostgreSQL and migrates the template that every test file clones. */
export default createTestCluster(async (url) => {
  const database = await openTestDataSource(url);
  try {
    await database.runMigrations();
  } finally {
    await database.destroy();
  }
});
