import fc from 'fast-check';
import { SECTION_KINDS } from '@naru/domain';
import { describe, expect, test } from 'vitest';
import { LIMITS } from './limits.ts';
import { EN } from './test/small-manual.ts';
import { formatText, parseText, type TextBlock } from './text-file.ts';

const withoutLines = (blocks: readonly TextBlock[]) => blocks.map(({ line: _, ...block }) => block);
const codesOf = (source: string) => parseText(source, 't.md').problems.map(({ code, line }) => [code, line]);

const plain = fc.stringMatching(/^[A-Za-zÀ-ÿ가-힣ก-ฮ][A-Za-z0-9À-ÿ가-힣ก-ฮ ,.*()[\]@^|:#-]{0,30}[A-Za-z가-힣.]$/u).filter((text) => !/\s\^\S+$/u.test(text));
const blockId = fc.stringMatching(/^[a-z0-9]{4,12}$/u).map((id) => `x${id.slice(1)}`);
const row = fc.array(fc.stringMatching(/^[a-z0-9 ]{1,6}$/u), { minLength: 2, maxLength: 2 }).map(([a = '', b = '']) => `| ${a} | ${b} |`);
type Plain = Omit<TextBlock, 'line' | 'section' | 'id'>;
const prose = fc.record({ kind: fc.constantFrom('paragraph', 'heading'), text: plain, item: fc.constant(null) }).map((block): Plain[] => [block]);
const table = fc.tuple(row, fc.array(row, { minLength: 1, maxLength: 3 }), fc.option(plain)).map(([head, rows, caption]): Plain[] => [
  ...(caption === null ? [] : [{ kind: 'caption' as const, text: caption, item: null }]),
  { kind: 'table', text: [head, '| --- | --- |', ...rows].join('\n'), item: null },
]);
const list = fc.array(fc.record({ text: plain, depth: fc.nat({ max: LIMITS.listDepth }), ordered: fc.boolean() }), { minLength: 1, maxLength: 6 }).map((items) =>
  items.map(({ text, depth, ordered }, i): Plain => ({ kind: 'item', text, item: { depth: i === 0 ? 0 : depth, ordered, first: i === 0 } })),
);
const section = fc.array(fc.oneof(prose, table, list), { minLength: 1, maxLength: 4 });
const document = fc
  .record({ title: plain, ids: fc.uniqueArray(blockId, { minLength: 90, maxLength: 90 }), sections: fc.dictionary(fc.constantFrom(...SECTION_KINDS), section), bare: fc.boolean() })
  .map(({ title, ids, sections, bare }) => {
    const blocks = SECTION_KINDS.flatMap((kind) => (sections[kind] ?? []).flat().map((block) => ({ ...block, section: kind })));
    return [{ kind: 'title' as const, text: title, item: null, section: 'summary' as const }, ...blocks].map((block, i) => ({ ...block, id: bare && i % 3 === 1 ? null : (ids[i] ?? null) }));
  });

describe('a text file', () => {
  test('comes back as it was written: blocks that are formatted and parsed are the same blocks', () => {
    fc.assert(
      fc.property(document, (blocks) => {
        const { blocks: parsed, problems } = parseText(formatText(blocks), 't.md');
        expect(problems).toEqual([]);
        expect(withoutLines(parsed)).toEqual(blocks.map(({ id, section: s, kind, text, item }) => ({ id, section: s, kind, text, item })));
      }),
    );
  });

  test('has one canonical form: what is parsed and formatted does not change any more', () => {
    const loose = fc.constantFrom('# T ^titl', 'A b. ^aaaa', '- a ^bbbb', '  - b ^cccc', '1. c', '## steps', '## costs', '', '', '  ', '| a | b |', '| - | - |', '^tabl', ': C ^capt', '### h', '한국어');
    fc.assert(
      fc.property(fc.array(loose, { maxLength: 25 }), (lines) => {
        const once = formatText(parseText(lines.join('\n'), 't.md').blocks);
        expect(formatText(parseText(once, 't.md').blocks)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test('never throws, whatever it holds', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('\n', '\n\n', '\r', '# ', '## ', '## steps\n', '- ', '  - ', '9999999999. ', '|', '^', ' ^abcd', ': ', '### '));
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => Array.isArray(parseText(pieces.join(''), 't.md').blocks)));
  });

  test('gives each block its section, kind, id, text and line', () => {
    const { blocks, problems } = parseText(EN, 't.md');
    expect(problems).toEqual([]);
    expect(formatText(blocks)).toBe(EN);
    const of = (id: string) => blocks.find((block) => block.id === id);
    expect(of('title')).toEqual({ id: 'title', section: 'summary', kind: 'title', text: 'Night buses', item: null, line: 1 });
    expect(of('sum1')).toMatchObject({ section: 'summary', kind: 'paragraph', text: 'Seoul began night buses in 2013. [@city-2013]', line: 3 });
    expect(of('head')).toMatchObject({ section: 'solution', kind: 'heading', text: 'How it works', line: 7 });
    expect(of('step1')?.item).toEqual({ depth: 0, ordered: true, first: true });
    expect(of('stp2')?.item).toEqual({ depth: 1, ordered: false, first: false });
    expect(of('step2')?.item).toEqual({ depth: 0, ordered: true, first: false });
    expect(of('cap1')).toMatchObject({ kind: 'caption', text: 'Riders by year', line: 29 });
    expect(of('tab1')).toMatchObject({ kind: 'table', text: '| Year | Riders |\n| ---- | ------ |\n| 2014 | 7,000 [@city-2013] |', line: 31 });
  });

  test('means the same with line ends of Windows and of old Macs', () => {
    expect(parseText(EN.replaceAll('\n', '\r\n'), 't.md')).toEqual(parseText(EN, 't.md'));
    expect(parseText(EN.replaceAll('\n', '\r'), 't.md')).toEqual(parseText(EN, 't.md'));
  });

  test('may end with a table and no line feed', () => {
    const { blocks, problems } = parseText('# T ^titl\n\n| a |\n| - |', 't.md');
    expect([blocks.at(-1)?.text, problems]).toEqual(['| a |\n| - |', []]);
  });

  test('keeps what only looks like an id', () => {
    const { blocks } = parseText('# T ^titl\n\nx^2 and ^abc d ^e1e2\n\n2^10', 't.md');
    expect(blocks.map(({ id, text }) => [id, text])).toEqual([['titl', 'T'], ['e1e2', 'x^2 and ^abc d'], [null, '2^10']]);
  });

  test('numbers ordered items anew in each list and on each level', () => {
    const { blocks } = parseText('# T\n\n7. a\n  9. b\n  1. c\n7. d\n  3. e\n\n4. f\n', 't.md');
    expect(formatText(blocks)).toBe('# T\n\n1. a\n  1. b\n  2. c\n2. d\n  1. e\n\n1. f\n');
  });

  test('of a line of white space is read in time that grows with its length only', () => {
    const started = performance.now();
    parseText(`# T\n\na${' '.repeat(200_000)}b ^${' ^'.repeat(20_000)}\n`, 't.md');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('a text file is refused', () => {
  const t = '# T ^titl\n\n';
  test.each<[string, string, [string, number][]]>([
    ['without a title', 'A. ^aaaa\n', [['no-title', 1]]],
    ['that is empty', '', [['no-title', 1]]],
    ['with a second title', `${t}# U ^abcd\n`, [['second-title', 3]]],
    ['with a section of no known kind', `${t}## Steps\n`, [['unknown-section', 3]]],
    ['with the summary as a section: it is what comes first', `${t}## summary\n`, [['unknown-section', 3]]],
    ['with a section that objects inherit', `${t}## constructor\n`, [['unknown-section', 3]]],
    ['with sections out of order', `${t}## costs\n\n## steps\n`, [['section-order', 5]]],
    ['with a section twice', `${t}## costs\n\n## costs\n`, [['section-order', 5]]],
    ['with a block on two lines', `${t}A\nb ^aaaa\n`, [['one-line-blocks', 4]]],
    ['with a paragraph right under a list', `${t}- a\nb\n`, [['one-line-blocks', 4]]],
    ['with an empty block', `${t}###  ^aaaa\n`, [['empty-block', 3]]],
    ['with an empty item', `${t}- \n`, [['empty-block', 3]]],
    ['with a block that is too long', `${t}${'a'.repeat(LIMITS.blockChars + 1)} ^aaaa\n`, [['long-block', 3]]],
    ['with a caption that has no table', `${t}: C ^capt\n\nA ^aaaa\n`, [['caption-without-table', 3]]],
    ['with an id that is too short', `${t}A ^abc\n`, [['bad-block-id', 3]]],
    ['with an id in capitals', `${t}A ^ABCD\n`, [['bad-block-id', 3]]],
    ['with an id twice', `${t}A ^aaaa\n\nB ^aaaa\n`, [['duplicate-block-id', 5]]],
    ['with a section\'s kind as an id', `${t}A ^steps\n`, [['reserved-block-id', 3]]],
    ['with an anchor of the page as an id', `${t}A ^citation\n`, [['reserved-block-id', 3]]],
    ['with an id alone in the middle', `${t}A ^aaaa\n\n^bbbb\n`, [['lone-id', 5]]],
    ['with an item that is indented by one space', `${t}- a\n - b\n`, [['list-depth', 4]]],
    ['with an item on a fourth level', `${t}- a\n  - b\n    - c\n      - d\n`, [['list-depth', 6]]],
    ['with a list that begins indented', `${t}  - a\n`, [['list-depth', 3]]],
  ])('%s', (_, source, expected) => {
    expect(codesOf(source)).toEqual(expected);
    for (const problem of parseText(source, 't.md').problems) expect(problem).toMatchObject({ file: 't.md', message: expect.stringMatching(/\.$/u) as string });
  });

  test('with more blocks than the limit, and not with as many', () => {
    const blocks = (n: number) => t + Array.from({ length: n - 1 }, (_, i) => `A ^x${String(i).padStart(4, '0')}\n\n`).join('');
    expect(codesOf(blocks(LIMITS.blocks))).toEqual([]);
    expect(codesOf(blocks(LIMITS.blocks + 1))).toEqual([['too-many-blocks', 0]]);
  });

  test('not for a block of the greatest length, a caption before its table or three levels of list', () => {
    expect(codesOf(`${t}${'a'.repeat(LIMITS.blockChars)} ^aaaa\n\n: C ^capt\n\n| a |\n| - |\n^tabl\n\n- a\n  - b\n    - c\n- d\n`)).toEqual([]);
  });
});
