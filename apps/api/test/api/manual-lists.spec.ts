import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCALES } from '@naru/domain';
import { Chance, randomLibrary, type ModelManual } from '../factories/random-library.ts';
import { CITIES, THEMES } from '../factories/taxonomies.ts';
import { startTestLibrary, type TestLibrary } from '../support/test-library.ts';

const FACETS = ['themes', 'sdgs', 'cities', 'regions', 'sizeClasses', 'incomeClasses', 'languages', 'depths', 'evidence'] as const;
type FacetName = (typeof FACETS)[number];
type Filter = Partial<Record<string, unknown>>;
interface Listed { totalCount: number; nodes: { slug: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null }; facets: Record<FacetName, { value: string; count: number }[]> }

const QUERY = `query ($locale: Locale!, $filter: ManualFilter, $orderBy: ManualOrder! = NEWEST, $first: Int! = 100, $after: String) {
  manuals(locale: $locale, filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } facets { ${FACETS.map((name) => `${name} { value count }`).join(' ')} } }
}`;

let library: TestLibrary;
let models: ModelManual[];

beforeAll(async () => {
  library = await startTestLibrary();
  const made = randomLibrary(7, 28);
  models = made.models;
  for (const draft of made.drafts) await library.content.put(draft);
  await library.content.import(library.database);
}, 120_000);
afterAll(() => library.close());

const list = async (variables: Filter): Promise<Listed> => (await library.server.read<{ manuals: Listed }>(QUERY, { locale: 'en', ...variables })).manuals;

const folded = (text: string) => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();

/** Each field of the filter, by the facet that it belongs to; the model's own reading of it. */
const PASSES: Readonly<Record<string, { facet: FacetName | null; passes: (manual: ModelManual, wanted: never) => boolean }>> = {
  ...Object.fromEntries(FACETS.filter((name) => name !== 'evidence').map((facet) => [facet, { facet, passes: (manual: ModelManual, wanted: (string | number)[]) => wanted.length === 0 || wanted.some((value) => manual[facet].includes(String(value))) }])),
  minEvidence: { facet: 'evidence', passes: (manual, wanted: number) => manual.evidence.includes(String(wanted)) },
  periodFrom: { facet: null, passes: (manual, year: number) => manual.end === null || manual.end >= year },
  periodTo: { facet: null, passes: (manual, year: number) => manual.start <= year },
  text: { facet: null, passes: (manual, text: string) => text.split(' ').every((word) => folded(manual.title).includes(folded(word))) },
};
const passes = (manual: ModelManual, filter: Filter, except: FacetName | null = null): boolean =>
  Object.entries(filter).every(([field, wanted]) => { const rule = PASSES[field]; return !rule || (except !== null && rule.facet === except) || rule.passes(manual, wanted as never); });

