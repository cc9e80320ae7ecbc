import { describe, expect, it } from 'vitest';
import { groupBlocks } from './block-groups.ts';

const item = (id: string, depth = 0, ...marks: ('first' | 'ordered')[]) => ({ id, kind: 'item', item: { depth, ordered: marks.includes('ordered'), first: marks.includes('first') } });
const plain = (id: string, kind = 'paragraph') => ({ id, kind, item: null });
const ids = (list: { items: { block: { id: string }; below: unknown }[] }): unknown =>
  list.items.map(({ block, below }) => (below ? [block.id, ids(below as Parameters<typeof ids>[0])] : block.id));

describe('groupBlocks', () => {
  it('makes one list of items that stand together', () => {
    const groups = groupBlocks([plain('p'), item('a', 0, 'first'), item('b'), plain('q')]);
    expect(groups.map((group) => group.kind)).toEqual(['single', 'list', 'single']);
  });

  it('begins a new list at an item that is the first of its list', () => {
    expect(groupBlocks([item('a', 0, 'first'), item('b', 0, 'first')])).toHaveLength(2);
  });

  it('nests items by their depth and comes back out', () => {
    const [group] = groupBlocks([item('a', 1, 'first'), item('b', 2), item('c', 3), item('d', 2), item('e', 1)]);
    expect(group?.kind === 'list' && ids(group.list)).toEqual([['a', [['b', ['c']], 'd']], 'e']);
  });

  it('loses no item when depths jump', () => {
    const [group] = groupBlocks([item('a', 2, 'first'), item('b', 0), item('c', 2), item('d', 1)]);
    expect(JSON.stringify(group).match(/"id"/g)).toHaveLength(4);
  });

  it('gives a caption to the table that follows it and keeps one that has no table', () => {
    const groups = groupBlocks([plain('c', 'caption'), plain('t', 'table'), plain('t2', 'table'), plain('c2', 'caption')]);
    expect(groups).toEqual([
      { kind: 'table', caption: plain('c', 'caption'), table: plain('t', 'table') },
      { kind: 'table', caption: null, table: plain('t2', 'table') },
      { kind: 'single', block: plain('c2', 'caption') },
    ]);
  });
});
