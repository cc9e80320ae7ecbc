import { blockHash, sectionHash, type Facts, type SectionKind } from '@naru/domain';
import { describe, expect, test } from 'vitest';
import { assembleEdition, type EditionParts, type LiveTranslation, type SourceBlock } from './assemble-edition.ts';

const block = (id: string, section: SectionKind, { text = `Text of ${id}`, kind = 'paragraph' }: { text?: string; kind?: SourceBlock['kind'] } = {}): SourceBlock => ({
  id, section, kind, text, hash: blockHash(text), item: kind === 'label' || kind === 'item' ? { depth: 0, ordered: false, first: true } : null,
});

const BLOCKS = [
  block('titl', 'summary', { kind: 'title', text: 'Night **buses**' }),
  block('sum1', 'summary', { text: 'Seoul began in 2013. [@city-2013]' }),
  block('sum2', 'summary'),
  block('amt1', 'costs', { kind: 'label' }),
  block('lim0', 'limits'),
  block('lim1', 'limits', { kind: 'label' }),
  block('dif1', 'differently', { kind: 'label' }),
  block('dif1r', 'differently', { kind: 'label' }),
];

const FACTS: Facts = {
  amounts: [{ id: 'running', covers: 'amt1', value: 100, currency: 'KRW', priceYear: null, recurrence: 'yearly', phase: 'actual', population: null, sources: ['city-2013'] }],
  staffing: [], steps: [], conditions: [], results: [],
  limits: [{ id: 'gaps', statement: 'lim1', basis: 'unknown', reasoning: null, sources: [] }],
  differently: [{ id: 'drivers', statement: 'dif1', basis: 'editorial', reasoning: 'dif1r', sources: [] }],
  sources: ['press-1', 'city-2013'].map((id) => ({ id, title: id, publisher: 'P', year: null, url: 'https://example.org', kind: 'press', language: 'en', accessed: '2026' })),
};

const ORIGIN = { kind: 'machine', name: 'engine', version: null, reviewer: null, at: '2026-11-24' } as const;
const of = (id: string, change: Partial<LiveTranslation> = {}): LiveTranslation => ({
  blockId: id, fromHash: BLOCKS.find((b) => b.id === id)?.hash ?? '', text: `ko ${id}`, state: 'machine', origin: ORIGIN, ...change,
});
const assemble = (parts: Partial<EditionParts> = {}) => assembleEdition({ locale: 'ko', sourceLocale: 'en', blocks: BLOCKS, facts: FACTS, translations: [], ...parts });
const find = (edition: ReturnType<typeof assemble>, id: string) => edition.body.sections.flatMap(({ blocks }) => blocks).find((b) => b.id === id);

describe('the edition in the source language', () => {
  const edition = assemble({ locale: 'en', translations: [of('sum1')] });

  test('has every block as source, whatever translations are about', () => {
    expect(edition.counts).toEqual({ source: 8, machine: 0, translated: 0, reviewed: 0, outdated: 0, missing: 0 });
    expect(edition).toMatchObject({ coverage: 1, sections: 4, sectionsInLanguage: 4 });
    expect(find(edition, 'sum1')).toMatchObject({ state: 'source', locale: 'en', direction: 'ltr', origin: null, fromHash: null, sourceHtml: null });
  });

  test('has title and summary as plain text for lists', () => {
    expect(edition).toMatchObject({ title: 'Night buses', summary: 'Seoul began in 2013.' });
  });

  test('numbers sources in the order of the manual, and citations by them', () => {
    expect(edition.body.sources.map(({ id, number }) => [id, number])).toEqual([['press-1', 1], ['city-2013', 2]]);
    expect(find(edition, 'sum1')?.html).toContain('<a href="#source-city-2013" class="cite">[2]</a>');
  });

  test('has sections in order, with prose only: the title and the words of facts stand elsewhere', () => {
    expect(edition.body.sections.map(({ kind, blocks }) => [kind, blocks.map(({ id }) => id)])).toEqual([['summary', ['sum1', 'sum2']], ['costs', []], ['limits', ['lim0']], ['differently', []]]);
    expect(edition.body.title.id).toBe('titl');
  });

  test('has the hash of each section over all its blocks, words of facts included', () => {
    expect(edition.body.sections.at(2)?.hash).toBe(sectionHash(BLOCKS.filter(({ section }) => section === 'limits')));
  });

  test('has blocks in place of the labels of facts, and null where a fact has none', () => {
    expect(edition.body.amounts[0]).toMatchObject({ id: 'running', value: 100, covers: { id: 'amt1', kind: 'label', text: 'Text of amt1' } });
    expect(edition.body.limits[0]).toMatchObject({ statement: { id: 'lim1' }, reasoning: null });
    expect(edition.body.differently[0]).toMatchObject({ statement: { id: 'dif1' }, reasoning: { id: 'dif1r' } });
    expect(edition.body.steps).toEqual([]);
  });
});

