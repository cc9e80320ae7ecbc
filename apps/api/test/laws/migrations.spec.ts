import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/migrations/index.ts';
import { makeManual } from '../factories/manual.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-library.ts';

let library: TestDatabase;
beforeAll(async () => { library = await openTestDatabase(); });
afterAll(() => library.close());

const difference = async () => (await library.database.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
const shape = async () => library.database.query<{ kind: string; what: string }[]>(`
  SELECT 'column' AS kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS what FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'trigger', pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'function', pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1, 2`);

describe('migrations', () => {
  test('make exactly the tables of the entities', async () => {
    expect(await difference()).toEqual([]);
  });

  test('the comparison sees a missing column, a missing index and another type', async () => {
    for (const [breach, mend] of [
      ['ALTER TABLE theme DROP COLUMN icon', `ALTER TABLE theme ADD COLUMN icon text NOT NULL DEFAULT ''; ALTER TABLE theme ALTER COLUMN icon DROP DEFAULT`],
      ['DROP INDEX version_number', 'CREATE UNIQUE INDEX version_number ON version (document_id, major, minor)'],
      ['ALTER TABLE edition ALTER COLUMN sections TYPE bigint', 'ALTER TABLE edition ALTER COLUMN sections TYPE integer'],
      ['ALTER TABLE version DROP CONSTRAINT version_two_pairs_of_eyes', 'ALTER TABLE version ADD CONSTRAINT version_two_pairs_of_eyes CHECK (approver IS NULL OR approver <> author)'],
    ] as const) {
      await library.database.query(breach);
      expect([breach, (await difference()).length > 0]).toEqual([breach, true]);
      await library.database.query(mend);
    }
    expect(await difference()).toEqual([]);
  });

  test('go down step by step to nothing, and up again to the same', async () => {
    const before = await shape();
    for (const _step of MIGRATIONS) await library.database.undoLastMigration({ transaction: 'each' });
    expect((await shape()).filter(({ what }) => !/migration/u.test(what))).toEqual([]);
    const again = await library.database.runMigrations();
    expect(again.map(({ name }) => name)).toEqual(MIGRATIONS.map(({ name }) => name));
    const after = await shape();
    // A dropped and restored column stands elsewhere in the first list; sorted, both are the same.
    expect(after).toEqual(before);
    await library.content.put(makeManual());
    expect(await library.content.import(library.database)).toMatchObject([{ outcome: 'created' }]);
  });

  test('are numbered without a gap, in order, and repeatable', async () => {
    const numbers = MIGRATIONS.map(({ name }) => Number(/(\d{4})$/u.exec(name)?.[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(await library.database.runMigrations()).toEqual([]);
  });

  test('every table whose rows a version owns refuses a change of a published one', async () => {
    const owned: { name: string }[] = await library.database.query(`SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'version_id' AND table_name NOT IN ('version_state', 'version_status', 'edition') ORDER BY 1`);
    const guarded: { name: string }[] = await library.database.query(`SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname LIKE '%\\_immutable' AND tgrelid <> 'version'::regclass ORDER BY 1`);
    expect(guarded.map(({ name }) => name).sort()).toEqual(owned.map(({ name }) => name).sort());
    expect(owned.length).toBeGreaterThan(7);
  });
});
