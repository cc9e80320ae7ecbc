import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportManual, importLibrary, listExportable } from '../../src/manuals/index.ts';
import { readTree } from '../factories/content-folder.ts';
import { makeManual, revise, translate } from '../factories/manual.ts';
import { openTestDatabase, testSigner, type TestDatabase } from '../support/test-library.ts';

let library: TestDatabase;
let folder: string;
beforeEach(async () => {
  library = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'naru-export-'));
});
afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

/** Exports the whole library; answers every file by its path. */
async function exported(): Promise<Record<string, string>> {
  const written: string[] = [];
  for (const manual of await listExportable(library.database.manager)) written.push(...(await exportManual(library.database.manager, folder, manual)));
  const files = await readTree(folder);
  expect(Object.keys(files)).toEqual(written.sort());
  return files;
}

const CONTENT = join(import.meta.dirname, '../../../../content');
const manualsOf = (files: Record<string, string>) => Object.fromEntries(Object.entries(files).filter(([path]) => /^manuals\/[^/]+\//u.test(path)));

describe('export', () => {
  test('writes back the same bytes: every kind of fact and block, translations whole, partial and outdated, two versions', async () => {
    const first = translate(translate(makeManual(), 'ko', { state: 'reviewed', reviewer: 'A reader' }), 'ar', { ids: ['title', 'ctx1', 'ctx2', 'dif1', 'tab1'] });
    const second = translate(revise(first, '1.1', { texts: { sol1: 'Other.', tab1: '| year | sum |\n| --- | --- |\n| 2020 | 13 [@src-b] |' } }), 'fr', { ids: ['title', 'sol1'], state: 'translated' });
    await library.content.put(revise(second, '2.0', { texts: { prb1: 'New, with \\* and “quotes”. 3 [@src-a]' }, manual: { period: { start: '2015-02', end: null } } }), [first, second]);
    await library.content.put(makeManual({ slug: 'plain' }));
    await library.content.import(library.database);
    const before = manualsOf(await readTree(library.content.root));
    const files = await exported();
    expect(Object.keys(files)).toHaveLength(2 + 8 + 6 + 8);
    expect(files).toEqual(before);
  });

  test('writes back a better translation beside the new version, and the old one beside the old', async () => {
    const first = translate(makeManual(), 'ko');
    await library.content.put(translate(revise(first, '1.1', { texts: { sol1: 'Other.' } }), 'ko', { ids: ['prb1'], state: 'reviewed', words: 'better' }), [first]);
    await library.content.import(library.database);
    expect(await exported()).toEqual(manualsOf(await readTree(library.content.root)));
  });

  test('what was exported imports into an empty library as the same library', async () => {
    const first = translate(makeManual(), 'ko');
    await library.content.put(revise(first, '1.1', { texts: { sol1: 'Other.' } }), [first]);
    await library.content.import(library.database);
    await exported();
    const other = await openTestDatabase();
    try {
      await cp(join(folder, 'manuals'), join(other.content.root, 'manuals'), { recursive: true });
      await other.content.import(other.database);
      const hashes = (one: TestDatabase) => one.database.query(`SELECT v.major, v.minor, v.hash, v.signature, e.locale, e.coverage, md5(e.body::text) AS body FROM version v JOIN edition e ON e.version_id = v.id ORDER BY 1, 2, 5`);
      expect(await hashes(other)).toEqual(await hashes(library));
    } finally {
      await other.close();
    }
  });

  test('the real content goes in without a fault and comes back with the same bytes, and imports again as nothing new', async () => {
    // A copy: nobody writes into it meanwhile.
    const root = join(library.content.root, 'real');
    await cp(CONTENT, root, { recursive: true });
    const run = () => importLibrary({ database: library.database, signer: testSigner, root, slugs: [], progress: () => undefined });
    const { outcomes, problems } = await run();
    // One name a manual: what is wrong in it is for "content check" to say.
    const left = new Set(problems.map((problem) => problem.split('/')[1] ?? ''));
    expect(outcomes.every(({ outcome }) => outcome === 'created')).toBe(true);
    expect(outcomes.length + left.size).toBeGreaterThanOrEqual(40);
    const files = await exported();
    const before = Object.fromEntries(Object.entries(manualsOf(await readTree(root))).filter(([path]) => !left.has(path.split('/')[1] ?? '')));
    expect(Object.keys(files)).toEqual(Object.keys(before).sort());
    for (const [path, text] of Object.entries(before)) expect([path, files[path] === text]).toEqual([path, true]);
    const revision = await library.revision();
    await library.database.query('UPDATE document SET imported_from = NULL');
    expect((await run()).outcomes.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
    expect(await library.revision()).toBe(revision);
    expect([...left]).toEqual([]);
  }, 240_000);
});
