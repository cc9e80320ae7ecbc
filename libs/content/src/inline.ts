import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Nodes } from 'mdast';

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });
const ALLOWED = new Set(['root', 'paragraph', 'text', 'strong', 'emphasis', 'link', 'table', 'tableRow', 'tableCell']);

/** What a block's Markdown holds beyond plain text. */
export interface InlineReport {
  /** Kinds of Markdown that blocks may not have: `html`, `image`, `code` …, each once. */
  forbidden: string[];
  /** Link targets as written. */
  links: string[];
}

/** Looks through one block's Markdown. */
export function inspectInline(text: string): InlineReport {
  const forbidden = new Set<string>();
  const links: string[] = [];
  const walk = (node: Nodes) => {
    if (!ALLOWED.has(node.type)) forbidden.add(node.type);
    if (node.type === 'link') links.push(node.url);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(parser.parse(text));
  return { forbidden: [...forbidden], links };
}
