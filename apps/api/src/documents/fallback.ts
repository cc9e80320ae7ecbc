import { FACT_LISTS, FACT_WORDS } from '@naru/domain';
import type { EditionBlock, EditionBody } from './edition-body.ts';

/**
 * Replaces the blocks that an edition lacks by those of other editions, in order of preference. A replaced block keeps the state
 * `missing` and says its own language. Blocks that no fallback has stay in the source language.
 */
export function withFallback(body: EditionBody, fallbacks: readonly EditionBody[]): EditionBody {
  const sources = fallbacks.map(blocksById);
  const pick = (block: EditionBlock): EditionBlock => {
    if (block.state !== 'missing') return block;
    const other = sources.map((blocks) => blocks.get(block.id)).find((candidate) => candidate && candidate.state !== 'missing');
    return other ? { ...other, state: 'missing', sourceHtml: null } : block;
  };
  return mapBlocks(body, pick);
}

function blocksById(body: EditionBody): Map<string, EditionBlock> {
  const found = new Map<string, EditionBlock>();
  mapBlocks(body, (block) => {
    found.set(block.id, block);
    return block;
  });
  return found;
}

function mapBlocks(body: EditionBody, change: (block: EditionBlock) => EditionBlock): EditionBody {
  const facts = FACT_LISTS.map((list) => {
    const worded = (body[list] as unknown as Record<string, unknown>[]).map((fact) => {
      const words = FACT_WORDS[list].fields.map((field) => [field, fact[field] ? change(fact[field] as EditionBlock) : null] as const);
      return { ...fact, ...Object.fromEntries(words) };
    });
    return [list, worded] as const;
  });
  return {
    ...body,
    ...(Object.fromEntries(facts) as Partial<EditionBody>),
    title: change(body.title),
    sections: body.sections.map((section) => ({ ...section, blocks: section.blocks.map(change) })),
  };
}
