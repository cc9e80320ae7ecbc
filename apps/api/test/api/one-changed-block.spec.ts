import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blockHash } from '@naru/domain';
import { makeManual, revise, translate, type ManualDraft } from '../factories/manual.ts';
import { startTestLibrary, type TestLibrary } from '../support/test-library.ts';

interface Block { id: string; text: string; state: string; locale: string; sourceHtml: string | null; fromHash: string | null }
interface Told { coverage: number; counts: Record<string, number>; blocks: Block[]; hashes: Map<string, string> }

/** The central promise, end to end: files, import, GraphQL. */
let library: TestLibrary;
let first: ManualDraft;
let second: ManualDraft;
let before: Record<string, Told>;

const LOCALES = ['en', 'ko', 'ar'] as const;
const BLOCK = '{ id text state locale sourceHtml fromHash }';

async function tell(number: string, locale: string): Promise<Told> {
  const { version } = await library.server.read<{ version: { edition: Record<string, never> & { coverage: number; counts: Record<string, number>; title: Block; sections: { kind: string; hash: string; blocks: Block[] }[] } } }>(
    `query ($number: String!, $locale: Locale!) { version(manual: "leaks", number: $number) { edition(locale: $locale) { coverage counts { source machine translated reviewed outdated missing } title ${BLOCK} sections { kind hash blocks ${BLOCK} }
      amounts { covers ${BLOCK} } staffing { role ${BLOCK} } steps { title ${BLOCK} } conditions { statement ${BLOCK} whenMissing ${BLOCK} reasoning ${BLOCK} } results { indicator ${BLOCK} } limits { statement ${BLOCK} reasoning ${BLOCK} } differently { statement ${BLOCK} reasoning ${BLOCK} } } } }`,
    { number, locale });
  const { coverage, counts, title, sections, ...facts } = version.edition;
  const words = (Object.values(facts) as Record<string, Block | null>[][]).flat().flatMap((fact) => Object.values(fact).filter((word) => word !== null));
  return { coverage, counts, blocks: [title, ...sections.flatMap(({ blocks }) => blocks), ...words], hashes: new Map(sections.map(({ kind, hash }) => [kind, hash])) };
}

const tellAll = async (number: string): Promise<Record<string, Told>> => Object.fromEntries(await Promise.all(LOCALES.map(async (locale) => [locale, await tell(number, locale)] as const)));

beforeAll(async () => {
  library = await startTestLibrary();
  first = translate(translate(makeManual({ blockCount: 40 }), 'ko', { state: 'reviewed', reviewer: 'A reader' }), 'ar');
  await library.content.put(first);
  await library.content.import(library.database);
  before = await tellAll('1.0');
});
afterAll(() => library.close());

