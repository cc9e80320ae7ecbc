import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCK_ID, blockHash, citedSources, hasFigure, normaliseBlockText, RESERVED_BLOCK_IDS, sectionHash, SOURCE_ID } from './block-text.ts';
import { SECTION_KINDS } from './sections.ts';

const SPACES = [' ', '\t', '\n', '\r\n', '\u00a0', '\u2003', '\u3000', '\u2028', '\ufeff'];
const space = fc.array(fc.constantFrom(...SPACES), { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => !/\s/u.test(text) && text !== '');

describe('the text that is hashed', () => {
  test('has single spaces and none at its ends', () => {
    expect(normaliseBlockText(' \t a \u3000 b\r\nc\u00a0')).toBe('a b c');
  });

  test('is in NFC, whichever way it was typed', () => {
    for (const text of ['한국어', 'Việt', 'é', 'が']) expect(normaliseBlockText(text.normalize('NFD'))).toBe(text.normalize('NFC'));
  });

  test('keeps Markdown marks, citation ids and case', () => {
    expect(normaliseBlockText('**A** *b* [c](https://d) [@e-1]')).toBe('**A** *b* [c](https://d) [@e-1]');
  });

  test('keeps what is no white space: a zero-width joiner means something', () => {
    expect(normaliseBlockText('a\u200db\u200c')).toBe('a\u200db\u200c');
  });

  test('is normalised already when it is normalised again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normaliseBlockText(normaliseBlockText(text)) === normaliseBlockText(text)));
  });
});

describe('the hash of a block', () => {
  test('is SHA-256 of the normalised text in UTF-8, under the prefix of its rule', () => {
    expect(blockHash('abc')).toBe('n1:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(blockHash('')).toBe('n1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(blockHash('서울')).toBe('n1:ca6c419327ce5a9d7e624ccac8219f676ea74b4c3cd58c6032ed39a8536aca67');
  });

  test('is the same however words are parted and composed', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.array(space, { minLength: 10, maxLength: 10 }), (words, spaces) => {
        const loose = words.map((text, i) => `${spaces[i] ?? ' '}${text.normalize(i % 2 ? 'NFC' : 'NFD')}`).join('') + (spaces[9] ?? '');
        expect(blockHash(loose)).toBe(blockHash(words.join(' ')));
      }),
    );
  });

  test('differs where the normalised texts differ', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => (blockHash(a) === blockHash(b)) === (normaliseBlockText(a) === normaliseBlockText(b))),
    );
  });

  test.each([['a b', 'ab'], ['Seoul', 'seoul'], ['a', 'a.'], ['5 km', '6 km'], ['**a**', '*a*'], ['a [@s-1]', 'a [@s-2]']])('tells %j from %j', (a, b) => {
    expect(blockHash(a)).not.toBe(blockHash(b));
  });
});

describe('the hash of a section', () => {
  const blocks = [{ id: 'aaaa', hash: 'n1:1' }, { id: 'bbbb', hash: 'n1:2' }];
  const before = sectionHash(blocks);

  test('has the prefix of its rule', () => {
    expect(before).toMatch(/^s1:[0-9a-f]{64}$/u);
  });

  test('changes with order, ids, hashes and number of its blocks', () => {
    const others = [[...blocks].reverse(), blocks.slice(0, 1), [{ id: 'aaaa', hash: 'n1:2' }, { id: 'bbbb', hash: 'n1:1' }], [{ id: 'cccc', hash: 'n1:1' }, { id: 'bbbb', hash: 'n1:2' }], []];
    expect(new Set([before, ...others.map(sectionHash)]).size).toBe(others.length + 1);
  });

  test('rests on nothing but ids and hashes', () => {
    const more = blocks.map((block) => ({ ...block, text: 'x' }));
    expect(sectionHash(more)).toBe(before);
  });
});

describe('citations', () => {
  test('are listed once each, in order of first mention', () => {
    expect(citedSources('A [@b-1] c [@a2][@b-1] d.')).toEqual(['b-1', 'a2']);
  });

  test.each(['[@]', '[@a]', '[@-ab]', '[@Ab]', '[ @ab]', '@ab', '[@a b]', '[@a_b]', `[@${'a'.repeat(61)}]`])('are not seen in %s', (text) => {
    expect(citedSources(text)).toEqual([]);
  });

  test('name what is a source id', () => {
    for (const id of citedSources(`[@ab] [@a-1] [@${'a'.repeat(60)}]`)) expect(id).toMatch(SOURCE_ID);
  });
});

describe('a figure', () => {
  test.each(['5', 'since 2004', '٥ كيلومترات', '۵', '५', '๕ กิโลเมตร', '５', '৫', '᠕', '𝟓', 'a1'])('is seen in %s', (text) => {
    expect(hasFigure(text)).toBe(true);
  });

  test.each(['', 'five', '다섯', '[@metro-2005]', 'A [link](https://example.org/2004/5).', 'A [@a-1] and [b](https://x.org/1) [@c-2].', 'Ⅳ', '½'])('is not seen in %j', (text) => {
    expect(hasFigure(text)).toBe(false);
  });

  test('is seen in the text of a link and beside a citation', () => {
    expect(hasFigure('[5 km](https://example.org)')).toBe(true);
    expect(hasFigure('5 km [@sisul]')).toBe(true);
  });

  test('is seen in every decimal digit of every script', () => {
    const digits = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => /\p{Nd}/u.test(String.fromCodePoint(code)));
    expect(digits.length).toBeGreaterThan(600);
    expect(digits.filter((code) => !hasFigure(`a ${String.fromCodePoint(code)}`))).toEqual([]);
  });
});

describe('block ids', () => {
  test.each(['abcd', 'k3f9', '0000', 'abcdefghijkl'])('may be %s', (id) => expect(id).toMatch(BLOCK_ID));
  test.each(['abc', 'abcdefghijklm', 'ABCD', 'ab-cd', 'ab cd', 'abcd\n', 'åbcd'])('may not be %j', (id) => expect(id).not.toMatch(BLOCK_ID));

  test('that a page uses as anchors itself are reserved', () => {
    for (const kind of SECTION_KINDS) expect(RESERVED_BLOCK_IDS).toContain(kind);
    for (const id of ['sources', 'cite', 'versions', 'citation', 'content', 'toc', 'top', 'q', 'languages', 'facts']) expect(RESERVED_BLOCK_IDS).toContain(id);
    expect(RESERVED_BLOCK_IDS.size).toBe(SECTION_KINDS.length + 10);
  });
});
