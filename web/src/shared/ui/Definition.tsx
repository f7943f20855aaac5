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
  const shown = items.filter((item) => !item.sensitive || item.value !== undefined);
  return (
    <dl className={`${css.list} ${css[`columns${columns}`]}`}>
      {(columns === 2 ? withoutGaps(shown) : shown).map((item) => (
        <div key={item.label} className={item.wide ? css.wide : undefined}>
          <dt>{item.label}</dt>
          <dd>{item.value === null || item.value === undefined || item.value === '' ? NONE : item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** In two columns, what would have no neighbour takes the whole row: no rule ends half way. */
function withoutGaps(items: DefinitionItem[]): DefinitionItem[] {
  let left = true;
  return items.map((item, index) => {
    const next = items[index + 1];
    const wide = item.wide || (left && (!next || next.wide));
    left = wide || !left;
    return { ...item, wide };
  });
}
