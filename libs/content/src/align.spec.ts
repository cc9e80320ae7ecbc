import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignText } from './align.ts';
import { EN, KO } from './test/small-manual.ts';
import { formatText, parseText } from './text-file.ts';

const source = parseText(EN, 'en.md').blocks;
const ids = (blocks: readonly { id: string | null }[]) => blocks.map(({ id }) => id);

describe('aligning a translation', () => {
  test('puts its blocks into the order and the sections of the source, whatever order they had', () => {
    const shuffled = fc.shuffledSubarray(source.map((block) => ({ ...block, text: `ko ${block.text}` })));
    fc.assert(
      fc.property(shuffled, (translation) => {
        const aligned = alignText(source, translation);
        expect(ids(aligned)).toEqual(ids(source).filter((id) => ids(translation).includes(id)));
        for (const block of aligned) expect(block).toMatchObject({ section: source.find(({ id }) => id === block.id)?.section, text: expect.stringMatching(/^ko /u) as string });
      }),
    );
  });

  test('is done after one time', () => {
    fc.assert(fc.property(fc.shuffledSubarray(source), (translation) => {
      const once = alignText(source, translation);
      expect(alignText(source, once)).toEqual(once);
    }));
  });

  test('leaves an aligned translation as it is', () => {
    expect(formatText(alignText(source, parseText(KO, 'ko.md').blocks))).toBe(KO);
    expect(alignText(source, source)).toEqual(source);
  });

  test('keeps blocks that the source lacks at the end, none lost', () => {
    const stranger = { ...source[1]!, id: 'zzzz' };
    const nameless = { ...source[1]!, id: null };
    expect(ids(alignText(source, [stranger, nameless, ...source]))).toEqual([...ids(source), 'zzzz', null]);
  });

  test('gives items the source\'s depth, numbering and lists', () => {
    const two = parseText('# T ^titl\n\n- a ^aaaa\n  1. b ^bbbb\n\n- c ^cccc\n- d ^dddd\n', 's').blocks;
    const flat = parseText('# T ^titl\n\n1. D ^dddd\n1. C ^cccc\n1. B ^bbbb\n1. A ^aaaa\n', 't').blocks;
    expect(formatText(alignText(two, flat))).toBe('# T ^titl\n\n- A ^aaaa\n  1. B ^bbbb\n\n- C ^cccc\n- D ^dddd\n');
    expect(formatText(alignText(two, flat.filter(({ id }) => id !== 'aaaa' && id !== 'cccc')))).toContain('\n\n- D ^dddd\n');
  });
});
