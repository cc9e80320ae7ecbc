import { blockHash, LOCALES, pickTranslation, SIZE_CLASSES, sizeClassOf, INCOME_CLASSES, EVIDENCE_LEVELS } from '@naru/domain';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkFolder, checkTogether } from './check-library.ts';
import type { ManualFiles, ManualFolder } from './manual-folder.ts';
import { listManuals, readManualFolder } from './manual-folder.ts';
import { formatProblem } from './problems.ts';
import { readReleaseLock, type ReleaseLock } from './release-lock.ts';
import { readTaxonomies, type Taxonomies } from './taxonomies.ts';
import { CONTENT, newFolder, writeFiles } from './test/small-manual.ts';

let folders: ManualFolder[];
let taxonomies: Taxonomies;
let lock: ReleaseLock;
beforeAll(async () => {
  taxonomies = await readTaxonomies(CONTENT);
  lock = await readReleaseLock(CONTENT);
  folders = await Promise.all((await listManuals(CONTENT)).map((slug) => readManualFolder(CONTENT, slug)));
}, 60_000);

/** State of each block of a version's Korean text, or `missing`. */
function koreanStates({ manual, texts }: ManualFiles): string[] {
  const units = texts.ko?.units ?? {};
  return (texts[manual?.sourceLocale ?? 'en']?.blocks ?? []).map((block) => {
    const unit = units[block.id ?? ''];
    return unit && unit.state !== 'draft' ? pickTranslation(blockHash(block.text), [{ fromHash: unit.from, state: unit.state }]).state : 'missing';
  });
}

describe('the library\'s content', () => {
  test('has forty manuals or more, each without fault: it loads, cites, links and is in its canonical form', () => {
    expect(folders.length).toBeGreaterThanOrEqual(40);
    expect([...folders.flatMap((folder) => checkFolder(folder, { taxonomies, lock })), ...checkTogether(folders)].map(formatProblem)).toEqual([]);
  });

  test('has a manual in each of its twenty themes', () => {
    expect(taxonomies.themes).toHaveLength(20);
    const used = new Set(folders.flatMap(({ current }) => current.manual?.themes ?? []));
    expect(taxonomies.themes.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  test('has every manual in Korean, whole; what is outdated is so because a later version changed it', () => {
    for (const { slug, current, older } of folders) {
      for (const files of [...older, current]) {
        const states = koreanStates(files);
        expect(states, `${slug} ${files.path}`).not.toContain('missing');
        expect(states.filter((state) => state === 'outdated'), files.path).toHaveLength(files === current && older.length > 0 ? 1 : 0);
      }
    }
  });

  test('has manuals with two versions, in which one block changed and exactly that one is outdated in Korean', () => {
    const changed = folders.filter(({ older }) => older.length > 0);
    expect(changed.length).toBeGreaterThanOrEqual(3);
    for (const { slug, current, older } of changed) {
      const before = new Map(older.at(-1)?.texts.en?.blocks.map((block) => [block.id, blockHash(block.text)]));
      const blocks = current.texts.en?.blocks ?? [];
      const outdated = koreanStates(current).flatMap((state, i) => (state === 'outdated' ? [blocks[i]?.id] : []));
      expect(outdated, slug).toHaveLength(1);
      expect(before.get(outdated[0] ?? null), slug).not.toBe(blockHash(blocks.find(({ id }) => id === outdated[0])?.text ?? ''));
    }
  });

  test('names what limits each policy and what would be done differently', () => {
    for (const { slug, current } of folders) {
      expect(current.manual?.limits.length, slug).toBeGreaterThan(0);
      expect(current.manual?.differently.length, slug).toBeGreaterThan(0);
    }
  });
});

describe('the taxonomies', () => {
  test('name everything in thirteen languages, once an id', () => {
    const { themes, sdg, evidence, sizes, income, cities, organisations } = taxonomies;
    const named: Record<string, readonly { names: Record<string, string> }[]> = { themes, goals: sdg.goals, levels: evidence.levels, sizes: sizes.sizes, income: income.classes, cities, organisations };
    for (const [what, entries] of Object.entries(named)) {
      expect(entries.length, what).toBeGreaterThan(0);
      for (const { names } of entries) {
        expect(Object.keys(names), what).toEqual(LOCALES);
        for (const name of Object.values(names)) expect(name, what).toBe(name.trim().normalize('NFC'));
      }
    }
    for (const entries of [themes, cities, organisations]) expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  test('have the 17 goals and 169 targets of the 2030 Agenda', () => {
    expect(taxonomies.sdg.goals.map(({ goal }) => goal)).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
    const counts = taxonomies.sdg.goals.map(({ goal }) => taxonomies.sdg.targets.filter(({ code }) => code.startsWith(`${String(goal)}.`)).length);
    expect(counts).toEqual([7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19]);
    expect(new Set(taxonomies.sdg.targets.map(({ code }) => code)).size).toBe(169);
    for (const { code, iri } of taxonomies.sdg.targets) expect(iri).toBe(`http://metadata.un.org/sdg/${code}`);
  });

  test('bound the sizes of cities as the code does', () => {
    const { sizes } = taxonomies.sizes;
    expect(sizes.map(({ id }) => id)).toEqual(SIZE_CLASSES);
    expect(sizes[0]?.from).toBe(0);
    sizes.forEach(({ id, from, to }, i) => {
      expect(to).toBe(sizes[i + 1]?.from ?? null);
      expect(sizeClassOf(from)).toBe(id);
      if (to !== null) expect([sizeClassOf(to - 1), sizeClassOf(to)]).toEqual([id, sizes[i + 1]?.id]);
    });
  });

  test('have the income classes and evidence levels that the code knows', () => {
    expect(taxonomies.income.classes.map(({ id }) => id)).toEqual(INCOME_CLASSES);
    expect(taxonomies.evidence.levels.map(({ level }) => level)).toEqual(EVIDENCE_LEVELS);
  });

  test('place each city in a country that they have', () => {
    const countries = taxonomies.countries.map(({ code }) => code);
    for (const { country } of taxonomies.cities) expect(countries).toContain(country);
  });

  test('are refused with file and line when a name is missing, every faulty file named in one order', async () => {
    const root = await newFolder();
    const names = LOCALES.slice(1).map((locale) => `    ${locale}: x\n`).join('');
    const empty = Object.fromEntries(['taxonomies/sdg', 'taxonomies/evidence', 'taxonomies/sizes', 'taxonomies/income', 'places/countries', 'places/cities', 'places/organisations'].map((name) => [`${name}.yaml`, '[]\n']));
    await writeFiles(root, { ...empty, 'taxonomies/themes.yaml': `- id: a\n  icon: bus\n  names:\n${names}` });
    await expect(readTaxonomies(root)).rejects.toMatchObject({
      problems: [
        { file: 'taxonomies/themes.yaml', line: 4, code: 'yaml-schema', message: expect.stringContaining('0.names.en') as string },
        ...['sdg', 'evidence', 'sizes', 'income'].map((name) => ({ file: `taxonomies/${name}.yaml`, code: 'yaml-schema' })),
      ],
    });
  });
});
