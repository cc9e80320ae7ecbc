import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECTION_KINDS } from '@naru/domain';
import { makeManual, translate, type ManualDraft } from '../factories/manual.ts';
import { startTestLibrary, type TestLibrary } from '../support/test-library.ts';

interface Shown { id: string; text: string; locale: string; state: string; direction: string }
interface Edition { requested: string; locale: string; direction: string; coverage: number; offered: boolean; title: Shown; sections: { kind: string; blocks: Shown[] }[]; amounts: { covers: Shown }[] }

let library: TestLibrary;
let draft: ManualDraft;

beforeAll(async () => {
  library = await startTestLibrary();
  draft = translate(makeManual(), 'ko', { ids: ['title', 'sum1', 'amt1'], state: 'translated' });
  draft = translate(draft, 'ar', { ids: ['title', 'sum1', 'prb1', 'amt2'], state: 'machine' });
  draft = translate(draft, 'fr', { ids: ['title', 'prb1', 'tab1'], state: 'reviewed', reviewer: 'Une lectrice' });
  await library.content.put(draft);
  await library.content.import(library.database);
});
afterAll(() => library.close());

const BLOCK = '{ id text locale state direction }';

async function edition(locale: string, fallback: string[] | null): Promise<Edition> {
  const { manual } = await library.server.read<{ manual: { edition: Edition; version: { edition: Edition } } }>(
    `query ($locale: Locale!, $fallback: [Locale!]) { manual(slug: "leaks") { edition(locale: $locale, fallback: $fallback) { ...E } version { edition(locale: $locale, fallback: $fallback) { ...E } } } }
     fragment E on Edition { requested locale direction coverage offered title ${BLOCK} sections { kind blocks ${BLOCK} } amounts { covers ${BLOCK} } }`, { locale, fallback });
  expect(manual.version.edition).toEqual(manual.edition);
  return manual.edition;
}

const shown = ({ title, sections, amounts }: Edition) => new Map([title, ...sections.flatMap(({ blocks }) => blocks), ...amounts.map(({ covers }) => covers)].map((block) => [block.id, block]));

