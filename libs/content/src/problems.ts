/** One fault in a content file, as `content check` prints it. */
export interface ContentProblem {
  /** Path below the content folder. */
  file: string;
  /** Line from 1; 0 when the fault is the whole file's. */
  line: number;
  /** Symbolic name of the rule that was broken. */
  code: string;
  /** What is wrong and what to do, for operators, in English. */
  message: string;
}

/** Thrown when files can't be read as content at all; carries every fault found so far. */
export class ContentError extends Error {
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
    this.name = 'ContentError';
  }
}

/** A fault as one line: `manuals/x/en.md:12 figure-without-source …`. */
export function formatProblem(problem: ContentProblem): string {
  return `${problem.file}:${String(problem.line)} ${problem.code} ${problem.message}`;
}
