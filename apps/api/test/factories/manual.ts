import { v7 } from 'uuid';
import { blockHash, LOCALES, type Locale, type SectionKind, type StoredState } from '@naru/domain';
import { formatManual, type ManualFiles, type ManualYaml, type TextBlock, type Unit } from '@naru/content';

/** A block of source text that has its id. */
export type DraftBlock = TextBlock & { id: string };

/** A translated block, and what it was made from. */
export interface DraftTranslation { text: string; unit: Omit<Unit, 'text'> }

/** One version of a manual before it is written to files. Never changed: each step answers a new one. */
export interface ManualDraft {
  slug: string;
  manual: ManualYaml;
  blocks: readonly DraftBlock[];
  translations: Readonly<Partial<Record<Locale, Readonly<Record<string, DraftTranslation>>>>>;
}

type BlockWords = readonly [section: SectionKind, id: string, text: string];

const block = (kind: TextBlock['kind'], [section, id, text]: BlockWords, item: TextBlock['item'] = null): DraftBlock => ({ id, section, kind, text, item, line: 0 });
const bullet = (words: BlockWords, first = true, depth = 0) => block('item', words, { depth, ordered: false, first });
const step = (words: BlockWords, first: boolean) => block('item', words, { depth: 0, ordered: true, first });

/** Blocks of every kind in every section; `fill` adds paragraphs to the solution until there are so many. */
function sourceBlocks(title: string, fill: number): DraftBlock[] {
  const fixed = [
    block('title', ['summary', 'title', title]),
    block('paragraph', ['summary', 'sum1', `The **summary** of ${title}, with *stress* and a [link](https://example.org/a). [@src-a]`]),
    block('heading', ['problem', 'prh1', 'What was wrong']),
    block('paragraph', ['problem', 'prb1', 'The pipes leaked 30% of the water. [@src-a]']),
    bullet(['context', 'ctx1', 'A law of the state']),
    bullet(['context', 'ctx2', 'Its decree'], false, 1),
    block('paragraph', ['solution', 'sol1', 'Meters and repairs.']),
    bullet(['actors', 'staf1', 'Meter readers']),
    step(['steps', 'step1', 'Map the pipes'], true),
    step(['steps', 'step2', 'Repair the worst'], false),
    block('caption', ['costs', 'cap1', 'Costs by year']),
    block('table', ['costs', 'tab1', '| year | sum |\n| --- | --- |\n| 2019 | 12 [@src-b] |']),
    bullet(['costs', 'amt1', 'Pipes']),
    bullet(['costs', 'amt2', 'Upkeep']),
    bullet(['results', 'res1', 'Water lost']),
    bullet(['limits', 'lim1', 'The poor paid more']),
    bullet(['differently', 'dif1', 'Ask the tenants first']),
    bullet(['differently', 'dif1r', 'They knew the leaks'], false),
    bullet(['transfer', 'cond1', 'The city owns the pipes']),
    bullet(['transfer', 'cond1m', 'Buy them'], false),
    bullet(['transfer', 'cond1r', 'Nobody repairs what others own'], false),
    block('paragraph', ['today', 'tod1', 'It goes on.']),
  ];
  const more = Array.from({ length: Math.max(0, fill - fixed.length) }, (_, index) => block('paragraph', ['solution', `fill${String(index)}`, `Paragraph ${'abcdefghijklmnopqrstuvwxyz'[index % 26] ?? ''} of the solution.`]));
  const after = fixed.findIndex(({ id }) => id === 'sol1') + 1;
  return [...fixed.slice(0, after), ...more, ...fixed.slice(after)];
}

