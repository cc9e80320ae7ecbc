import type { TextBlock } from './text-file.ts';

/**
 * Puts a translation's blocks into the source's order and lists. Blocks that the source lacks stay at the end, where
 * the check names them.
 */
export function alignText(source: readonly TextBlock[], translation: readonly TextBlock[]): TextBlock[] {
  const byId = new Map(translation.map((block) => [block.id, block]));
  const aligned: TextBlock[] = [];
  let list = -1;
  let lastList = -1;
  for (const original of source) {
    if (original.item?.first) list++;
    const block = original.id === null ? undefined : byId.get(original.id);
    if (!block) continue;
    byId.delete(block.id);
    const previous = aligned.at(-1);
    const item = original.item && block.item ? { depth: original.item.depth, ordered: original.item.ordered, first: !(previous?.item && lastList === list) } : block.item;
    if (original.item) lastList = list;
    aligned.push({ ...block, section: original.section, item });
  }
  const rest = translation.filter((block) => byId.get(block.id) === block);
  return [...aligned, ...rest];
}
