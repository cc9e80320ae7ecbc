import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BLOCK_ID, blockHash, RESERVED_BLOCK_IDS, UUID_V7 } from '@naru/domain';
import { describe, expect, test, vi } from 'vitest';
import { checkFolder } from './check-library.ts';
import { readManualFolder } from './manual-folder.ts';
import { readTaxonomies } from './taxonomies.ts';
import { CONTENT, EN, KO, smallManual, unitsFor } from './test/small-manual.ts';
import { newBlockId, stampTranslation, tidyManual, type Stamp } from './tidy.ts';
import { parseUnits } from './units-file.ts';

const read = (root: string, name: string) => readFile(join(root, 'manuals/night', name), 'utf8');
const again = async (root: string) => (await readManualFolder(root, 'night')).current;

describe('content ids', () => {
  test('leaves a manual in its canonical form alone', async () => {
    const { root, folder } = await smallManual();
    expect(await tidyManual(root, folder.current)).toEqual([]);
  });

  test('gives every block without id an id, and the manual one; a second time nothing changes', async () => {
    const { root, folder } = await smallManual(({ manual, texts }) => {
      delete (manual as Partial<typeof manual>).id;
      texts.en = EN.replaceAll(/ \^(title|sum1|head|sol1|stp1|stp2)$/gmu, '').replace('^tab1\n', '');
      texts.ko = '# 심야버스\n';
      delete texts.ko;
    });
    expect(await tidyManual(root, folder.current)).toEqual(['manual.yaml', 'en.md']);
    const tidied = await again(root);
    expect(tidied.manual?.id).toMatch(UUID_V7);
    const blocks = tidied.texts.en?.blocks ?? [];
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
    for (const { id } of blocks) expect(id).toMatch(BLOCK_ID);
    expect(blocks.map(({ text, kind, section }) => [text, kind, section])).toEqual(folder.current.texts.en?.blocks.map(({ text, kind, section }) => [text, kind, section]));
    expect(await tidyManual(root, tidied)).toEqual([]);
    expect(await again(root)).toMatchObject({ raw: tidied.raw });
    expect(checkFolder(await readManualFolder(root, 'night'), { taxonomies: await readTaxonomies(CONTENT), lock: {} })).toEqual([]);
  });

  test('changes no id that is there', async () => {
    const { root, folder } = await smallManual(({ texts }) => { texts.en = EN.replace(' ^sum1', ''); delete texts.ko; });
    await tidyManual(root, folder.current);
    const ids = (text: string) => [...text.matchAll(/\^(\S+)$/gmu)].map(([, id]) => id);
    const kept = ids(await read(root, 'en.md'));
    expect(kept.filter((id) => ids(EN).includes(id))).toEqual(ids(EN).filter((id) => id !== 'sum1'));
    expect(kept).toHaveLength(ids(EN).length);
    expect((await again(root)).manual?.id).toBe(folder.current.manual?.id);
  });

  test('brings every file to its canonical form without changing what it says', async () => {
    const { root, folder } = await smallManual(({ raw, manual }) => {
      raw['en.md'] = EN.replaceAll('\n\n', '\n\n\n').replaceAll('\n', '\r\n').replace('2. Test', '9. Test');
      raw['manual.yaml'] = JSON.stringify(manual);
      raw['ko.units.json'] = JSON.stringify(parseUnits(unitsFor(EN, KO), '').units);
    });
    expect((await tidyManual(root, folder.current)).sort()).toEqual(['en.md', 'ko.units.json', 'manual.yaml']);
    const { root: other } = await smallManual();
    for (const name of ['en.md', 'manual.yaml', 'ko.units.json', 'ko.md']) expect(await read(root, name)).toBe(await read(other, name));
  });

  test('puts a translation into the order of its source', async () => {
    const { root, folder } = await smallManual(({ texts, raw }) => {
      const [title = '', summary = '', ...rest] = KO.split('\n\n');
      texts.ko = KO;
      raw['ko.md'] = [title, ...rest, `## today\n\n${summary}\n`].join('\n\n');
    });
    expect(await tidyManual(root, folder.current)).toEqual(['ko.md']);
    expect(await read(root, 'ko.md')).toBe(KO);
  });

  test('refuses facts that can\'t be read, and writes nothing', async () => {
    const { root, folder } = await smallManual(({ raw }) => { raw['manual.yaml'] = 'a: [\n'; raw['en.md'] = '# T\n'; });
    await expect(tidyManual(root, folder.current)).rejects.toThrow('manuals/night/manual.yaml:2');
    expect(await read(root, 'en.md')).toBe('# T\n');
  });
});

