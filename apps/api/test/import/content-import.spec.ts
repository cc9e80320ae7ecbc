import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blockHash } from '@naru/domain';
import { readManualFolder } from '@naru/content';
import { ContentImport, type ImportOutcome } from '../../src/manuals/index.ts';
import { makeManual, revise, translate } from '../factories/manual.ts';
import { TAXONOMIES, writeTaxonomies } from '../factories/taxonomies.ts';
import { openTestDatabase, testSigner, type TestDatabase } from '../support/test-library.ts';

let library: TestDatabase;
beforeEach(async () => { library = await openTestDatabase(); });
afterEach(() => library.close());

const TABLES = ['document', 'document_slug', 'version', 'version_state', 'version_status', 'block', 'block_translation', 'edition', 'amount', 'staffing', 'step', 'condition', 'result', 'lesson_learned', 'source', 'organisation_name', 'city', 'theme', 'sdg_target', 'evidence_level_name'];

/** Every row of every table, as one text a table; the note of what was imported is no part of the library. */
async function rows(): Promise<Record<string, string>> {
  const all = await Promise.all(TABLES.map(async (table) => {
    const [row]: [{ text: string | null }] = await library.database.query(`SELECT string_agg((to_jsonb(t) - 'imported_from')::text, E'\\n' ORDER BY (to_jsonb(t) - 'imported_from')::text) AS text FROM "${table}" t`);
    return [table, row.text ?? ''] as const;
  }));
  return Object.fromEntries(all);
}

/** Imports a folder as it is, whether or not it was imported before. */
async function importAnew(slug: string): Promise<ImportOutcome> {
  return new ContentImport(library.database, testSigner).importManual(await readManualFolder(library.content.root, slug));
}

