import type { ReactNode } from 'react';
import css from './PlainTable.module.css';

/** A few rows that are read, not worked with. On a phone a row of several columns is a block, each figure with its name. */
export function PlainTable({
  head,
  rows,
  figures = false,
  numbered = false,
  prose = false,
  named = false,
  sourced = false,
}: {
  head: string[];
  rows: ReactNode[][];
  /** All but the first column are figures, which are compared by their last digits. */
  figures?: boolean;
  /** The first column is the number of a line. */
  numbered?: boolean;
  /** The last column is sentences, which are broken. */
  prose?: boolean;
  /** The first column names what the others are of: the head of its block on a phone. */
  named?: boolean;
  /** Name, figure, source and day: on a phone the name with its figure, and under them where it is from. */
  sourced?: boolean;
}) {
  return (
    <table
      className={css.table}
      data-figures={figures || undefined}
      data-numbered={numbered || undefined}
      data-prose={prose || undefined}
      data-named={named || undefined}
      data-sourced={sourced || undefined}
      data-stacked={head.length > 2 || undefined}
    >
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, at) => (
              <td key={at} data-head={head[at]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
