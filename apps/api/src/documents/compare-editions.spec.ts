import { LOCALES, SECTION_KINDS, type Locale, type SectionKind } from '@naru/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBlocks, compareFacts } from './compare-editions.ts';
import type { EditionBlock, EditionBody } from './edition-body.ts';
import { withFallback } from './fallback.ts';
import { plainText } from './markdown-html.ts';

const block = (id: string, text = `Text of ${id}`, change: Partial<EditionBlock> = {}): EditionBlock => ({
  id, kind: 'paragraph', text, html: text, locale: 'en', direction: 'ltr', state: 'source', item: null, origin: null, fromHash: null, sourceHtml: null, ...change,
});
type Sections = Partial<Record<SectionKind, EditionBlock[]>>;
function body(sections: Sections, change: Partial<EditionBody> = {}): EditionBody {
  return {
    title: block('titl', 'Title', { kind: 'title' }),
    sections: SECTION_KINDS.flatMap((kind) => (sections[kind] ? [{ kind, hash: '', blocks: sections[kind] }] : [])),
    amounts: [], staffing: [], steps: [], conditions: [], results: [], limits: [], differently: [], sources: [], ...change,
  };
}
const changes = (from: EditionBody, to: EditionBody) => compareBlocks(from, to).map(({ id, change }) => `${id} ${change}`);
const paragraphs = (...ids: string[]) => body({ problem: ids.map((id) => block(id)) });
const lesson = (statement: EditionBlock) => ({ id: 'gaps', statement, reasoning: null, basis: 'unknown' as const, sources: ['a', 'b'] });

