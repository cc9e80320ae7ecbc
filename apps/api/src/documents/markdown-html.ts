import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type PluggableList, type Processor } from 'unified';
import type { BlockKind } from '@naru/domain';
import type { VFile } from 'vfile';
import type { Element, ElementContent, Root } from 'hast';

const schema: Schema = {
  ...defaultSchema,
  clobber: [],
  tagNames: ['p', 'strong', 'em', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'sup', 'br'],
  attributes: { a: ['href', ['className', 'cite'], ['rel', 'noopener', 'external']], th: ['scope', 'align'], td: ['align'] },
  protocols: { href: ['http', 'https'] },
};

const CITATION = /\[@([a-z0-9][a-z0-9-]{1,59})\]/gu;

/** Text between citations stays text; a citation becomes a link to its source, shown as the source's number. */
function citationsOf(value: string, numbers: ReadonlyMap<string, number>): ElementContent[] {
  const out: ElementContent[] = [];
  let end = 0;
  for (const match of value.matchAll(CITATION)) {
    const id = match[1] ?? '';
    const number = numbers.get(id);
    if (number === undefined) continue;
    if (match.index > end) out.push({ type: 'text', value: value.slice(end, match.index).replace(/\s+$/u, '\u00a0') });
    const link: Element = { type: 'element', tagName: 'a', properties: { href: `#source-${id}`, className: ['cite'] }, children: [{ type: 'text', value: `[${String(number)}]` }] };
    out.push(link);
    end = match.index + match[0].length;
  }
  if (end < value.length) out.push({ type: 'text', value: value.slice(end) });
  return out;
}

function enrich(node: Root | Element, numbers: ReadonlyMap<string, number>): void {
  node.children = (node.children as ElementContent[]).flatMap((child) => (child.type === 'text' ? citationsOf(child.value, numbers) : [child]));
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'a' && child.properties.className === undefined) child.properties.rel = ['external', 'noopener'];
    if (child.tagName === 'th') child.properties.scope = 'col';
    if (child.tagName !== 'a') enrich(child, numbers);
  }
}

/** Constructs of Markdown that would make a line anything but a paragraph of inline text. */
const BLOCK_CONSTRUCTS = ['blockQuote', 'codeFenced', 'codeIndented', 'definition', 'gfmFootnoteDefinition', 'headingAtx', 'htmlFlow', 'list', 'table', 'thematicBreak'];

function inlineOnly(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: BLOCK_CONSTRUCTS } }];
}

const processorWith = (plugins: PluggableList) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(plugins)
    .use(remarkRehype)
    .use(() => (tree: Root, file: VFile) => { enrich(tree, (file.data.numbers as ReadonlyMap<string, number> | undefined) ?? new Map<string, number>()); })
    .use(rehypeSanitize, schema)
    .use(rehypeStringify)
    .freeze();
const tables = processorWith([]);
const paragraphs = processorWith([inlineOnly]);

/**
 * A block's Markdown as HTML that is safe to put into a page: only the elements that blocks may have, links to the web only.
 * @param numbers number of each source, by id; a citation of an unknown source stays text
 */
export function renderBlock(text: string, kind: BlockKind, numbers: ReadonlyMap<string, number>): string {
  if (kind === 'table') return tables.processSync({ value: text, data: { numbers } }).toString();
  // A block that is no table is one paragraph of inline text: what looks like a heading or a list in it stays text.
  const html = paragraphs.processSync({ value: text.replace(/[\r\n]+/gu, ' '), data: { numbers } }).toString();
  return html.replace(/^<p>|<\/p>$/gu, '');
}

/** A block's Markdown as plain text: marks, citations and link targets gone. */
export function plainText(text: string): string {
  return text.replace(CITATION, '').replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/gu, '$1').replace(/\*(?=\S)(.+?)(?<=\S)\*/gu, '$1').replace(/\s+([.,;:!?])/gu, '$1').replace(/\s+/gu, ' ').trim();
}
