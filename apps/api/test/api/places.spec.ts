import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENDONYMS, LOCALES } from '@naru/domain';
import { makeManual, translate } from '../factories/manual.ts';
import { CITIES, THEMES } from '../factories/taxonomies.ts';
import { startTestLibrary, type TestLibrary } from '../support/test-library.ts';

interface Page { totalCount: number; nodes: Record<string, unknown>[]; edges: { cursor: string; node: Record<string, unknown> }[]; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null } }

let library: TestLibrary;
beforeAll(async () => {
  library = await startTestLibrary();
  await library.content.put(translate(makeManual({ slug: 'one', city: 'curitiba', themes: ['water', 'parks'], sdg: ['6', '11.2'] }), 'ko'));
  await library.content.put(makeManual({ slug: 'two', city: 'curitiba', themes: ['parks'], sdg: ['11'] }));
  await library.content.import(library.database);
});
afterAll(() => library.close());

/** Each list of the small tables, its key field, and what it holds. */
const LISTS = [
  ['themes', 'id', [...THEMES]],
  ['sdgs', 'goal', Array.from({ length: 17 }, (_, index) => index + 1)],
  ['cities', 'id', CITIES.map(({ id }) => id).sort()],
  ['locales', 'locale', [...LOCALES]],
] as const;

async function page(list: string, key: string, args: { first?: number; after?: string | null }): Promise<Page> {
  const answer = await library.server.read<Record<string, Page>>(`query ($first: Int! = 20, $after: String) { ${list}(first: $first, after: $after) { totalCount nodes { ${key} } edges { cursor node { ${key} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`, args);
  return answer[list] as Page;
}

describe.each(LISTS)('%s', (list, key, all) => {
  test('pages through everything once, in order, at every page size', async () => {
    for (const first of [1, 2, 4, 100]) {
      const seen: unknown[] = [];
      let after: string | null = null;
      do {
        const { nodes, edges, pageInfo, totalCount } = await page(list, key, { first, after });
        expect(totalCount).toBe(all.length);
        expect(edges.map(({ node }) => node)).toEqual(nodes);
        expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges.at(-1)?.cursor]);
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        seen.push(...nodes.map((node) => node[key]));
        expect(pageInfo.hasNextPage).toBe(seen.length < all.length);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(all);
    }
  });

  test('is empty behind its last', async () => {
    const { pageInfo } = await page(list, key, { first: 100 });
    expect(await page(list, key, { after: pageInfo.endCursor })).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null } });
  });
});

describe('places and subjects', () => {
  test('answers one by its key, with names in the reader’s language and its count of manuals', async () => {
    expect(await library.server.read(`{
      theme(id: "parks") { id icon name(locale: th) manualCount } sdg(goal: 11) { goal iri name(locale: en) manualCount targets { code text iri goal } }
      city(id: "curitiba") { id name(locale: ar) population populationYear populationSource { title publisher url } sizeClass latitude longitude manualCount country { code m49 region incomeClass incomeYear name(locale: pt) regionName(locale: es) } }
    }`)).toEqual({
      theme: { id: 'parks', icon: 'icon-parks', name: 'parks (th)', manualCount: 2 },
      sdg: { goal: 11, iri: 'https://example.org/sdg/11', name: 'Goal 11', manualCount: 2, targets: ['11.2', '11.b'].map((code) => ({ code, text: `Target ${code}.`, iri: `https://example.org/sdg/${code}`, goal: 11 })) },
      city: {
        id: 'curitiba', name: 'curitiba (ar)', population: 1_900_000, populationYear: 2024, populationSource: { title: 'Census', publisher: 'Statistics', url: 'https://example.org/census' }, sizeClass: 'very_large', latitude: 1.5, longitude: 2.5, manualCount: 2,
        country: { code: 'BR', m49: '076', region: '005', incomeClass: 'upper_middle', incomeYear: 2025, name: 'Brasil', regionName: 'Sudamérica' },
      },
    });
  });

  test('is null for what is not there', async () => {
    expect(await library.server.read('{ theme(id: "x") { id } sdg(goal: 18) { goal } zero: sdg(goal: -1) { goal } city(id: "x") { id } }')).toEqual({ theme: null, sdg: null, zero: null, city: null });
  });

  test('names a thing in English where its name is missing in the language', async () => {
    await library.database.query(`DELETE FROM theme_name WHERE id = 'waste' AND locale = 'mn'`);
    expect(await library.server.read('{ theme(id: "waste") { name(locale: mn) } }')).toEqual({ theme: { name: 'waste' } });
  });

  test('lists the languages with their own names, directions and how many manuals are offered in each', async () => {
    const { locales } = await library.server.read<{ locales: { nodes: { locale: keyof typeof ENDONYMS; endonym: string; direction: string; manualCount: number }[] } }>('{ locales { nodes { locale endonym direction manualCount } } }');
    expect(locales.nodes).toEqual(LOCALES.map((locale) => ({ locale, endonym: ENDONYMS[locale], direction: locale === 'ar' ? 'rtl' : 'ltr', manualCount: { en: 2, ko: 1 }[locale as string] ?? 0 })));
  });

  test('defines the levels of evidence in every language', async () => {
    for (const locale of LOCALES) {
      const { evidenceLevels } = await library.server.read('query ($locale: Locale!) { evidenceLevels { level name(locale: $locale) definition(locale: $locale) } }', { locale });
      const of = (word: string, level: number) => `${word} ${String(level)}${locale === 'en' ? '' : ` (${locale})`}`;
      expect(evidenceLevels).toEqual([1, 2, 3, 4, 5].map((level) => ({ level, name: of('Level', level), definition: of('Definition', level) })));
    }
  });
});
