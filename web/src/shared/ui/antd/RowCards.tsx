import { Checkbox, type TableColumnType } from 'antd';
import type { Key, ReactNode } from 'react';
import { NONE } from '../format';
import css from './RowCards.module.css';

/** Key of the column that holds a row's buttons: it stands at the foot of the row's card, where `data-todo` marks the one that waits. */
export const ACTIONS = 'actions';

interface RowCardsProps<T extends object> {
  rows: T[];
  rowKey: keyof T & string;
  /** The first one is the card's title. */
  columns: TableColumnType<T>[];
  selection?: { keys: Key[]; mayPick: (row: T) => boolean; onPick: (row: T, picked: boolean) => void };
  label: string;
}

/** Key of the column that tells a row's state: it stands beside the card's title. */
export const STATUS = 'status';

/** The rows of a table as cards, where a table of several columns would be wider than the screen. */
export function RowCards<T extends object>({ rows, rowKey, columns, selection, label }: RowCardsProps<T>) {
  const [title, ...rest] = columns;
  const facts = rest.filter((column) => column.key !== ACTIONS && column.key !== STATUS);
  const status = rest.find((column) => column.key === STATUS);
  const actions = rest.find((column) => column.key === ACTIONS);
  return (
    <ul className={css.list} aria-label={label}>
      {rows.map((row, index) => {
        const key = row[rowKey] as Key;
        const last = actions && cellOf(actions, row, index);
        return (
          <li key={key} className={css.card}>
            <div className={css.title}>
              {selection && (
                <Checkbox
                  checked={selection.keys.includes(key)}
                  disabled={!selection.mayPick(row)}
                  onChange={(event) => selection.onPick(row, event.target.checked)}
                  aria-label={`选择第 ${index + 1} 行`}
                />
              )}
              <div className={title?.className}>{title && cellOf(title, row, index)}</div>
              {status && <div className={css.status}>{cellOf(status, row, index)}</div>}
            </div>
            <dl className={css.facts}>
              {facts.map((column, at) => {
                const cell = cellOf(column, row, index);
                // A table keeps the place of what there is not; here it would be a line that says nothing.
                if (cell === NONE) return null;
                return (
                  <div key={column.key ?? at}>
                    <dt>{column.title as ReactNode}</dt>
                    <dd className={column.className}>{cell}</dd>
                  </div>
                );
              })}
            </dl>
            {last && <div className={css.actions}>{last}</div>}
          </li>
        );
      })}
    </ul>
  );
}

function cellOf<T extends object>(column: TableColumnType<T>, row: T, index: number): ReactNode {
  const value =
    typeof column.dataIndex === 'string' ? (row as Record<string, unknown>)[column.dataIndex] : undefined;
  return column.render ? (column.render(value, row, index) as ReactNode) : (value as ReactNode);
}
