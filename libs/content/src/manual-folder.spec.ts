import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIMITS } from './limits.ts';
import { listManuals, readManualFolder } from './manual-folder.ts';
import { EN, KO, newFolder, smallFiles, smallManual, writeFiles } from './test/small-manual.ts';

const faults = (folder: { current: { problems: { file: string; code: string; line: number }[] } }) => folder.current.problems.map(({ file, code, line }) => [file, code, line]);

describe('a manual\'s folder', () => {
  test('is read with its facts, texts, units and files as they are', async () => {
    const { folder } = await smallManual();
    expect(folder.current.problems).toEqual([]);
    expect(folder).toMatchObject({ slug: 'night', older: [], current: { slug: 'night', path: 'manuals/night', manual: { version: '1.0', sourceLocale: 'en' } } });
    expect(Object.keys(folder.current.texts).sort()).toEqual(['en', 'ko']);
    expect(folder.current.texts.en?.units).toBeNull();
    expect(Object.keys(folder.current.texts.ko?.units ?? {})).toContain('sum1');
    expect(folder.current.raw).toEqual(smallFiles());
  });

  test('may have no id yet', async () => {
    const { folder } = await smallManual(({ manual }) => { delete (manual as Partial<typeof manual>).id; });
    expect(folder.current.problems).toEqual([]);
    expect(folder.current.manual).not.toHaveProperty('id');
  });

  test('has its older versions beside it, oldest first, by number', async () => {
    const { root } = await smallManual();
    for (const number of ['1.10', '1.9', '1.0', '2.0']) await writeFiles(join(root, 'manuals/night/versions', number), smallFiles(({ manual }) => { manual.version = number; }));
    const folder = await readManualFolder(root, 'night');
    expect(folder.older.map(({ path, manual }) => [path, manual?.version])).toEqual(['1.0', '1.9', '1.10', '2.0'].map((n) => [`manuals/night/versions/${n}`, n]));
  });

  test.each([
    '', '.', '..', '../night', '../../etc', 'night/', '/etc', 'night/versions/1.0', 'Night', 'night\n', 'night%2f..', 'night\\..', 'night\0', '-night', 'nïght',
  ])('is refused under the name %j, before anything is opened', async (slug) => {
    await expect(readManualFolder('/nowhere', slug)).rejects.toThrow('is no slug');
  });

  test.each(['notes.txt', '.DS_Store', 'README.md', 'de.md', 'xx.units.json', 'EN.md', 'en.md.bak', 'manual.yml', 'en.html', 'ko.json'])('names the file %s, which belongs to no manual', async (name) => {
    const { folder } = await smallManual(({ raw }) => { raw[name] = 'x'; });
    expect(faults(folder)).toEqual([[`manuals/night/${name}`, 'unknown-file', 0]]);
    expect(folder.current.raw).not.toHaveProperty(name);
  });

  test('without its facts is named', async () => {
    const { root } = await smallManual();
    await rm(join(root, 'manuals/night/manual.yaml'));
    const folder = await readManualFolder(root, 'night');
    expect(faults(folder)).toEqual([['manuals/night/manual.yaml', 'no-yaml', 0]]);
    expect(folder.current.manual).toBeNull();
  });

  test('with units but no text is named', async () => {
    const { root } = await smallManual();
    await rm(join(root, 'manuals/night/ko.md'));
    expect(faults(await readManualFolder(root, 'night'))).toEqual([['manuals/night/ko.units.json', 'units-without-text', 0]]);
  });

  test('passes on the faults of every file', async () => {
    const { folder } = await smallManual(({ raw }) => { Object.assign(raw, { 'en.md': 'x\n', 'ko.units.json': '{', 'manual.yaml': 'a: [' }); });
    expect(faults(folder).map(([file, code]) => [file, code])).toEqual([['manuals/night/manual.yaml', 'yaml-syntax'], ['manuals/night/en.md', 'no-title'], ['manuals/night/ko.units.json', 'units-file']]);
  });
});

