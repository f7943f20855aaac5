import type { ReactNode } from 'react';
import css from './PlainTable.module.css';

/** A few rows that are read, not worked with. */
export function PlainTable({ head, rows }: { head: string[]; rows: ReactNode[][] }) {
  return (
    <table className={css.table}>
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
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
