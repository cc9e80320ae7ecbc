import { isAlias, isMap, isScalar, LineCounter, parseDocument, stringify, visit, type Document } from 'yaml';
import type { z } from 'zod';
import { LIMITS } from './limits.ts';
import type { ContentProblem } from './problems.ts';

/** A YAML file that was read and checked against a schema; `value` is null when it has problems. */
export interface YamlFile<T> {
  value: T | null;
  problems: ContentProblem[];
  /** Line of the value at a path, from 1. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** Refuses what could exhaust the parser before it sees the text. */
function tooDeep(source: string): boolean {
  let brackets = 0;
  let deepest = 0;
  for (const char of source) {
    if (char === '[' || char === '{') deepest = Math.max(deepest, ++brackets);
    if (char === ']' || char === '}') brackets = Math.max(0, brackets - 1);
  }
  // Spaces, and the marks that open a level in the line itself. No spread into Math.max: a file may have more lines than a call takes arguments.
  const indent = source.split('\n').reduce((most, line) => Math.max(most, (/^[ ?:-]*/u.exec(line)?.[0].length ?? 0) / 2), 0);
  return deepest > LIMITS.yamlDepth || indent > LIMITS.yamlDepth;
}

function lineAt(document: Document.Parsed, counter: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = isScalar(node) || isMap(node) ? node.range : (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return counter.linePos(range[0]).line;
  }
  return 1;
}

interface Forbidden { line: number; code: string; message: string }

/** The first anchor, alias or comment of a document. */
function findForbidden(document: Document.Parsed, counter: LineCounter): Forbidden | null {
  const found: Forbidden[] = [];
  if (document.comment ?? document.commentBefore) found.push({ line: 1, code: 'yaml-comment', message: 'Comments do not survive export. Put the remark into docs or the commit message.' });
  visit(document, {
    Node: (_, node) => {
      const line = node.range ? counter.linePos(node.range[0]).line : 1;
      if (isAlias(node) || node.anchor !== undefined) found.push({ line, code: 'yaml-alias', message: 'Anchors and aliases are refused. Write the value out.' });
      else if (node.comment ?? node.commentBefore) found.push({ line, code: 'yaml-comment', message: 'Comments do not survive export. Put the remark into docs or the commit message.' });
      return found.length > 0 ? visit.BREAK : undefined;
    },
  });
  return found[0] ?? null;
}

/**
 * Parses YAML without aliases, anchors or comments and checks it against a schema.
 * @param source the file's text
 * @param file its path, for the problems
 */
export function parseYaml<T>(source: string, file: string, schema: z.ZodType<T>): YamlFile<T> {
  const refuse = (line: number, code: string, message: string): YamlFile<T> => ({ value: null, problems: [{ file, line, code, message }], lineOf: () => line });
  if (tooDeep(source)) return refuse(1, 'yaml-too-deep', `YAML nests at most ${String(LIMITS.yamlDepth)} levels here.`);
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, uniqueKeys: true, strict: true });
  const error = document.errors[0];
  if (error) return refuse(counter.linePos(error.pos[0]).line, 'yaml-syntax', error.message.split('\n')[0] ?? error.message);
  const forbidden = findForbidden(document, counter);
  if (forbidden) return refuse(forbidden.line, forbidden.code, forbidden.message);
  const lineOf = (path: readonly PropertyKey[]) => lineAt(document, counter, path);
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result.success) return { value: result.data, problems: [], lineOf };
  const problems = result.error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    code: 'yaml-schema',
    message: `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}.`,
  }));
  return { value: null, problems, lineOf };
}

/** Writes a value in the one canonical form of YAML: block style, two spaces, no wrapping, `null` spelt out. */
export function formatYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, nullStr: 'null', aliasDuplicateObjects: false });
}