describe('one of forty blocks changes', () => {
  test('before: forty blocks, each in its language', () => {
    for (const locale of LOCALES) {
      expect(before[locale]?.blocks).toHaveLength(40);
      expect(before[locale]?.coverage).toBe(1);
    }
    expect(before.ko?.counts).toMatchObject({ reviewed: 40, outdated: 0 });
  });

  test('after 1.1: exactly that block is outdated in each language, shows its old translation and carries the present source', async () => {
    second = revise(first, '1.1', { texts: { fill3: 'Another **text** with 7 pumps. [@src-b]' } });
    await library.content.put(second, [first]);
    expect(await library.content.import(library.database)).toMatchObject([{ outcome: 'updated' }]);
    const after = await tellAll('1.1');
    for (const [locale, state] of [['ko', 'reviewed'], ['ar', 'machine']] as const) {
      const { blocks, coverage, counts } = after[locale] as Told;
      expect(blocks.filter((block) => block.state === 'outdated')).toEqual([{
        id: 'fill3', text: `${locale} Paragraph d of the solution.`, state: 'outdated', locale, fromHash: blockHash('Paragraph d of the solution.'), sourceHtml: 'Another <strong>text</strong> with 7 pumps.\u00a0<a href="#source-src-b" class="cite">[2]</a>',
      }]);
      expect(blocks.filter((block) => block.id !== 'fill3')).toEqual(before[locale]?.blocks.filter((block) => block.id !== 'fill3'));
      expect(blocks.every((block) => block.id === 'fill3' || (block.state === state && block.sourceHtml === null))).toBe(true);
      expect([coverage, counts]).toEqual([39 / 40, { ...counts, [state]: 39, outdated: 1, missing: 0 }]);
    }
    expect(after.en?.blocks.map(({ state }) => state)).toEqual(Array.from({ length: 40 }, () => 'source'));
    const changed = [...(after.en?.hashes ?? [])].filter(([kind, hash]) => before.en?.hashes.get(kind) !== hash).map(([kind]) => kind);
    expect(changed).toEqual(['solution']);
  });

  test('the old version’s editions are what they were', async () => {
    expect(await tellAll('1.0')).toEqual(before);
  });

  test('the list of languages says the same', async () => {
    const { manual } = await library.server.read('{ manual(slug: "leaks") { version { languages { locale coverage offered counts { outdated } } } } }');
    expect(manual).toEqual({ version: { languages: [{ locale: 'en', coverage: 1, offered: true, counts: { outdated: 0 } }, ...['ar', 'ko'].map((locale) => ({ locale, coverage: 39 / 40, offered: true, counts: { outdated: 1 } }))] } });
  });

  test('importing again changes nothing: not a row, and the revision stays', async () => {
    const rows = async () => library.database.query<object[]>(`SELECT (SELECT count(*) FROM version) v, (SELECT count(*) FROM block_translation) t, (SELECT max(id) FROM version_state) s, (SELECT string_agg(md5(e::text), ',' ORDER BY version_id, locale) FROM edition e) e`);
    const [known, revision] = [await rows(), await library.revision()];
    expect(await library.content.import(library.database)).toEqual([{ slug: 'leaks', outcome: 'unchanged', conflicts: [] }]);
    expect([await rows(), await library.revision()]).toEqual([known, revision]);
  });

  test('translating that block in one language makes it current there, and only there', async () => {
    second = translate(second, 'ko', { ids: ['fill3'], state: 'translated' });
    await library.content.put(second, [first]);
    expect(await library.content.import(library.database)).toMatchObject([{ outcome: 'updated' }]);
    const after = await tellAll('1.1');
    expect(after.ko?.counts).toMatchObject({ reviewed: 39, translated: 1, outdated: 0 });
    expect(after.ko?.blocks.find(({ id }) => id === 'fill3')).toMatchObject({ text: 'ko Another **text** with 7 pumps. [@src-b]', state: 'translated', sourceHtml: null });
    expect(after.ar?.counts).toMatchObject({ machine: 39, outdated: 1 });
    expect(await tellAll('1.0')).toEqual(before);
    const { manual } = await library.server.read<{ manual: { versions: { totalCount: number } } }>('{ manual(slug: "leaks") { versions { totalCount } } }');
    expect(manual.versions.totalCount).toBe(2);
  });

  test('a text that goes back to what it was finds its old translation again', async () => {
    const third = revise(second, '1.2', { texts: { fill3: 'Paragraph d of the solution.' } });
    // The files hold the newest translation of a block; the older one is in the library still.
    await library.content.put(third, [first, second]);
    await library.content.import(library.database);
    const after = await tellAll('1.2');
    expect(after.ar?.counts).toMatchObject({ machine: 40, outdated: 0 });
    expect(after.ko?.blocks.find(({ id }) => id === 'fill3')).toMatchObject({ text: 'ko Paragraph d of the solution.', state: 'reviewed' });
  });

  test('white space and composed letters are no change of a text', async () => {
    const fourth = revise(second, '2.0', { texts: { fill4: 'Paragraph  e of the solution.' } });
    await library.content.put(fourth, [first, second]);
    await library.content.tryImport(library.database);
    const { data } = await library.server.ask<{ version: object | null }>('{ version(manual: "leaks", number: "2.0") { edition(locale: ar) { counts { outdated } } } }');
    expect(data?.version ?? { edition: { counts: { outdated: 1 } } }).toEqual({ edition: { counts: { outdated: 1 } } });
  });
});
