import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from 'vite';
import { readTree } from '../factories/content-folder.ts';
import { makeManual } from '../factories/manual.ts';
import { openTestDatabase, TEST_KEY, type TestDatabase } from '../support/test-library.ts';

/** The operator's command line as an operator runs it: the built program in a process of its own. */
const project = join(import.meta.dirname, '../..');
const built = join(project, 'test-results/naru-build');
let library: TestDatabase;

beforeAll(async () => {
  await build({ root: project, configFile: join(project, 'vite.config.ts'), logLevel: 'error', build: { outDir: built, sourcemap: false } });
  library = await openTestDatabase();
}, 60_000);
afterAll(async () => {
  await library.close();
  await rm(built, { recursive: true, force: true });
});

interface Ran { code: number | null; out: string; err: string }

async function naru(words: readonly string[], environment: Record<string, string> = {}): Promise<Ran> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(built, 'naru.js'), ...words], { env: { PATH, HOME, CONTENT_DIR: library.content.root, DATABASE_URL: library.url, SIGNING_KEY: TEST_KEY, ...environment } });
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => { ran.out += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { ran.err += chunk.toString(); });
  ran.code = await new Promise((resolve) => child.on('close', resolve));
  return ran;
}

describe('naru', { timeout: 180_000 }, () => {
  test('--help names every command, with its arguments and what it does', async () => {
    const { code, out } = await naru(['--help']);
    expect(code).toBe(0);
    for (const name of ['content check', 'content ids', 'content stamp', 'content release', 'content import', 'content export', 'db migrate', 'db status']) expect(out).toMatch(new RegExp(`naru ${name} .*\\S {2,}\\S`, 'u'));
    const files = (await readdir(join(project, 'src/cli'))).filter((name) => name.endsWith('.commands.ts'));
    const written = (await Promise.all(files.map((name) => readFile(join(project, 'src/cli', name), 'utf8')))).join('\n');
    const commands = [...written.matchAll(/new Command\('([a-z]+)'\)/gu)].map((match) => match[1] ?? '');
    expect(commands.length).toBeGreaterThanOrEqual(8);
    for (const command of commands) expect(out).toMatch(new RegExp(`naru \\w+ ${command} `, 'u'));
  });

  test('says what is wrong in one sentence and ends with 1', async () => {
    for (const [words, environment, sentence] of [
      [['nothing'], {}, /unknown command 'nothing'/u],
      [['db', 'status'], { DATABASE_URL: 'mysql://x' }, /^DATABASE_URL: /u],
      [['content', 'import'], { SIGNING_KEY: '' }, /SIGNING_KEY is needed/u],
    ] as const) {
      const { code, err } = await naru(words, environment);
      expect([words, code]).toEqual([words, 1]);
      expect(err).toMatch(sentence);
    }
  });

  test('content check names each fault with file and line, and needs no database', async () => {
    await library.content.put(makeManual({ slug: 'leaks' }));
    expect(await naru(['content', 'check'], { DATABASE_URL: '' })).toEqual({ code: 0, err: '', out: '1 manuals read, 0 problems.\n' });
    const file = join(library.content.root, 'manuals/leaks/en.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('[@src-a] ^prb1', '^prb1'));
    const { code, out } = await naru(['content', 'check', 'leaks'], { DATABASE_URL: '' });
    expect([code, out]).toEqual([1, expect.stringMatching(/^manuals\/leaks\/en\.md:\d+ figure-without-source .*\n1 manuals read, 1 problems\.\n$/su)]);
    await writeFile(file, text);
  });

  test('db migrate and db status tell what is done and what waits', async () => {
    expect(await naru(['db', 'status'])).toMatchObject({ code: 0, out: expect.stringMatching(/^(done {2}\w+\n)+$/u) as string });
    await library.database.undoLastMigration({ transaction: 'each' });
    expect(await naru(['db', 'status'])).toMatchObject({ code: 1, out: expect.stringMatching(/^(done {2}\w+\n)+waits \w+\n$/u) as string });
    expect((await naru(['db', 'migrate'])).out).toMatch(/^done: \w+\n1 steps done\.\n$/u);
    expect((await naru(['db', 'migrate'])).out).toBe('0 steps done.\n');
    expect((await naru(['db', 'status'])).code).toBe(0);
  });

  test('content import and export carry the files there and back; a conflict ends with 1', async () => {
    expect(await naru(['content', 'import'])).toMatchObject({ code: 0, out: 'created leaks\n1 manuals imported, 0 problems.\n' });
    expect(await naru(['content', 'import'])).toMatchObject({ code: 0, out: '1 manuals imported, 0 problems.\n' });
    const folder = await mkdtemp(join(tmpdir(), 'naru-export-'));
    try {
      expect((await naru(['content', 'export', folder])).out).toBe(`1 manuals, 2 files written to ${folder}.\n`);
      const before = await readTree(join(library.content.root, 'manuals/leaks'));
      expect(await readTree(join(folder, 'manuals/leaks'))).toEqual(before);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    const [{ id }]: [{ id: string }] = await library.database.query('SELECT id FROM document');
    await library.content.put(makeManual({ slug: 'leaks', id, title: 'Another title' }));
    expect(await naru(['content', 'import'])).toMatchObject({ code: 1, out: expect.stringMatching(/^conflict leaks\n {2}Version 1\.0 is in the library with another text/u) as string });
  });
});