describe('edition', () => {
  test('answers in the language that was asked for when one block is in it; the others are missing and in the source language', async () => {
    const korean = await edition('ko', null);
    expect(korean).toMatchObject({ requested: 'ko', locale: 'ko', direction: 'ltr', coverage: 3 / 22, offered: false });
    const blocks = shown(korean);
    expect(blocks.get('title')).toEqual({ id: 'title', text: 'ko Fewer leaks', locale: 'ko', state: 'translated', direction: 'ltr' });
    expect(blocks.get('amt1')).toMatchObject({ text: 'ko Pipes', locale: 'ko', state: 'translated' });
    expect(blocks.get('prb1')).toEqual({ id: 'prb1', text: 'The pipes leaked 30% of the water. [@src-a]', locale: 'en', state: 'missing', direction: 'ltr' });
    expect(blocks.size).toBe(22 - 10);
  });

  test('says each block’s own direction', async () => {
    const arabic = await edition('ar', []);
    expect(arabic).toMatchObject({ locale: 'ar', direction: 'rtl' });
    expect(shown(arabic).get('title')).toMatchObject({ direction: 'rtl' });
    expect(shown(arabic).get('sol1')).toMatchObject({ direction: 'ltr', locale: 'en' });
  });

  test('falls back block by block in the order of the wishes, and a fallen block stays missing', async () => {
    const blocks = shown(await edition('ko', ['fr', 'ar']));
    expect(blocks.get('title')).toMatchObject({ locale: 'ko', state: 'translated' });
    expect(blocks.get('prb1')).toMatchObject({ locale: 'fr', state: 'missing' });
    expect(blocks.get('amt2')).toMatchObject({ locale: 'ar', state: 'missing', direction: 'rtl' });
    expect(blocks.get('sol1')).toMatchObject({ locale: 'en', state: 'missing' });
  });

  test('does not look behind the source language in the order of the wishes', async () => {
    const blocks = shown(await edition('ko', ['en', 'fr']));
    expect(blocks.get('prb1')).toMatchObject({ locale: 'en', state: 'missing' });
  });

  test('answers with the first fallback where the language has no block, at last with the source language', async () => {
    expect(await edition('vi', ['th', 'ar', 'ko'])).toMatchObject({ requested: 'vi', locale: 'ar', direction: 'rtl' });
    expect(await edition('vi', ['th'])).toMatchObject({ requested: 'vi', locale: 'en', coverage: 1, offered: true });
    expect(await edition('en', ['ko'])).toMatchObject({ requested: 'en', locale: 'en' });
    expect(shown(await edition('en', ['ko'])).get('title')).toMatchObject({ state: 'source', locale: 'en' });
  });

  test('gives a card in the language, else in the source language', async () => {
    const { manual } = await library.server.read('{ manual(slug: "leaks") { ko: card(locale: ko) { ...C } vi: card(locale: vi) { ...C } } } fragment C on ManualCard { locale direction title summary coverage offered sections sectionsInLanguage evidence depth year yearEnd }');
    const common = { direction: 'ltr', offered: false, sections: 12, evidence: 3, depth: 'manual', year: 2015, yearEnd: 2020 };
    expect(manual).toEqual({
      ko: { ...common, locale: 'ko', title: 'ko Fewer leaks', summary: 'ko The summary of Fewer leaks, with stress and a link.', coverage: 3 / 22, sectionsInLanguage: 1 },
      vi: { ...common, locale: 'en', title: 'Fewer leaks', summary: 'The summary of Fewer leaks, with stress and a link.', coverage: 0, sectionsInLanguage: 0 },
    });
  });

  test('carries every typed fact with its words, figures and sources', async () => {
    const { manual } = await library.server.read<{ manual: { edition: Record<string, unknown> } }>(`{ manual(slug: "leaks") { edition(locale: en) {
      amounts { id covers { id text } value currency priceYear recurrence phase population sources } staffing { id role { text } fte phase sources } steps { id title { text } start end durationMonths sources }
      conditions { id statement { id } whenMissing { id } kind weight basis reasoning { id } sources } results { id indicator { text } unit baseline { value date } value date evidence sources }
      limits { id statement { text } basis reasoning { id } sources } differently { id statement { id } basis reasoning { id } sources } sources { id number title publisher year url kind language accessed }
    } } }`);
    const { manual: files } = draft;
    expect(manual.edition).toMatchObject({
      amounts: [{ ...files.amounts[0], covers: { id: 'amt1', text: 'Pipes' }, recurrence: 'one_off' }, { ...files.amounts[1], covers: { id: 'amt2', text: 'Upkeep' } }],
      staffing: [{ ...files.staffing[0], role: { text: 'Meter readers' } }],
      steps: [{ ...files.steps[0], title: { text: 'Map the pipes' } }, { ...files.steps[1], title: { text: 'Repair the worst' } }],
      conditions: [{ ...files.conditions[0], statement: { id: 'cond1' }, whenMissing: { id: 'cond1m' }, reasoning: { id: 'cond1r' } }],
      results: [{ ...files.results[0], indicator: { text: 'Water lost' } }],
      limits: [{ ...files.limits[0], statement: { text: 'The poor paid more' } }],
      differently: [{ ...files.differently[0], statement: { id: 'dif1' }, reasoning: { id: 'dif1r' } }],
      sources: files.sources.map((source, index) => ({ ...source, number: index + 1 })),
    });
  });

  test('renders a block as safe HTML with numbered citations, and shows list items and tables in their place', async () => {
    const { manual } = await library.server.read<{ manual: { edition: { sections: { kind: string; blocks: { id: string; html: string; item: object | null; origin: object | null; fromHash: string | null }[] }[] } } }>('{ manual(slug: "leaks") { edition(locale: fr) { sections { kind blocks { id html item { depth ordered first } origin { kind name version reviewer at } fromHash } } } } }');
    const blocks = new Map(manual.edition.sections.flatMap((section) => section.blocks).map((block) => [block.id, block]));
    expect(blocks.get('sum1')?.html).toContain('<strong>summary</strong>');
    expect(blocks.get('sum1')?.html).toContain('<a href="#source-src-a" class="cite">[1]</a>');
    expect(blocks.get('tab1')?.html).toMatch(/^<table>.*<th scope="col">fr year<\/th>.*\[2\].*<\/table>$/su);
    expect(blocks.get('ctx2')?.item).toEqual({ depth: 1, ordered: false, first: false });
    expect(blocks.get('prb1')).toMatchObject({ origin: { kind: 'person', name: 'someone', version: null, reviewer: 'Une lectrice', at: '2026-02-01' } });
    expect(blocks.get('sol1')).toMatchObject({ origin: null, fromHash: null, item: null });
    expect(manual.edition.sections.map(({ kind }) => kind)).toEqual([...SECTION_KINDS]);
  });
});