describe('an edition in another language', () => {
  test('falls back to the source where nothing is there, and says so', () => {
    const edition = assemble({ locale: 'ar' });
    expect(edition.counts.missing).toBe(8);
    expect(edition).toMatchObject({ coverage: 0, sectionsInLanguage: 0, title: 'Night buses' });
    expect(find(edition, 'sum2')).toMatchObject({ state: 'missing', text: 'Text of sum2', locale: 'en', direction: 'ltr', origin: null, fromHash: null, sourceHtml: null });
  });

  test('shows a translation of the present text with its state, origin and direction', () => {
    const edition = assemble({ locale: 'ar', translations: [of('sum2', { state: 'reviewed' })] });
    expect(find(edition, 'sum2')).toMatchObject({ state: 'reviewed', text: 'ko sum2', locale: 'ar', direction: 'rtl', origin: ORIGIN, fromHash: blockHash('Text of sum2'), sourceHtml: null });
  });

  test('shows an outdated translation beside the present source', () => {
    const edition = assemble({ translations: [of('sum2', { fromHash: 'n1:old' })] });
    expect(find(edition, 'sum2')).toMatchObject({ state: 'outdated', text: 'ko sum2', locale: 'ko', fromHash: 'n1:old', sourceHtml: 'Text of sum2' });
  });

  test('has the present source beside outdated blocks only', () => {
    const edition = assemble({ translations: BLOCKS.map(({ id }) => of(id, id === 'sum2' ? { fromHash: 'n1:old' } : {})) });
    const all = [edition.body.title, ...edition.body.sections.flatMap(({ blocks }) => blocks), edition.body.amounts[0]?.covers, edition.body.limits[0]?.statement];
    expect(all.filter((b) => b?.sourceHtml !== null).map((b) => b?.id)).toEqual(['sum2']);
  });

  test('takes the newest of several, and one of the present text before newer ones of an older text', () => {
    const edition = assemble({ translations: [of('sum1', { fromHash: 'n1:newer', text: 'newer' }), of('sum2', { text: 'first' }), of('sum1', { text: 'present' }), of('sum2', { text: 'second' })] });
    expect(find(edition, 'sum1')).toMatchObject({ text: 'present', state: 'machine' });
    expect(find(edition, 'sum2')?.text).toBe('first');
  });

  test('counts blocks by state, and sections that are whole', () => {
    const edition = assemble({ translations: [of('titl'), of('sum1', { state: 'translated' }), of('sum2', { state: 'reviewed' }), of('lim0', { fromHash: 'n1:old' }), of('lim1'), of('dif1')] });
    expect(edition.counts).toEqual({ source: 0, machine: 3, translated: 1, reviewed: 1, outdated: 1, missing: 2 });
    expect(edition).toMatchObject({ coverage: 5 / 8, sections: 4, sectionsInLanguage: 1, title: 'ko titl', summary: 'ko sum1' });
  });

  test('passes over translations of blocks that the version does not have', () => {
    expect(assemble({ translations: [of('gone', { fromHash: 'n1:x' })] }).counts.missing).toBe(8);
  });
});

describe('what is no document', () => {
  test('has no title', () => {
    expect(() => assemble({ blocks: BLOCKS.slice(1) })).toThrow('title');
  });

  test('names a word that its text lacks', () => {
    expect(() => assemble({ blocks: BLOCKS.filter(({ id }) => id !== 'dif1r') })).toThrow('"drivers" names the block "dif1r"');
  });
});
