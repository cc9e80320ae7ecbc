import type { BlockPartsFragment } from '@naru/api-client';

import { Block, BlockNote, useBlockText } from './block.tsx';
import { groupBlocks, type ListNode } from './block-groups.ts';

/** A section's prose: paragraphs, headings, nested lists, tables with their captions. */
export function Prose({ blocks }: { blocks: readonly BlockPartsFragment[] }) {
  return (
    <>
      {groupBlocks(blocks).map((group) => {
        switch (group.kind) {
          case 'list':
            return <List key={group.list.items[0]?.block.id} list={group.list} />;
          case 'table':
            return <Table key={group.table.id} table={group.table} caption={group.caption} />;
          case 'single':
            return <Block key={group.block.id} block={group.block} as={group.block.kind === 'heading' ? 'h3' : 'p'} />;
        }
      })}
    </>
  );
}

function List({ list }: { list: ListNode<BlockPartsFragment> }) {
  const Tag = list.ordered ? 'ol' : 'ul';
  return (
    <Tag className="block-list">
      {list.items.map(({ block, below }) => (
        <li key={block.id} id={block.id}>
          <ItemText block={block} />
          {below ? <List list={below} /> : null}
        </li>
      ))}
    </Tag>
  );
}

function ItemText({ block }: { block: BlockPartsFragment }) {
  const text = useBlockText(block);
  return (
    <>
      <div {...text} />
      <BlockNote block={block} />
    </>
  );
}

function Table({ table, caption }: { table: BlockPartsFragment; caption: BlockPartsFragment | null }) {
  const text = useBlockText(table);
  return (
    <figure className="block-table">
      {caption ? <Caption block={caption} /> : null}
      <BlockNote block={table} />
      {/* A wide table scrolls by itself, so it must be reachable by keyboard. */}
      <div id={table.id} className="scroll" role="group" tabIndex={0} aria-labelledby={caption?.id} {...text} />
    </figure>
  );
}

function Caption({ block }: { block: BlockPartsFragment }) {
  const text = useBlockText(block);
  return (
    <figcaption>
      <span id={block.id} {...text} />
      <BlockNote block={block} />
    </figcaption>
  );
}
