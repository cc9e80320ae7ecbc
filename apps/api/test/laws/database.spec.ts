import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QueryRunner } from 'typeorm';
import { v7 } from 'uuid';
import { makeManual, revise, translate, type ManualDraft } from '../factories/manual.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-library.ts';

/** Laws that PostgreSQL itself holds, whoever writes. Each test writes in a transaction that is rolled back. */
let library: TestDatabase;
let draft: ManualDraft;

beforeAll(async () => {
  library = await openTestDatabase();
  draft = translate(makeManual(), 'ko');
  await library.content.put(revise(draft, '1.1', { texts: { sol1: 'Other.' } }), [draft]);
  await library.content.import(library.database);
});
afterAll(() => library.close());

type Run = (sql: string, values?: unknown[]) => Promise<{ id: string; revision: string; state: string }[]>;

async function rolledBack(work: (run: Run, runner: QueryRunner) => Promise<void>): Promise<void> {
  const runner = library.database.createQueryRunner();
  await runner.startTransaction();
  try {
    await work((sql, values) => runner.query(sql, values) as ReturnType<Run>, runner);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const refused = (sql: string, message: RegExp, values?: unknown[]) => rolledBack(async (run) => { await expect(run(sql, values)).rejects.toThrow(message); });

const COLUMNS = `document_id, 9, 0, 'desk', change_note, depth, owner, city, themes, sdg, sdg_goals, period_start, period_end, licence, text_origin, published_on, max_evidence, hash, signature, key_id`;
const NAMES = COLUMNS.replace("9, 0, 'desk'", 'major, minor, origin');
const people = { author: v7(), approver: v7() };

/** A version written at the desk: id, author and approver as given. */
async function deskVersion(run: Run, { author, approver, number = 9 }: { author: string | null; approver: string | null; number?: number }): Promise<string> {
  const id = v7();
  await run(`INSERT INTO version (id, author, approver, ${NAMES}) SELECT $1, $2, $3, ${COLUMNS.replace('9,', `${String(number)},`)} FROM version WHERE minor = 0 AND major = 1`, [id, author, approver]);
  return id;
}

const enter = (run: Run, id: string, state: string) => run('INSERT INTO version_state (version_id, state) VALUES ($1, $2)', [id, state]);

describe('what was published never changes', () => {
  const facts = ['block', 'amount', 'staffing', 'step', 'condition', 'result', 'lesson_learned', 'source'];

  test.each(['version', ...facts])('%s: an update is refused, of the present and of the superseded version', async (table) => {
    const [{ count }]: [{ count: number }] = await library.database.query(`SELECT count(*)::int AS count FROM "${table}"`);
    expect(count).toBeGreaterThanOrEqual(2);
    const column = { version: 'hash', block: 'text', lesson_learned: 'basis', source: 'title', step: 'title', staffing: 'role', amount: 'currency', condition: 'basis', result: 'unit' }[table] ?? '';
    for (const number of [0, 1]) await refused(`UPDATE "${table}" SET ${column} = ${column} || 'x' WHERE ${table === 'version' ? 'id' : 'version_id'} = (SELECT id FROM version WHERE minor = ${String(number)})`, /a published version is immutable/u);
  });

  test.each(['version', ...facts])('%s: a delete is refused', async (table) => {
    await refused(`DELETE FROM "${table}"`, /a published version is immutable/u);
  });

  test.each(facts)('%s: an insert is refused', async (table) => {
    const key = table === 'block' ? 'block_id' : 'id';
    await refused(`INSERT INTO "${table}" SELECT (jsonb_populate_record(t, jsonb_build_object('${key}', 'more1', 'position', 999))).* FROM "${table}" t LIMIT 1`, /a published version is immutable/u);
  });

  test('every column of a version is held, its people and its signature too', async () => {
    const columns: { name: string; type: string }[] = await library.database.query(`SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = 'version'`);
    expect(columns.length).toBeGreaterThan(20);
    for (const { name } of columns) await refused(`UPDATE version SET ${name} = ${name} WHERE minor = 0`, /a published version is immutable/u);
  });

  test('a block or a fact of an open version can’t be moved into a published one', async () => {
    for (const table of facts) {
      await rolledBack(async (run) => {
        const id = await deskVersion(run, people);
        await enter(run, id, 'draft');
        const key = table === 'block' ? 'block_id' : 'id';
        await run(`INSERT INTO "${table}" SELECT (jsonb_populate_record(t, jsonb_build_object('version_id', $1::uuid, '${key}', 'more1'))).* FROM "${table}" t LIMIT 1`, [id]);
        await expect(run(`UPDATE "${table}" SET version_id = (SELECT id FROM version WHERE minor = 1), position = 998 WHERE version_id = $1`, [id])).rejects.toThrow(/a published version is immutable/u);
      });
    }
  });

  test('it stays so when the version is withdrawn', async () => {
    await rolledBack(async (run) => {
      const [version] = await run('SELECT id FROM version WHERE minor = 1');
      await enter(run, version?.id ?? '', 'withdrawn');
      await expect(run(`UPDATE version SET depth = 'brief' WHERE minor = 1`)).rejects.toThrow(/immutable/u);
    });
  });

  test('an open version may change, with its blocks and facts', async () => {
    await rolledBack(async (run) => {
      const id = await deskVersion(run, people);
      await enter(run, id, 'draft');
      await run(`INSERT INTO block SELECT (jsonb_populate_record(t, jsonb_build_object('version_id', $1::uuid))).* FROM block t WHERE version_id = (SELECT id FROM version WHERE minor = 0 AND major = 1)`, [id]);
      await run(`UPDATE block SET text = 'x' WHERE version_id = $1`, [id]);
      await run(`DELETE FROM block WHERE version_id = $1`, [id]);
      await run(`UPDATE version SET depth = 'brief' WHERE id = $1`, [id]);
    });
  });
});

describe('the states of a version', () => {
  const STATES = ['draft', 'in-review', 'approved', 'published', 'superseded', 'withdrawn'] as const;
  const ALLOWED: Readonly<Record<string, readonly string[]>> = { nothing: ['draft'], draft: ['in-review'], 'in-review': ['draft', 'approved'], approved: ['draft', 'published'], published: ['superseded', 'withdrawn'], superseded: ['withdrawn'], withdrawn: [] };
  const WAYS: Readonly<Record<string, readonly string[]>> = { nothing: [], draft: ['draft'], 'in-review': ['draft', 'in-review'], approved: ['draft', 'in-review', 'approved'], published: ['draft', 'in-review', 'approved', 'published'], superseded: ['draft', 'in-review', 'approved', 'published', 'superseded'], withdrawn: ['draft', 'in-review', 'approved', 'published', 'withdrawn'] };

  test.each(Object.keys(ALLOWED))('from %s only the steps that may follow', async (from) => {
    for (const to of STATES) {
      await rolledBack(async (run) => {
        const [current] = await run(`SELECT version_id AS id FROM version_status WHERE state = 'published'`);
        await enter(run, current?.id ?? '', 'superseded');
        const id = await deskVersion(run, people);
        for (const step of WAYS[from] ?? []) await enter(run, id, step);
        if (ALLOWED[from]?.includes(to)) {
          await enter(run, id, to);
          expect(await run('SELECT state FROM version_status WHERE version_id = $1', [id])).toEqual([{ state: to }]);
        } else await expect(enter(run, id, to), `${from} → ${to}`).rejects.toThrow(/a version cannot go from/u);
      });
    }
  });

  test('an import may be published at once, a text of the desk may not', async () => {
    await rolledBack(async (run) => {
      const [current] = await run(`SELECT version_id AS id FROM version_status WHERE state = 'published'`);
      await enter(run, current?.id ?? '', 'superseded');
      const id = await deskVersion(run, people);
      await run('UPDATE version SET origin = $2 WHERE id = $1', [id, 'import']);
      await enter(run, id, 'published');
    });
  });

  test('their history is append-only', async () => {
    await refused(`UPDATE version_state SET at = now()`, /version_state is append-only/u);
    await refused(`UPDATE version_state SET reason = 'x'`, /version_state is append-only/u);
    await refused(`DELETE FROM version_state`, /version_state is append-only/u);
    await refused(`INSERT INTO version_state (version_id, state) SELECT id, 'lost' FROM version LIMIT 1`, /a version cannot go|version_state_state/u);
  });

  test.each(['draft', 'in-review', 'approved'])('a document has one open version at most: a second draft is refused beside one that is %s', async (state) => {
    await rolledBack(async (run) => {
      const id = await deskVersion(run, people);
      for (const step of WAYS[state] ?? []) await enter(run, id, step);
      const second = await deskVersion(run, { ...people, number: 10 });
      await expect(enter(run, second, 'draft')).rejects.toThrow(/version_status_one_open/u);
    });
  });

  test('a document has one published version at most', async () => {
    await rolledBack(async (run) => {
      const id = await deskVersion(run, people);
      for (const step of ['draft', 'in-review', 'approved']) await enter(run, id, step);
      await expect(enter(run, id, 'published')).rejects.toThrow(/version_status_one_published/u);
    });
  });

  test('a number is given once', async () => {
    await rolledBack(async (run) => {
      await deskVersion(run, people);
      await expect(deskVersion(run, people)).rejects.toThrow(/version_number/u);
    });
  });
});

describe('two pairs of eyes', () => {
  test('nobody approves her own text', async () => {
    await rolledBack(async (run) => { await expect(deskVersion(run, { author: people.author, approver: people.author })).rejects.toThrow(/version_two_pairs_of_eyes/u); });
  });

  test.each([['no approver', { ...people, approver: null }], ['no author', { ...people, author: null }], ['neither', { author: null, approver: null }]])('a text of the desk with %s is not published', async (_which, who) => {
    await rolledBack(async (run) => {
      const [current] = await run(`SELECT version_id AS id FROM version_status WHERE state = 'published'`);
      await enter(run, current?.id ?? '', 'superseded');
      const id = await deskVersion(run, who);
      for (const step of ['draft', 'in-review', 'approved']) await enter(run, id, step);
      await expect(enter(run, id, 'published')).rejects.toThrow(/author and another person as approver/u);
    });
  });
});