describe('a new block id', () => {
  test('is a block id that nobody has', () => {
    const taken = new Set<string>();
    for (let i = 0; i < 2000; i++) {
      const id = newBlockId(taken);
      expect(id).toMatch(BLOCK_ID);
      expect(taken).not.toContain(id);
      taken.add(id);
    }
  });

  test('is neither taken nor an anchor of the page, even when chance would have it', () => {
    const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
    const draws = ['cite', 'aaaa', 'bbbb'].map((id) => Array.from(id, (char) => alphabet.indexOf(char)));
    const chance = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      (array as Uint8Array).set(draws.shift() ?? []);
      return array;
    });
    try {
      expect(RESERVED_BLOCK_IDS).toContain('cite');
      expect(newBlockId(new Set(['aaaa']))).toBe('bbbb');
    } finally {
      chance.mockRestore();
    }
  });
});

describe('content stamp', () => {
  const stamp: Stamp = { state: 'translated', kind: 'person', name: 'Kim', version: null, reviewer: null, at: '2026-12-01' };
  const units = async (root: string) => parseUnits(await read(root, 'ko.units.json'), '').units;
  const rewrite = async (root: string, name: string, [from, to]: [string, string]) => writeFile(join(root, 'manuals/night', name), (await read(root, name)).replace(from, to));

  test('records of each new block the present source, its own text and who made it', async () => {
    const { root } = await smallManual(({ raw }) => { raw['ko.units.json'] = '{}\n'; });
    const files = await again(root);
    expect(await stampTranslation(root, files, { locale: 'ko', stamp })).toBe(5);
    const recorded = await units(root);
    expect(Object.keys(recorded)).toEqual(['title', 'sum1', 'head', 'step1', 'tab1']);
    expect(recorded.step1).toEqual({ from: blockHash('Study demand'), text: blockHash('수요 조사'), state: 'translated', origin: { kind: 'person', name: 'Kim', version: null }, reviewer: null, at: '2026-12-01' });
  });

  test('works for a translation that has no units yet', async () => {
    const { root, folder } = await smallManual();
    folder.current.texts.ko!.units = null;
    expect(await stampTranslation(root, folder.current, { locale: 'ko', stamp })).toBe(5);
  });

  test('leaves untouched blocks as they were, so that an outdated one stays outdated', async () => {
    const { root } = await smallManual();
    const before = await units(root);
    await rewrite(root, 'en.md', ['Study demand', 'Study the demand']);
    expect(await stampTranslation(root, await again(root), { locale: 'ko', stamp })).toBe(0);
    expect(await units(root)).toEqual(before);
    expect((await units(root)).step1?.from).not.toBe(blockHash('Study the demand'));
  });

  test('records the present source for a block whose translation changed, and for no other', async () => {
    const { root } = await smallManual();
    const before = await units(root);
    await rewrite(root, 'en.md', ['Study demand', 'Study the demand']);
    await rewrite(root, 'en.md', ['# Night buses', '# Buses by night']);
    await rewrite(root, 'ko.md', ['수요 조사', '수요를 조사']);
    expect(await stampTranslation(root, await again(root), { locale: 'ko', stamp })).toBe(1);
    const { step1, ...others } = await units(root);
    const { step1: _, ...othersBefore } = before;
    expect(others).toEqual(othersBefore);
    expect(step1).toMatchObject({ from: blockHash('Study the demand'), text: blockHash('수요를 조사'), state: 'translated', at: '2026-12-01' });
  });

  test('does not count a change of white space', async () => {
    const { root } = await smallManual();
    await rewrite(root, 'ko.md', ['수요 조사', '수요   조사']);
    expect(await stampTranslation(root, await again(root), { locale: 'ko', stamp })).toBe(0);
  });

  test('forgets blocks that are gone, and passes over what has no source', async () => {
    const { root } = await smallManual();
    await rewrite(root, 'ko.md', ['### 작동 방식 ^head\n\n', '더 ^more\n\n']);
    expect(await stampTranslation(root, await again(root), { locale: 'ko', stamp })).toBe(0);
    expect(Object.keys(await units(root))).toEqual(['title', 'sum1', 'step1', 'tab1']);
  });

  test('refuses a language that the manual has no text in', async () => {
    const { root, folder } = await smallManual();
    await expect(stampTranslation(root, folder.current, { locale: 'ja', stamp })).rejects.toThrow('no text in "ja"');
  });
});