describe('comparing two versions', () => {
  test('of the same text finds every block unchanged, in one piece', () => {
    const compared = compareBlocks(paragraphs('aaaa', 'bbbb'), paragraphs('aaaa', 'bbbb'));
    expect(compared.map(({ id, section, change, pieces }) => [id, section, change, pieces])).toEqual([
      ['titl', 'summary', 'unchanged', [{ kind: 'same', text: 'Title' }]],
      ['aaaa', 'problem', 'unchanged', [{ kind: 'same', text: 'Text of aaaa' }]],
      ['bbbb', 'problem', 'unchanged', [{ kind: 'same', text: 'Text of bbbb' }]],
    ]);
  });

  test('shows what changed in a block word by word, without marks and citations', () => {
    const from = body({ problem: [block('aaaa', 'Seoul ran **eight** routes. [@a-1]')] });
    const to = body({ problem: [block('aaaa', 'Seoul ran **nine** routes. [@b-1]')] });
    expect(compareBlocks(from, to)[1]).toMatchObject({ change: 'changed', pieces: [{ kind: 'same', text: 'Seoul ran ' }, { kind: 'removed', text: 'eight' }, { kind: 'added', text: 'nine' }, { kind: 'same', text: ' routes.' }] });
  });

  test('takes words apart in scripts that write none', () => {
    const cut = (locale: Locale, before: string, after: string) => {
      const [, compared] = compareBlocks(body({ problem: [block('aaaa', before, { locale })] }), body({ problem: [block('aaaa', after, { locale })] }));
      return compared?.pieces.map(({ kind, text }) => `${kind} ${text}`);
    };
    expect(cut('zh', '夜间公交', '夜间公园')).toEqual(['same 夜间', 'removed 公交', 'added 公园']);
    expect(cut('th', 'รถเมล์กลางคืน', 'รถเมล์กลางวัน')).toEqual(['same รถเมล์กลาง', 'removed คืน', 'added วัน']);
  });

  test('names added and removed blocks; a removed one stands where it stood', () => {
    expect(changes(paragraphs('aaaa', 'bbbb', 'cccc'), paragraphs('aaaa', 'xxxx', 'cccc'))).toEqual(['titl unchanged', 'aaaa unchanged', 'bbbb removed', 'xxxx added', 'cccc unchanged']);
    expect(changes(paragraphs('aaaa', 'bbbb', 'cccc'), paragraphs())).toEqual(['titl unchanged', 'aaaa removed', 'bbbb removed', 'cccc removed']);
    expect(compareBlocks(paragraphs('aaaa'), paragraphs('bbbb')).slice(1).map(({ pieces }) => pieces)).toEqual([[{ kind: 'removed', text: 'Text of aaaa' }], [{ kind: 'added', text: 'Text of bbbb' }]]);
  });

  test('counts one moved block as one, not all that it passed', () => {
    expect(changes(paragraphs('aaaa', 'bbbb', 'cccc', 'dddd'), paragraphs('dddd', 'aaaa', 'bbbb', 'cccc'))).toEqual(['titl unchanged', 'dddd moved', 'aaaa unchanged', 'bbbb unchanged', 'cccc unchanged']);
  });

  test('calls a block moved that stands in another section', () => {
    expect(changes(body({ problem: [block('aaaa')] }), body({ context: [block('aaaa')] }))).toEqual(['titl unchanged', 'aaaa moved']);
  });

  test('calls a block changed that moved and changed', () => {
    expect(changes(paragraphs('aaaa', 'bbbb'), body({ problem: [block('bbbb', 'New'), block('aaaa')] }))).toContain('bbbb changed');
  });

  test('has the words of facts behind the prose of their section', () => {
    const from = body({ limits: [block('lim0')] }, { limits: [lesson(block('lim1'))] });
    const to = body({ limits: [block('lim0')] }, { limits: [lesson(block('lim1', 'New words'))] });
    expect(compareBlocks(from, to).map(({ id, section, change }) => [id, section, change])).toEqual([['titl', 'summary', 'unchanged'], ['lim0', 'limits', 'unchanged'], ['lim1', 'limits', 'changed']]);
  });

  const words = fc.array(fc.oneof(fc.constantFrom('a', 'bus', 'café', '한국어', '城市政策', 'กรุงเทพ', 'مدينة', '5', ',', '.', '- ', '  '), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 12 }).map((all) => all.join(' '));

  test('cuts texts into pieces that put together are the two texts', () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom<Locale>(...LOCALES), (before, after, locale) => {
        const [, compared] = compareBlocks(body({ problem: [block('aaaa', before, { locale })] }), body({ problem: [block('aaaa', after, { locale })] }));
        const join = (kind: 'added' | 'removed') => compared?.pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind).map(({ text }) => text).join('');
        expect(join('removed')).toBe(plainText(before));
        expect(join('added')).toBe(plainText(after));
      }),
      { numRuns: 500 },
    );
  });

  const ids = fc.shuffledSubarray(['aaaa', 'bbbb', 'cccc', 'dddd', 'eeee', 'ffff', 'gggg']);

  test('names every block of both versions once, those of the later in its order', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const compared = compareBlocks(paragraphs(...before), paragraphs(...after)).slice(1);
        expect(compared.map(({ id }) => id).sort()).toEqual([...new Set([...before, ...after])].sort());
        expect(compared.filter(({ change }) => change !== 'removed').map(({ id }) => id)).toEqual(after);
        for (const { id, change } of compared) expect(change).toMatch(before.includes(id) ? (after.includes(id) ? /^(unchanged|moved)$/u : /^removed$/u) : /^added$/u);
      }),
    );
  });

  test('leaves as many blocks unmoved as can keep their order', () => {
    const longest = (before: readonly string[], after: readonly string[]): number => {
      const [first, ...rest] = after;
      if (first === undefined) return 0;
      const at = before.indexOf(first);
      return Math.max(longest(before, rest), at < 0 ? 0 : 1 + longest(before.slice(at + 1), rest));
    };
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const kept = compareBlocks(paragraphs(...before), paragraphs(...after)).slice(1).filter(({ change }) => change === 'unchanged').map(({ id }) => id);
        expect(kept).toHaveLength(longest(before, after));
        expect(kept).toEqual(before.filter((id) => kept.includes(id)));
      }),
    );
  });
});

