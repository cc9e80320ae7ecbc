import { DEPTHS, LOCALES, sizeClassOf, type Locale } from '@naru/domain';
import type { ManualYaml } from '@naru/content';
import { makeManual, translate, type ManualDraft } from './manual.ts';
import { CITIES, COUNTRIES, THEMES } from './taxonomies.ts';

/** A source of chance that repeats itself: mulberry32. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0 to below `bound`. */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  }

  pick<T>(things: readonly T[]): T {
    const thing = things[this.below(things.length)];
    if (thing === undefined) throw new Error('Nothing to pick from.');
    return thing;
  }

  /** From `least` to `most` of the things, in random order. */
  some<T>(things: readonly T[], [least, most]: readonly [number, number]): T[] {
    const left = [...things];
    const count = least + this.below(most - least + 1);
    return Array.from({ length: count }, () => left.splice(this.below(left.length), 1)).flat();
  }
}

/** A manual of a random library as its filters and facets see it; worked out from the draft, never from the database. */
export interface ModelManual {
  slug: string; title: string; themes: string[]; sdgs: string[]; cities: string[]; regions: string[]; sizeClasses: string[]; incomeClasses: string[]; languages: string[]; depths: string[];
  evidence: string[]; start: number; end: number | null;
}

const TITLES = ['Łódź trams', 'água limpa', 'Agua para todos', 'Éclairage public', 'zebra crossings', 'Əlil yolları', '상수도 누수', '버스 전용차로', 'Ünlü meydan', 'Bus lanes', 'bus lanes', 'Öffentliche Plätze', 'ёлка и парк', 'Жильё', 'النقل العام', 'Đường sắt'];

/** Drafts of a library, and the model of each. */
export function randomLibrary(seed: number, size: number): { drafts: ManualDraft[]; models: ModelManual[] } {
  const chance = new Chance(seed);
  const made = Array.from({ length: size }, (_, index) => {
    const city = chance.pick(CITIES);
    const title = `${chance.pick(TITLES)} ${chance.pick(['', 'north', 'south'])}`.trim();
    const start = 1990 + chance.below(30);
    const end = chance.below(3) === 0 ? null : start + chance.below(10);
    const evidence = chance.below(6) as 0 | 1 | 2 | 3 | 4 | 5;
    const sdg = chance.some(['6', '6.3', '11', '11.2', '13.1', '1'], [1, 3]);
    const base = makeManual({ slug: `manual-${String(index)}`, title, city: city.id, themes: chance.some(THEMES, [1, 3]), sdg, depth: chance.pick(DEPTHS), period: { start: String(start), end: end === null ? null : `${String(end)}-06` } });
    const manual: ManualYaml = { ...base.manual, results: evidence === 0 ? [] : base.manual.results.map((result) => ({ ...result, evidence })) };
    // 18 of 22 blocks are 0.818, which is offered; 17 are 0.773, which is not.
    const languages = chance.some(LOCALES.slice(1), [0, 4]).map((locale): [Locale, number] => [locale, chance.pick([22, 18, 17, 1])]);
    const draft = languages.reduce<ManualDraft>((one, [locale, count]) => translate(one, locale, { ids: one.blocks.slice(0, count).map(({ id }) => id) }), { ...base, manual });
    return { draft, model: modelOf(draft, title, languages) };
  });
  return { drafts: made.map(({ draft }) => draft), models: made.map(({ model }) => model) };
}

function modelOf({ slug, manual }: ManualDraft, title: string, languages: readonly [Locale, number][]): ModelManual {
  const city = CITIES.find(({ id }) => id === manual.city);
  const country = COUNTRIES.find(({ code }) => code === city?.country);
  const best = Math.max(0, ...manual.results.map(({ evidence }) => evidence));
  const { start, end } = manual.period;
  return {
    slug, title, themes: manual.themes, sdgs: [...new Set(manual.sdg.map((code) => code.split('.')[0] ?? ''))], cities: [manual.city], regions: [country?.region ?? ''], sizeClasses: [sizeClassOf(city?.population ?? 0).replace('-', '_')],
    incomeClasses: [(country?.income ?? '').replace('-', '_')], languages: ['en', ...languages.filter(([, count]) => count / 22 >= 0.8).map(([locale]) => locale)], depths: [manual.depth],
    evidence: Array.from({ length: best }, (_, index) => String(index + 1)), start: Number(start), end: end === null ? null : Number(end.slice(0, 4)),
  };
}