describe('the reader of folders', () => {
  test('does not open a file that is too large, and opens one that is just not', async () => {
    const filled = (bytes: number) => EN + 'x'.repeat(bytes - Buffer.byteLength(EN));
    const { folder } = await smallManual(({ raw }) => { raw['en.md'] = filled(LIMITS.fileBytes + 1); });
    expect(faults(folder)).toContainEqual(['manuals/night/en.md', 'file-too-large', 0]);
    expect(folder.current.raw).not.toHaveProperty('en.md');
    const { folder: fits } = await smallManual(({ raw }) => { raw['en.md'] = filled(LIMITS.fileBytes); });
    expect(fits.current.raw).toHaveProperty('en.md');
  });

  test('follows no link to a file', async () => {
    const { root } = await smallManual();
    await writeFile(join(root, 'secret.md'), KO);
    await rm(join(root, 'manuals/night/ko.md'));
    await symlink('../../secret.md', join(root, 'manuals/night/ko.md'));
    const folder = await readManualFolder(root, 'night');
    expect(faults(folder)).toContainEqual(['manuals/night/ko.md', 'not-a-file', 0]);
    expect(folder.current.texts.ko).toBeUndefined();
  });

  test('takes no folder for a file', async () => {
    const { root } = await smallManual();
    await mkdir(join(root, 'manuals/night/ja.md'));
    expect(faults(await readManualFolder(root, 'night'))).toEqual([['manuals/night/ja.md', 'not-a-file', 0]]);
  });

  test('follows no link to a version, to the versions or to a manual', async () => {
    const { root } = await smallManual();
    await writeFiles(join(root, 'elsewhere/1.0'), smallFiles());
    await mkdir(join(root, 'manuals/night/versions'));
    await symlink('../../../elsewhere/1.0', join(root, 'manuals/night/versions/1.0'));
    const one = await readManualFolder(root, 'night');
    expect(one.older).toEqual([]);
    expect(faults(one)).toEqual([['manuals/night/versions/1.0', 'unknown-file', 0]]);

    await rm(join(root, 'manuals/night/versions'), { recursive: true });
    await symlink('../../elsewhere', join(root, 'manuals/night/versions'));
    const all = await readManualFolder(root, 'night');
    expect(all.older).toEqual([]);
    expect(faults(all)).toEqual([['manuals/night/versions', 'unknown-file', 0]]);

    await rm(join(root, 'manuals/night/versions'));
    await rename(join(root, 'manuals/night'), join(root, 'elsewhere/night'));
    await symlink('../elsewhere/night', join(root, 'manuals/night'));
    await expect(readManualFolder(root, 'night')).rejects.toThrow('no folder');
    expect(await listManuals(root)).toEqual([]);
  });

  test.each(['latest', '1', '1.0.0', '0.9', 'v1.0', '01.0'])('names a version\'s folder that is called %s', async (name) => {
    const { root } = await smallManual();
    await writeFiles(join(root, 'manuals/night/versions', name), smallFiles());
    const folder = await readManualFolder(root, 'night');
    expect(folder.older).toEqual([]);
    expect(faults(folder)).toEqual([[`manuals/night/versions/${name}`, 'unknown-file', 0]]);
  });

  test('says so when there are more versions than it reads', async () => {
    const { root } = await smallManual();
    await Promise.all(Array.from({ length: LIMITS.versions + 1 }, (_, i) => mkdir(join(root, `manuals/night/versions/1.${String(i)}`), { recursive: true })));
    const folder = await readManualFolder(root, 'night');
    expect(folder.older).toHaveLength(LIMITS.versions);
    expect(faults(folder)).toEqual([['manuals/night/versions', 'too-many-versions', 0]]);
  });

  test('lists the folders that are named by a slug, sorted', async () => {
    const root = await newFolder();
    await writeFiles(join(root, 'manuals'), { 'b/en.md': '', 'a-2/en.md': '', 'Not/en.md': '', '.git/x': '', 'released.json': '{}' });
    expect(await listManuals(root)).toEqual(['a-2', 'b']);
  });
});