describe('idempotence', () => {
  test('the same files change not a row and not the revision, be the folder known or read anew', async () => {
    const first = translate(translate(makeManual(), 'ko'), 'fr', { ids: ['title', 'sum1'], state: 'reviewed', reviewer: 'Une lectrice' });
    await library.content.put(revise(first, '1.1', { texts: { sol1: 'Other.' } }), [first]);
    await library.content.put(makeManual({ slug: 'other' }));
    expect((await library.content.import(library.database)).map(({ outcome }) => outcome)).toEqual(['created', 'created']);
    const [known, revision] = [await rows(), await library.revision()];
    expect((await library.content.import(library.database)).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(await importAnew('leaks')).toEqual({ slug: 'leaks', outcome: 'unchanged', conflicts: [] });
    expect([await rows(), await library.revision()]).toEqual([known, revision]);
  });

  test('a draft of a translation goes in once and is shown to nobody', async () => {
    const draft = translate(translate(makeManual(), 'ko', { ids: ['title'] }), 'ko', { ids: ['sum1'], state: 'draft' });
    await library.content.put(draft);
    await library.content.import(library.database);
    const [known, revision] = [await rows(), await library.revision()];
    expect(await importAnew('leaks')).toMatchObject({ outcome: 'unchanged' });
    expect([await rows(), await library.revision()]).toEqual([known, revision]);
    const [edition]: [{ counts: object; text: string }] = await library.database.query(`SELECT counts, body::text AS text FROM edition WHERE locale = 'ko'`);
    expect(edition.counts).toMatchObject({ machine: 1, missing: 21 });
    expect(edition.text).not.toContain('ko The **summary**');
  });

  test('a better translation beside the new version leaves the old version’s as it was, again and again', async () => {
    const first = translate(makeManual(), 'ko');
    const second = translate(revise(first, '1.1', { texts: { sol1: 'Other.' } }), 'ko', { ids: ['prb1'], state: 'reviewed', words: 'better' });
    await library.content.put(second, [first]);
    await library.content.import(library.database);
    const shown = () => library.database.query(`SELECT v.minor, b->>'text' AS text FROM edition e JOIN version v ON v.id = e.version_id, jsonb_path_query(body, '$.sections[*].blocks[*] ? (@.id == "prb1")') b WHERE e.locale = 'ko' ORDER BY v.minor`);
    const expected = [{ minor: 0, text: 'ko The pipes leaked 30% of the water. [@src-a]' }, { minor: 1, text: 'better The pipes leaked 30% of the water. [@src-a]' }];
    expect(await shown()).toEqual(expected);
    const known = await rows();
    expect(await importAnew('leaks')).toMatchObject({ outcome: 'unchanged' });
    expect([await shown(), await rows()]).toEqual([expected, known]);
  });

  test('two imports at once do what one does', async () => {
    for (const slug of ['one', 'two', 'three']) await library.content.put(translate(makeManual({ slug }), 'ko'));
    const outcomes = await Promise.all([library.content.import(library.database), library.content.import(library.database)]);
    expect(outcomes.flat().filter(({ outcome }) => outcome === 'created')).toHaveLength(3);
    expect(outcomes.flat().filter(({ outcome }) => outcome === 'unchanged')).toHaveLength(3);
    const [count]: [{ versions: number; live: number }] = await library.database.query(`SELECT (SELECT count(*)::int FROM version) versions, (SELECT count(*)::int FROM block_translation) live`);
    expect(count).toEqual({ versions: 3, live: 66 });
  });

  test('places and subjects: a changed name changes that name only', async () => {
    await library.content.import(library.database);
    const [known, revision] = [await rows(), await library.revision()];
    const themes = TAXONOMIES.themes.map((theme) => (theme.id === 'water' ? { ...theme, icon: 'drop' } : theme));
    await writeTaxonomies(library.content.root, { ...TAXONOMIES, themes });
    await library.content.import(library.database);
    const now = await rows();
    expect(TABLES.filter((table) => now[table] !== known[table])).toEqual(['theme']);
    expect(await library.revision()).toBe(revision + 1);
  });
});

describe('conflicts', () => {
  test('another text under a number that the library has is refused and named, and nothing is written', async () => {
    const draft = makeManual();
    await library.content.put(draft);
    await library.content.import(library.database);
    const known = await rows();
    for (const changed of [revise(draft, '1.0', { texts: { sol1: 'Other.' }, manual: { changeNote: null } }), revise(draft, '1.0', { manual: { changeNote: null, amounts: draft.manual.amounts.map((amount) => ({ ...amount, value: 1 })) } }), revise(draft, '1.0', { manual: { changeNote: null, depth: 'brief' } })]) {
      await library.content.put(changed);
      expect(await library.content.import(library.database)).toEqual([{ slug: 'leaks', outcome: 'conflict', conflicts: ['Version 1.0 is in the library with another text (origin: import). Raise the version, or export first.'] }]);
      expect(await rows()).toEqual(known);
    }
    await library.content.put(draft);
    expect(await library.content.import(library.database)).toMatchObject([{ outcome: 'unchanged' }]);
  });

  test('a version older than the library’s, which it never had, is refused', async () => {
    const draft = makeManual({ version: '2.0', changeNote: 'First here.' });
    await library.content.put(draft);
    await library.content.import(library.database);
    await library.content.put(draft, [revise(draft, '1.0', { manual: { changeNote: null } })]);
    expect(await library.content.import(library.database)).toEqual([{ slug: 'leaks', outcome: 'conflict', conflicts: ['Version 1.0 is older than one that the library has, and is not in it.'] }]);
  });

  test('a translation that was entered at the desk is not overwritten, and the rest goes in', async () => {
    const draft = translate(makeManual(), 'ko');
    await library.content.put(draft);
    await library.content.import(library.database);
    await library.database.query(`UPDATE block_translation SET live = false WHERE block_id = 'prb1'`);
    await library.database.query(`INSERT INTO block_translation (document_id, block_id, locale, from_hash, text, state, origin_kind, origin_name, made_on, entered_by, live)
      SELECT document_id, block_id, locale, from_hash, 'at the desk', 'translated', 'person', 'A person', '2026-03-01', 'desk', true FROM block_translation WHERE block_id = 'prb1'`);
    await library.content.put(translate(draft, 'ko', { ids: ['prb1', 'sol1'], state: 'reviewed', words: 'from the file' }));
    expect(await library.content.import(library.database)).toEqual([{ slug: 'leaks', outcome: 'conflict', conflicts: ['ko ^prb1 was translated on line; the file\'s text was left out. Export first.'] }]);
    const live = await library.database.query<object[]>(`SELECT block_id AS id, text, entered_by AS by FROM block_translation WHERE live AND block_id IN ('prb1', 'sol1') ORDER BY 1`);
    expect(live).toEqual([{ id: 'prb1', text: 'at the desk', by: 'desk' }, { id: 'sol1', text: 'from the file Meters and repairs.', by: 'import' }]);
    const [{ body }]: [{ body: string }] = await library.database.query(`SELECT body::text FROM edition WHERE locale = 'ko'`);
    expect(body).toContain('at the desk');
  });

  test('an address of another document is refused, be it present or former', async () => {
    await library.content.put(makeManual({ slug: 'one' }));
    await library.content.import(library.database);
    await library.content.rename('one', 'two');
    await library.content.import(library.database);
    for (const slug of ['one', 'two']) {
      await library.content.put(makeManual({ slug }));
      expect(await library.content.import(library.database, [slug])).toEqual([{ slug, outcome: 'conflict', conflicts: [`The address "${slug}" belongs to another document.`] }]);
    }
  });
});

describe('addresses', () => {
  test('a renamed folder keeps its id, its versions and its old address; renaming it back is one more step', async () => {
    const draft = makeManual({ slug: 'one' });
    await library.content.put(draft);
    await library.content.import(library.database);
    const slugs = () => library.database.query(`SELECT slug, document_id AS id, current FROM document_slug ORDER BY slug`);
    for (const [from, to] of [['one', 'two'], ['two', 'one'], ['one', 'three']] as const) {
      const revision = await library.revision();
      await library.content.rename(from, to);
      await library.content.import(library.database);
      expect(((await slugs()) as { slug: string; id: string; current: boolean }[]).filter(({ current }) => current)).toEqual([{ slug: to, id: draft.manual.id, current: true }]);
      expect(await library.revision()).toBe(revision + 1);
    }
    expect(await slugs()).toHaveLength(3);
    expect(await library.database.query('SELECT count(*)::int AS count FROM version')).toEqual([{ count: 1 }]);
  });

  test('a copied folder that kept its id is named and left out', async () => {
    const draft = makeManual({ slug: 'aaa' });
    await library.content.put(draft);
    await library.content.put({ ...draft, slug: 'bbb' });
    const { outcomes, problems } = await library.content.tryImport(library.database);
    expect(outcomes).toMatchObject([{ slug: 'aaa', outcome: 'created' }]);
    expect(problems).toEqual([expect.stringMatching(/^manuals\/bbb\/manual\.yaml:1 duplicate-id /u)]);
  });
});

describe('faults', () => {
  test('a faulty manual is left out and named with file and line; the others go in', async () => {
    for (const slug of ['aaa', 'bbb', 'ccc']) await library.content.put(makeManual({ slug }));
    const file = join(library.content.root, 'manuals/bbb/en.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Meters and repairs.', 'Meters and <script>alert()</script>.'));
    const { outcomes, problems } = await library.content.tryImport(library.database);
    expect(outcomes.map(({ slug, outcome }) => [slug, outcome])).toEqual([['aaa', 'created'], ['ccc', 'created']]);
    expect(problems[0]).toMatch(/^manuals\/bbb\/en\.md:\d+ forbidden-markdown /u);
  });

  test.each(['block', 'source', 'version_state', 'block_translation', 'edition'])('a manual that fails while it is written to %s leaves nothing of itself', async (table) => {
    await library.content.put(makeManual({ slug: 'aaa' }));
    await library.content.import(library.database);
    const [known, revision] = [await rows(), await library.revision()];
    await library.database.query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$; CREATE TRIGGER zz_fail AFTER INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION fail()`);
    await library.content.put(translate(makeManual({ slug: 'bbb' }), 'ko'));
    await expect(importAnew('bbb')).rejects.toThrow('the disk is full');
    expect([await rows(), await library.revision()]).toEqual([known, revision]);
    await library.database.query(`DROP FUNCTION fail() CASCADE`);
    expect(await importAnew('bbb')).toMatchObject({ outcome: 'created' });
  });
});

describe('what is written', () => {
  test('publishes with the origin, no approver, a hash that holds its text, and a signature of the present key', async () => {
    await library.content.put(makeManual());
    await library.content.import(library.database);
    const [version]: [Record<string, unknown>] = await library.database.query('SELECT origin, author, approver, hash, key_id, sdg_goals, max_evidence FROM version');
    expect(version).toMatchObject({ origin: 'import', author: null, approver: null, key_id: testSigner.keyId, sdg_goals: [6], max_evidence: 3 });
    expect(version.hash).toMatch(/^[0-9a-f]{64}$/u);
    const blocks: { block_id: string; kind: string; hash: string; text: string }[] = await library.database.query('SELECT block_id, kind, hash, text FROM block ORDER BY position');
    expect(blocks.every(({ hash, text }) => hash === blockHash(text))).toBe(true);
    expect(blocks.filter(({ kind }) => kind === 'label').map(({ block_id }) => block_id)).toEqual(['staf1', 'step1', 'step2', 'amt1', 'amt2', 'res1', 'lim1', 'dif1', 'dif1r', 'cond1', 'cond1m', 'cond1r']);
  });
});

