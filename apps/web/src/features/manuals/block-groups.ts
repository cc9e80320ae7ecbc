/** What grouping needs to know of a block. */
export interface GroupableBlock {
  kind: string;
  item: { depth: number; ordered: boolean; first: boolean } | null | undefined;
}

/** One level of a list, with what hangs below each item. */
export interface ListNode<B> {
  ordered: boolean;
  items: { block: B; below: ListNode<B> | null }[];
}

/** Blocks as a page sets them: alone, as a list of items, or as a table with its caption. */
export type BlockGroup<B> =
  | { kind: 'single'; block: B }
  | { kind: 'list'; list: ListNode<B> }
  | { kind: 'table'; caption: B | null; table: B };

/** Groups a section's blocks, in order: items that stand together become one nested list, a caption joins the table that follows it. */
export function groupBlocks<B extends GroupableBlock>(blocks: readonly B[]): BlockGroup<B>[] {
  const groups: BlockGroup<B>[] = [];
  let run: B[] = [];
  const closeRun = () => {
    if (run.length > 0) groups.push({ kind: 'list', list: nest(run) });
    run = [];
  };
  blocks.forEach((block, index) => {
    const previous = blocks[index - 1];
    if (block.kind === 'item') {
      if (block.item?.first) closeRun();
      run.push(block);
      return;
    }
    closeRun();
    if (block.kind === 'caption' && blocks[index + 1]?.kind === 'table') return;
    if (block.kind === 'table') groups.push({ kind: 'table', caption: previous?.kind === 'caption' ? previous : null, table: block });
    else groups.push({ kind: 'single', block });
  });
  closeRun();
  return groups;
}

/** Nests a run of items by depth. An item that is more than one level deeper than the one before hangs directly below it. */
function nest<B extends GroupableBlock>(run: readonly B[]): ListNode<B> {
  const root: ListNode<B> = { ordered: run[0]?.item?.ordered ?? false, items: [] };
  const open = [{ depth: depthOf(run[0]), node: root }];
  for (const block of run) {
    const depth = depthOf(block);
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) > depth) open.pop();
    const level = open.at(-1);
    const parent = level?.node.items.at(-1);
    if (level && parent && depth > level.depth) {
      const node: ListNode<B> = { ordered: block.item?.ordered ?? false, items: [{ block, below: null }] };
      // A second list below the same item, after a step back to a depth between, joins the first.
      if (parent.below) parent.below.items.push(...node.items);
      else parent.below = node;
      open.push({ depth, node: parent.below });
    } else {
      level?.node.items.push({ block, below: null });
    }
  }
  return root;
}

function depthOf(block: GroupableBlock | undefined): number {
  return block?.item?.depth ?? 0;
}
