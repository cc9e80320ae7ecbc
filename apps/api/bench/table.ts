/** One measured figure. `reach` is what the library wants of itself. */
export interface Figure { what: string; reach: string; measured: string; ok: boolean | null }

/** Prints figures as a table for people; `ok` null means told, not judged. */
export function printTable(figures: readonly Figure[]): void {
  const rows = [['what', 'reach', 'measured', ''], ...figures.map(({ what, reach, measured, ok }) => [what, reach, measured, ok === null ? '' : ok ? 'reached' : 'SHORT'])];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()}\n`);
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
