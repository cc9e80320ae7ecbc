import { BLOCK_ID, isSectionKind, RESERVED_BLOCK_IDS, SECTION_KINDS, type BlockKind, type SectionKind } from '@naru/domain';
import { LIMITS } from './limits.ts';
import type { ContentProblem } from './problems.ts';

/** One block of a text file. `kind` is never `label` here: only the facts know which items are labels. */
export interface TextBlock {
  /** Null while the block has no id yet. */
  id: string | null;
  section: SectionKind;
  kind: Exclude<BlockKind, 'label'>;
  /** Markdown without list marker, heading marks and id. A table keeps its rows, parted by line feeds. */
  text: string;
  /** Of an item: nesting from 0, and whether its list is numbered. Null for other kinds. */
  item: { depth: number; ordered: boolean; first: boolean } | null;
  /** Line in the file, from 1. */
  line: number;
}

/** A text file, parsed. */
export interface TextFile {
  blocks: TextBlock[];
  problems: ContentProblem[];
}

const ID_AT_END = /\s\^(\S+)$/u;
const ITEM = /^( *)(-|\d+\.) (.*)$/u;

type Draft = Omit<TextBlock, 'section'>;

/** Takes a line apart by its Markdown marks; null for a table row or an id that stands alone. */
function readLine(line: string, number: number): Draft | null {
  const item = ITEM.exec(line);
  const heading = /^(#|###) (.*)$/u.exec(line);
  const caption = /^: (.*)$/u.exec(line);
  const body = item?.[3] ?? heading?.[2] ?? caption?.[1] ?? line;
  const end = ID_AT_END.exec(body);
  const kind = item ? 'item' : heading ? (heading[1] === '#' ? 'title' : 'heading') : caption ? 'caption' : 'paragraph';
  return {
    id: end?.[1] ?? null,
    kind,
    text: body.slice(0, end?.index).trim(),
    item: item ? { depth: (item[1] ?? '').length / 2, ordered: item[2] !== '-', first: false } : null,
    line: number,
  };
}

/**
 * Parses a text file into its blocks, and names every line that breaks the format.
 * @param source the file's text
 * @param file its path, for the problems
 */
export function parseText(source: string, file: string): TextFile {
  const problems: ContentProblem[] = [];
  const blocks: TextBlock[] = [];
  const complain = (line: number, code: string, message: string) => problems.push({ file, line, code, message });
  const lines = source.replace(/\r\n?/gu, '\n').split('\n');
  let section: SectionKind = 'summary';
  let table: { rows: string[]; line: number } | null = null;
  let previous = '';

  const closeTable = (id: string | null) => {
    if (!table) return;
    blocks.push({ id, section, kind: 'table', text: table.rows.join('\n'), item: null, line: table.line });
    table = null;
  };

  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const loneId = /^\^(\S+)$/u.exec(line);
    if (table && !line.startsWith('|')) closeTable(loneId?.[1] ?? null);
    if (line.startsWith('|')) {
      table ??= { rows: [], line: number };
      table.rows.push(line.trimEnd());
    } else if (loneId || line.trim() === '') {
      if (loneId && !previous.startsWith('|')) complain(number, 'lone-id', 'An id alone on its line belongs after a table.');
    } else if (line.startsWith('## ')) {
      const kind = line.slice(3).trim();
      if (!isSectionKind(kind) || kind === 'summary') {
        complain(number, 'unknown-section', `"${kind}" is no kind of section. Use one of: ${SECTION_KINDS.slice(1).join(', ')}.`);
      } else if (SECTION_KINDS.indexOf(kind) <= SECTION_KINDS.indexOf(section)) {
        complain(number, 'section-order', `"${kind}" stands twice or out of order. The order is: ${SECTION_KINDS.slice(1).join(', ')}.`);
      } else section = kind;
    } else {
      const draft = readLine(line, number);
      if (draft?.item) {
        const sameList = ITEM.test(previous);
        draft.item.first = !sameList;
        if (!Number.isInteger(draft.item.depth) || draft.item.depth > LIMITS.listDepth || (!sameList && draft.item.depth > 0)) {
          complain(number, 'list-depth', 'Indent list items by two spaces a level, three levels at most, starting at none.');
          draft.item.depth = 0;
        }
      } else if (previous.trim() !== '' && !previous.startsWith('## ')) {
        complain(number, 'one-line-blocks', 'A block is one line. Part blocks by an empty line.');
      }
      if (draft) blocks.push({ ...draft, section });
    }
    previous = line;
  }
  closeTable(null);
  checkBlocks(blocks, complain);
  return { blocks, problems };
}

function checkBlocks(blocks: readonly TextBlock[], complain: (line: number, code: string, message: string) => void): void {
  const seen = new Map<string, number>();
  if (blocks.length > LIMITS.blocks) complain(0, 'too-many-blocks', `A text has at most ${String(LIMITS.blocks)} blocks.`);
  if (blocks[0]?.kind !== 'title') complain(blocks[0]?.line ?? 1, 'no-title', 'A text begins with its title: "# …".');
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'title' && index > 0) complain(block.line, 'second-title', 'A text has one title. Use "## <kind>" for a section and "### " for a heading.');
    if (block.text === '') complain(block.line, 'empty-block', 'The block has no text.');
    if (block.text.length > LIMITS.blockChars) complain(block.line, 'long-block', `A block has at most ${String(LIMITS.blockChars)} characters.`);
    if (block.kind === 'caption' && blocks[index + 1]?.kind !== 'table') complain(block.line, 'caption-without-table', 'A caption stands before its table.');
    if (block.id === null) continue;
    if (!BLOCK_ID.test(block.id)) complain(block.line, 'bad-block-id', `"^${block.id}" is no block id: 4 to 12 of a–z and 0–9.`);
    if (RESERVED_BLOCK_IDS.has(block.id)) complain(block.line, 'reserved-block-id', `"^${block.id}" is an anchor of the page itself. Take another id.`);
    const first = seen.get(block.id);
    if (first !== undefined) complain(block.line, 'duplicate-block-id', `"^${block.id}" stands on line ${String(first)} already. A copy gets an id of its own.`);
    else seen.set(block.id, block.line);
  }
}

/** Writes blocks back in the one canonical form; {@link parseText} of it gives the same blocks. */
export function formatText(blocks: readonly Omit<TextBlock, 'line'>[]): string {
  const out: string[] = [];
  let section: SectionKind = 'summary';
  const counters: number[] = [];
  for (const block of blocks) {
    const continues = block.item !== null && !block.item.first;
    if (out.length > 0 && !continues) out.push('');
    if (block.section !== section) {
      out.push(`## ${block.section}`, '');
      section = block.section;
    }
    if (!continues) counters.length = 0;
    const id = block.id === null ? '' : ` ^${block.id}`;
    if (block.kind === 'table') out.push(block.text, ...(block.id === null ? [] : [`^${block.id}`]));
    else out.push(`${marks(block, counters)}${block.text}${id}`);
  }
  return `${out.join('\n')}\n`;
}

function marks(block: Pick<TextBlock, 'kind' | 'item'>, counters: number[]): string {
  if (block.item) {
    const { depth, ordered } = block.item;
    counters.length = depth + 1;
    counters[depth] = (counters[depth] ?? 0) + 1;
    return `${'  '.repeat(depth)}${ordered ? `${String(counters[depth])}.` : '-'} `;
  }
  return { title: '# ', heading: '### ', caption: ': ', paragraph: '', item: '', table: '' }[block.kind];
}
