import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeManual, translate } from '../factories/manual.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-library.ts';

let library: TestDatabase;
beforeAll(async () => {
  library = await openTestDatabase();
  await library.content.put(translate(makeManual(), 'ko'));
  await library.content.import(library.database);
});
afterAll(() => library.close());

const run = (sql: string) => library.database.query<unknown>(sql);
const copy = (changes: string) => `INSERT INTO block_translation (document_id, block_id, locale, from_hash, text, state, origin_kind, origin_name, made_on, entered_by, live)
  SELECT document_id, block_id, locale, from_hash, text, ${changes} FROM block_translation WHERE block_id = 'sum1' AND live`;

describe('rows of translations', () => {
  test('no column may change, but a live one may cease to be', async () => {
    const columns: { name: string; type: string }[] = await library.database.query(`SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = 'block_translation' AND column_name NOT IN ('live', 'id')`);
    for (const { name, type } of columns) {
      const other = type === 'uuid' ? `'01890000-0000-7000-8000-000000000000'` : `'other'`;
      await expect(run(`UPDATE block_translation SET ${name} = ${other}, live = false WHERE block_id = 'prb1'`), name).rejects.toThrow(/block_translation is append-only/u);
    }
    await expect(run(`UPDATE block_translation SET id = id + 1000, live = false WHERE block_id = 'prb1'`)).rejects.toThrow(/append-only/u);
    await run(`UPDATE block_translation SET live = false WHERE block_id = 'prb1'`);
    await expect(run(`UPDATE block_translation SET live = true WHERE block_id = 'prb1'`)).rejects.toThrow(/append-only/u);
  });

  test('none may be deleted', async () => {
    await expect(run(`DELETE FROM block_translation WHERE block_id = 'sol1'`)).rejects.toThrow(/append-only/u);
  });

  test('a draft can’t be live', async () => {
    await expect(run(copy(`'draft', 'person', 'x', '2026-01-01', 'desk', true`))).rejects.toThrow(/block_translation_no_live_draft/u);
    await run(copy(`'draft', 'person', 'x', '2026-01-01', 'desk', false`));
  });

  test('of one block, language and source text one row is live at most', async () => {
    await expect(run(copy(`'reviewed', 'person', 'x', '2026-01-01', 'desk', true`))).rejects.toThrow(/block_translation_live/u);
    await run(copy(`'reviewed', 'person', 'x', '2026-01-01', 'desk', false`));
  });

  test('states and ways of entering are closed lists', async () => {
    await expect(run(copy(`'perfect', 'person', 'x', '2026-01-01', 'desk', false`))).rejects.toThrow(/block_translation_state/u);
    await expect(run(copy(`'machine', 'person', 'x', '2026-01-01', 'mail', false`))).rejects.toThrow(/block_translation_entered_by/u);
  });
});

describe('the library’s revision', () => {
  const change = (icon: string) => `UPDATE theme SET icon = '${icon}' WHERE id = 'water'`;

  /** Statements of one transaction; each rise of the counter that they made. */
  async function risesBy(statements: readonly string[], end: 'COMMIT' | 'ROLLBACK' = 'COMMIT'): Promise<number> {
    const before = await library.revision();
    const runner = library.database.createQueryRunner();
    await runner.query('BEGIN');
    for (const statement of statements) await runner.query(statement);
    await runner.query(end);
    await runner.release();
    return (await library.revision()) - before;
  }

  test('rises once in a transaction, however much it changes', async () => {
    expect(await risesBy([change('a')])).toBe(1);
    expect(await risesBy([change('b'), change('c'), `DELETE FROM theme_name WHERE id = 'waste'`, `UPDATE edition SET title = title`, `UPDATE city SET population = population + 1`, `INSERT INTO document_slug SELECT 'more', document_id, false FROM document_slug LIMIT 1`])).toBe(1);
  });

  test('rises in each transaction that changes what the public sees', async () => {
    for (const table of ['organisation', 'organisation_name', 'country', 'city', 'city_name', 'theme', 'theme_name', 'sdg', 'sdg_name', 'sdg_target', 'evidence_level_name', 'edition', 'document_slug']) {
      const [{ column }]: [{ column: string }] = await library.database.query(`SELECT column_name AS column FROM information_schema.columns WHERE table_name = '${table}' ORDER BY ordinal_position DESC LIMIT 1`);
      expect([table, await risesBy([`UPDATE ${table} SET ${column} = ${column}`])]).toEqual([table, 1]);
    }
    expect(await risesBy([`INSERT INTO version_state (version_id, state) SELECT version_id, 'withdrawn' FROM version_status`], 'ROLLBACK')).toBe(0);
  });

  test('does not rise when nothing of it is kept, nor for what nobody sees yet', async () => {
    expect(await risesBy([change('d')], 'ROLLBACK')).toBe(0);
    expect(await risesBy(['SELECT 1'])).toBe(0);
    expect(await risesBy([copy(`'draft', 'person', 'x', '2026-01-02', 'desk', false`)])).toBe(0);
  });

  test('rises after a savepoint that was taken back', async () => {
    expect(await risesBy(['SAVEPOINT s', change('e'), 'ROLLBACK TO s'])).toBe(0);
    expect(await risesBy(['SAVEPOINT s', change('f'), 'ROLLBACK TO s', change('g')])).toBe(1);
    expect(await risesBy([change('h'), 'SAVEPOINT s', change('i'), 'ROLLBACK TO s', change('j')])).toBe(1);
  });

  test('rises in order: of two transactions at once each gets a number of its own', async () => {
    const before = await library.revision();
    await Promise.all(Array.from({ length: 8 }, (_, index) => run(`UPDATE theme SET icon = 'p${String(index)}' WHERE id = 'parks'`)));
    expect(await library.revision()).toBe(before + 8);
  });

  test('is one row', async () => {
    await expect(run('INSERT INTO library_revision VALUES (false, 1)')).rejects.toThrow(/library_revision_one_row/u);
    await expect(run('INSERT INTO library_revision VALUES (true, 1)')).rejects.toThrow(/library_revision_pkey/u);
  });
});