describe('comparing facts', () => {
  const amount = (value: number, priceYear: number | null = null) => ({ id: 'works', covers: block('amt1'), value, currency: 'KRW', priceYear, recurrence: 'yearly' as const, phase: 'actual' as const, population: null, sources: ['a'] });
  const result = (baseline: number) => ({ id: 'dust', indicator: block('res1'), unit: 'km', baseline: { value: baseline, date: '2003' }, value: 1, date: '2004', evidence: 1 as const, sources: ['a'] });

  test('of the same version finds nothing', () => {
    const version = body({}, { amounts: [amount(1)], results: [result(1)], limits: [lesson(block('lim1'))] });
    expect(compareFacts(version, structuredClone(version))).toEqual([]);
  });

  test('names each value that differs, by list, fact and field', () => {
    expect(compareFacts(body({}, { amounts: [amount(1)], results: [result(1)] }), body({}, { amounts: [amount(2, 2005)], results: [result(2)] }))).toEqual([
      { path: 'amounts.works.value', from: '1', to: '2' },
      { path: 'results.dust.baseline', from: '{"value":1,"date":"2003"}', to: '{"value":2,"date":"2003"}' },
      { path: 'amounts.works.priceYear', from: null, to: '2005' },
    ]);
  });

  test('names the values of facts that came or went', () => {
    expect(compareFacts(body({}), body({}, { limits: [lesson(block('lim1'))] }))).toEqual([{ path: 'limits.gaps.basis', from: null, to: 'unknown' }, { path: 'limits.gaps.sources', from: null, to: 'a, b' }]);
    expect(compareFacts(body({}, { limits: [lesson(block('lim1'))] }), body({}))).toEqual([{ path: 'limits.gaps.basis', from: 'unknown', to: null }, { path: 'limits.gaps.sources', from: 'a, b', to: null }]);
  });

  test('takes neither words nor numbers of sources for values', () => {
    const source = { id: 'a-1', title: 'T', publisher: 'P', year: null, url: 'https://example.org', kind: 'press' as const, language: 'en', accessed: '2026' };
    expect(compareFacts(body({}, { limits: [lesson(block('lim1'))], sources: [{ ...source, number: 1 }] }), body({}, { limits: [lesson(block('lim1', 'Other words'))], sources: [{ ...source, number: 2 }] }))).toEqual([]);
  });
});

describe('falling back to other languages', () => {
  const missing = (id: string) => block(id, `Text of ${id}`, { state: 'missing' });
  const translated = (id: string, locale: Locale, state: EditionBlock['state'] = 'machine') => block(id, `${locale} ${id}`, { state, locale, sourceHtml: state === 'outdated' ? 'source' : null });
  const at = (edition: EditionBody, n: number) => edition.sections[0]?.blocks[n];

  test('replaces missing blocks only, by the first language that has them', () => {
    const wanted = body({ problem: [translated('aaaa', 'vi'), missing('bbbb'), missing('cccc'), missing('dddd')] });
    const first = body({ problem: [translated('aaaa', 'ko'), missing('bbbb'), translated('cccc', 'ko')] });
    const second = body({ problem: [translated('bbbb', 'fr'), translated('cccc', 'fr')] });
    const result = withFallback(wanted, [first, second]);
    expect(result.sections[0]?.blocks.map(({ text, state, locale }) => [text, state, locale])).toEqual([['vi aaaa', 'machine', 'vi'], ['fr bbbb', 'missing', 'fr'], ['ko cccc', 'missing', 'ko'], ['Text of dddd', 'missing', 'en']]);
  });

  test('reaches the title and the words of facts', () => {
    const wanted = body({}, { title: missing('titl'), limits: [lesson(missing('lim1'))] });
    const other = body({}, { title: translated('titl', 'ko'), limits: [lesson(translated('lim1', 'ko'))] });
    const result = withFallback(wanted, [other]);
    expect(result).toMatchObject({ title: { text: 'ko titl', state: 'missing' }, limits: [{ statement: { text: 'ko lim1', state: 'missing' }, reasoning: null }] });
  });

  test('finds a block wherever the other edition has it', () => {
    expect(at(withFallback(body({ problem: [missing('aaaa')] }), [body({ context: [translated('aaaa', 'ko')] })]), 0)?.text).toBe('ko aaaa');
  });

  test('shows no source beside a block that stands in for another', () => {
    expect(at(withFallback(body({ problem: [missing('aaaa')] }), [body({ problem: [translated('aaaa', 'ko', 'outdated')] })]), 0)).toMatchObject({ text: 'ko aaaa', state: 'missing', sourceHtml: null });
  });

  test('without another language changes nothing, and never what it was given', () => {
    const wanted = body({ problem: [missing('aaaa')] }, { limits: [lesson(missing('lim1'))] });
    const before = structuredClone(wanted);
    expect(withFallback(wanted, [])).toEqual(before);
    withFallback(wanted, [body({ problem: [translated('aaaa', 'ko')] })]);
    expect(wanted).toEqual(before);
  });
});
