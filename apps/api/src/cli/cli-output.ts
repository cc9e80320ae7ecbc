/** Where a command prints. */
export interface CliOutput {
  /** One line of the answer. */
  print(line: string): void;
  /** One line of progress, replaced by the next on a terminal. */
  progress(line: string): void;
}
