import type { ReactNode } from 'react';
import css from './Definition.module.css';
import { NONE } from './format';

interface DefinitionItem {
  label: string;
  value: ReactNode;
  /** Takes the whole row. */
  wide?: boolean;
  /** A field that roles can hide: without a value it is left out, as if it were not there. */
  sensitive?: boolean;
}

/** Label and value pairs; missing values are shown as such, not hidden. */
export function Definition({ items, columns = 2 }: { items: DefinitionItem[]; columns?: 1 | 2 | 3 }) {
  return (
    <dl className={`${css.list} ${css[`columns${columns}`]}`}>
      {items
        .filter((item) => !item.sensitive || item.value !== undefined)
        .map((item) => (
          <div key={item.label} className={item.wide ? css.wide : undefined}>
            <dt>{item.label}</dt>
            <dd>
              {item.value === null || item.value === undefined || item.value === '' ? NONE : item.value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
