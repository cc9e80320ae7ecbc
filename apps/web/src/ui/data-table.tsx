import type { ReactNode } from 'react';

/** One column: its heading, and whether it holds figures (then it is aligned by their end). */
export interface Column {
  readonly key: string;
  readonly heading: ReactNode;
  readonly figures?: boolean;
}

/** One row: its key, the cells in the order of the columns; the first one heads the row. `id` is its anchor, if it has one. */
export interface Row {
  readonly key: string;
  readonly id?: string;
  readonly cells: readonly ReactNode[];
}

/** A table with a caption that scrolls by itself where the screen is narrow. */
export function DataTable({ caption, columns, rows }: { caption: ReactNode; columns: readonly Column[]; rows: readonly Row[] }) {
  return (
    <div className="scroll" tabIndex={0} role="group">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.figures ? 'num' : undefined}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} id={row.id}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[0]?.key} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[index]?.key} className={columns[index]?.figures ? 'num' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