const yaml = (): Omit<ManualYaml, 'id'> => ({
  sourceLocale: 'en', version: '1.0', changeNote: null, published: '2026-01-15', depth: 'manual', owner: 'busan', city: 'busan', themes: ['water'], sdg: ['6', '6.3'],
  period: { start: '2015', end: '2020-05' }, licence: 'CC-BY-4.0', origin: { kind: 'machine', name: 'engine', version: '3', at: '2026-01-10', reviewer: null },
  amounts: [
    { id: 'pipes', covers: 'amt1', value: 12_500_000.5, currency: 'KRW', priceYear: 2019, recurrence: 'one-off', phase: 'actual', population: 3_300_000, sources: ['src-a'] },
    { id: 'upkeep', covers: 'amt2', value: 0, currency: 'KRW', priceYear: null, recurrence: 'yearly', phase: 'planned', population: null, sources: ['src-b', 'src-a'] },
  ],
  staffing: [{ id: 'readers', role: 'staf1', fte: 12.5, phase: 'actual', sources: ['src-b'] }],
  steps: [
    { id: 'map', title: 'step1', start: '2015', end: '2015-11', durationMonths: 10.5, sources: ['src-a'] },
    { id: 'repair', title: 'step2', start: null, end: null, durationMonths: null, sources: [] },
  ],
  conditions: [{ id: 'owner', statement: 'cond1', whenMissing: 'cond1m', kind: 'legal', weight: 'essential', basis: 'editorial', reasoning: 'cond1r', sources: ['src-a'] }],
  results: [{ id: 'loss', indicator: 'res1', unit: 'percent', baseline: { value: 30, date: '2014' }, value: 11.5, date: '2020-05-01', evidence: 3, sources: ['src-b'] }],
  limits: [{ id: 'poor', statement: 'lim1', basis: 'source', reasoning: null, sources: ['src-b'] }],
  differently: [{ id: 'ask', statement: 'dif1', basis: 'editorial', reasoning: 'dif1r', sources: [] }],
  sources: [
    { id: 'src-a', title: 'A report', publisher: 'The city', year: 2020, url: 'https://example.org/report', kind: 'official', language: 'en', accessed: '2026-01' },
    { id: 'src-b', title: 'Ein Artikel', publisher: 'A paper', year: null, url: 'https://example.org/artikel', kind: 'research', language: 'de', accessed: '2026-01-10' },
  ],
});

/** What a test cares about in a manual; the rest is given. */
export type ManualWish = Partial<ManualYaml> & { slug?: string; title?: string; blockCount?: number };

/** A valid manual in English with every kind of block and of fact. */
export function makeManual({ slug = 'leaks', title = 'Fewer leaks', blockCount = 22, ...manual }: ManualWish = {}): ManualDraft {
  return { slug, blocks: sourceBlocks(title, blockCount), translations: {}, manual: { ...yaml(), id: manual.id ?? v7(), ...manual } };
}

/** What a test cares about in a translation. */
export interface TranslationWish { ids?: readonly string[]; state?: StoredState; reviewer?: string | null; words?: string }

/** Adds a translation of the present text: each block, or the named ones, with the language before its words. */
export function translate(draft: ManualDraft, locale: Locale, { ids, state = 'machine', reviewer = null, words = locale }: TranslationWish = {}): ManualDraft {
  const chosen = draft.blocks.filter(({ id }) => ids?.includes(id) ?? true);
  const fresh = chosen.map(({ id, kind, text }): [string, DraftTranslation] => [id, {
    text: kind === 'table' ? `| ${words} ${text.slice(2)}` : `${words} ${text}`,
    unit: { from: blockHash(text), state, origin: { kind: state === 'machine' ? 'machine' : 'person', name: 'someone', version: null }, reviewer, at: '2026-02-01' },
  }]);
  return { ...draft, translations: { ...draft.translations, [locale]: { ...draft.translations[locale], ...Object.fromEntries(fresh) } } };
}

/** The next version: some blocks with another text; translations stay as they are, made from what they were made from. */
export function revise(draft: ManualDraft, version: string, { texts = {}, manual = {} }: { texts?: Readonly<Record<string, string>>; manual?: Partial<ManualYaml> }): ManualDraft {
  return {
    ...draft,
    blocks: draft.blocks.map((one) => ({ ...one, text: texts[one.id] ?? one.text })),
    manual: { ...draft.manual, version, changeNote: `What changed for ${version}.`, ...manual },
  };
}

/** The files of a version, by name, in their canonical form. */
export function filesOf({ manual, blocks, translations }: ManualDraft): Record<string, string> {
  const texts: ManualFiles['texts'] = { [manual.sourceLocale]: { blocks: [...blocks], units: null } };
  for (const locale of LOCALES) {
    const translated = translations[locale];
    if (!translated) continue;
    const own = blocks.filter(({ id }) => translated[id]).map((one) => ({ ...one, text: translated[one.id]?.text ?? '' }));
    texts[locale] = { blocks: own, units: Object.fromEntries(Object.entries(translated).map(([id, { text, unit }]) => [id, { ...unit, text: blockHash(text) }])) };
  }
  return formatManual({ manual, texts });
}