function facetsOf(filter: Filter): Record<string, { value: string; count: number }[]> {
  return Object.fromEntries(FACETS.map((facet) => {
    const counts = new Map<string, number>();
    for (const manual of models.filter((one) => passes(one, filter, facet))) for (const value of manual[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [facet, [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))];
  }));
}

function randomFilter(chance: Chance): Filter {
  const fields: Record<string, () => unknown> = {
    themes: () => chance.some(THEMES, [0, 3]), sdgs: () => chance.some([1, 6, 11, 13, 17], [1, 3]), cities: () => chance.some(CITIES.map(({ id }) => id), [1, 3]), regions: () => chance.some(['030', '014', '005', '999'], [1, 2]),
    sizeClasses: () => chance.some(['small', 'medium', 'large', 'very_large', 'mega'], [1, 3]), incomeClasses: () => chance.some(['low', 'lower_middle', 'upper_middle', 'high'], [1, 2]), languages: () => chance.some(LOCALES, [1, 3]),
    depths: () => chance.some(['brief', 'manual', 'toolkit'], [1, 2]), minEvidence: () => 1 + chance.below(5), periodFrom: () => 1990 + chance.below(35), periodTo: () => 1990 + chance.below(35), text: () => chance.pick(['north', 'trams', 'água', '누수', 'south']),
  };
  return Object.fromEntries(chance.some(Object.keys(fields), [0, 3]).map((field) => [field, fields[field]?.()]));
}

describe('manuals: filters and facets', () => {
  const single: [string, unknown][] = [
    ['themes', ['water', 'parks']], ['sdgs', [6]], ['cities', ['maputo', 'nowhere']], ['regions', ['030']], ['sizeClasses', ['very_large', 'small']], ['incomeClasses', ['lower_middle', 'low']], ['languages', ['ko', 'ar']], ['depths', ['toolkit']],
    ['minEvidence', 3], ['periodFrom', 2010], ['periodTo', 2000], ['text', 'trams'], ['themes', []],
  ];
  test.each(single)('keeps exactly what passes %s', async (field, wanted) => {
    const filter = { [field]: wanted };
    const expected = models.filter((manual) => passes(manual, filter)).map(({ slug }) => slug);
    if (!Array.isArray(wanted) || wanted.length > 0) expect([expected.length > 0, expected.length < models.length]).toEqual([true, true]);
    const { nodes, totalCount } = await list({ filter });
    expect(nodes.map(({ slug }) => slug).sort()).toEqual(expected.sort());
    expect(totalCount).toBe(expected.length);
  });

  test('counts facets as a count by hand does, each without its own condition, over forty random filters', async () => {
    const chance = new Chance(11);
    let hits = 0;
    for (let round = 0; round < 40; round++) {
      const filter = randomFilter(chance);
      const { facets, totalCount, nodes } = await list({ filter });
      const expected = models.filter((manual) => passes(manual, filter));
      expect({ filter, totalCount, slugs: nodes.map(({ slug }) => slug).sort() }).toEqual({ filter, totalCount: expected.length, slugs: expected.map(({ slug }) => slug).sort() });
      expect({ filter, facets }).toEqual({ filter, facets: facetsOf(filter) });
      hits += expected.length;
    }
    expect(hits).toBeGreaterThan(40);
  });

  test('gives facet values as the filter takes them', async () => {
    const { facets } = await list({});
    const fields = { themes: String, sdgs: Number, cities: String, regions: String, sizeClasses: String, incomeClasses: String, languages: String, depths: String } as const;
    for (const [field, read] of Object.entries(fields)) {
      const { value, count } = facets[field as FacetName].at(-1) ?? { value: '', count: -1 };
      expect([field, (await list({ filter: { [field]: [read(value)] } })).totalCount]).toEqual([field, count]);
    }
    for (const { value, count } of facets.evidence) expect((await list({ filter: { minEvidence: Number(value) } })).totalCount).toBe(count);
  });

  test('finds words in any language, whatever their accents and case, and takes SQL’s signs as text', async () => {
    const count = async (text: string) => (await list({ filter: { text } })).totalCount;
    const having = (word: RegExp) => models.filter(({ title }) => word.test(title)).length;
    expect(await count('AGUA')).toBe(having(/[áÁaA]gua/u));
    expect(await count('누수')).toBe(having(/누수/u));
    expect([await count('%'), await count("' OR 1=1 --"), await count('_')]).toEqual([0, 0, 0]);
    expect(await count('   ')).toBe(models.length);
  });

  test('refuses a filter out of bounds and names the field', async () => {
    for (const [field, value] of [['minEvidence', 0], ['minEvidence', 6], ['text', 'x'.repeat(201)]] as const) {
      const { errors } = await library.server.ask(QUERY, { locale: 'en', filter: { [field]: value } });
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', fields: [`filter.${field}`] });
    }
    const { errors } = await library.server.ask(QUERY, { locale: 'en', filter: { text: 'a\u0000b' } });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    for (const filter of [{ languages: ['xx'] }, { sizeClasses: ['very-large'] }, { unknown: 1 }, { sdgs: ['six'] }, { periodFrom: 2 ** 31 }]) {
      expect((await library.server.ask(QUERY, { locale: 'en', filter })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('manuals: orders and pages', () => {
  const orders = [['NEWEST', 'en'], ...LOCALES.map((locale) => ['TITLE', locale])] as [string, string][];

  test.each(orders)('pages through %s in %s without gap or repeat, at every page size', async (orderBy, locale) => {
    const whole = await list({ orderBy, locale });
    const all = whole.nodes.map(({ slug }) => slug);
    expect([...all].sort()).toEqual(models.map(({ slug }) => slug).sort());
    expect(whole.pageInfo.hasNextPage).toBe(false);
    for (const first of [1, 3, 27, 28]) {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { nodes, pageInfo, totalCount } = await list({ orderBy, locale, first, after });
        expect(totalCount).toBe(models.length);
        seen.push(...nodes.map(({ slug }) => slug));
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      expect(seen).toEqual(all);
    }
  }, 60_000);

  test('puts the newest version first', async () => {
    const rows: { slug: string }[] = await library.database.query(`SELECT l.slug FROM version_status s JOIN document_slug l USING (document_id) WHERE s.state = 'published' ORDER BY s.since DESC, s.document_id DESC`);
    expect((await list({})).nodes).toEqual(rows);
  });

  test('puts titles in the alphabet of the language, case and accents after letters', async () => {
    const { manuals } = await library.server.read<{ manuals: { nodes: { card: { title: string } }[] } }>('{ manuals(locale: en, orderBy: TITLE, first: 100) { nodes { card(locale: en) { title } } } }');
    const titles = manuals.nodes.map(({ card }) => card.title);
    expect(titles).toEqual([...titles].sort(new Intl.Collator('en').compare));
    expect(new Set(titles).size).toBeLessThan(titles.length);
  });

  test('keeps its place when the list grows between two pages', async () => {
    const one = await list({ orderBy: 'TITLE', first: 10 });
    const whole = (await list({ orderBy: 'TITLE' })).nodes;
    const extra = randomLibrary(99, 1).drafts[0];
    if (!extra) throw new Error('no draft');
    await library.content.put({ ...extra, slug: 'zz-late' });
    await library.content.import(library.database, ['zz-late']);
    const rest = await list({ orderBy: 'TITLE', after: one.pageInfo.endCursor });
    expect([...one.nodes, ...rest.nodes].filter(({ slug }) => slug !== 'zz-late')).toEqual(whole);
  });
});
