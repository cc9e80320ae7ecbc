import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderFingerprint, readReleaseLock, releaseKey, sourceFingerprint, writeReleaseLock } from './release-lock.ts';
import { EN, newFolder, smallManual, writeFiles } from './test/small-manual.ts';
import { ContentError, formatProblem } from './problems.ts';

describe('the release lock', () => {
  test('is empty where there is none', async () => {
    expect(await readReleaseLock(await newFolder())).toEqual({});
  });

  test('comes back as it was written, keys sorted', async () => {
    const root = await newFolder();
    await mkdir(join(root, 'manuals'));
    const lock = { [releaseKey('b', '1.0')]: 'b'.repeat(64), [releaseKey('a', '1.0')]: 'a'.repeat(64) };
    await writeReleaseLock(root, lock);
    expect(await readReleaseLock(root)).toEqual(lock);
    expect(await readFile(join(root, 'manuals/released.json'), 'utf8')).toBe(`{\n  "a 1.0": "${'a'.repeat(64)}",\n  "b 1.0": "${'b'.repeat(64)}"\n}\n`);
  });

  test('that can\'t be read is an error, never an empty lock', async () => {
    const root = await newFolder();
    await mkdir(join(root, 'manuals/released.json'), { recursive: true });
    await expect(readReleaseLock(root)).rejects.toThrow('EISDIR');
  });

  test.each(['{', '[]', '{"a 1.0": "short"}', '{"a 1.0": 1}'])('that holds %s is an error', async (text) => {
    const root = await newFolder();
    await writeFiles(root, { 'manuals/released.json': text });
    await expect(readReleaseLock(root)).rejects.toThrow();
  });
});

describe('the fingerprint', () => {
  test('of a source rests on its facts and its source text, not on translations', async () => {
    const print = async (change?: Parameters<typeof smallManual>[0]) => sourceFingerprint((await smallManual(change)).folder.current);
    const before = await print();
    expect(before).toMatch(/^[0-9a-f]{64}$/u);
    expect(await print()).toBe(before);
    expect(await print(({ texts }) => { delete texts.ko; })).toBe(before);
    expect(await print(({ texts }) => { texts.en = EN.replace('took its time', 'took time'); })).not.toBe(before);
    expect(await print(({ manual }) => { manual.licence = 'CC-BY-4.0'; manual.results[0]!.value++; })).not.toBe(before);
  });

  test('of a folder rests on every file of every version', async () => {
    const { folder } = await smallManual();
    const before = folderFingerprint(folder);
    expect(folderFingerprint({ ...folder, older: [{ ...folder.current, path: 'manuals/night/versions/1.0' }] })).not.toBe(before);
    for (const name of Object.keys(folder.current.raw)) {
      expect(folderFingerprint({ ...folder, current: { ...folder.current, raw: { ...folder.current.raw, [name]: 'x' } } }), name).not.toBe(before);
    }
  });
});

test('a problem is one line: file, line, code and what to do', () => {
  const problem = { file: 'manuals/x/en.md', line: 12, code: 'figure-without-source', message: 'Cite.' };
  expect(formatProblem(problem)).toBe('manuals/x/en.md:12 figure-without-source Cite.');
  expect(new ContentError([problem, problem])).toMatchObject({ name: 'ContentError', problems: [problem, problem], message: `${formatProblem(problem)}\n${formatProblem(problem)}` });
});
