import { useState, type ReactNode } from 'react';
import { Icon } from '../ui';
import css from './Report.module.css';

/** How many rows of a long list are shown at first. */
const FEW = 5;

/** A list of which the first few rows are shown until all are asked for; on paper there are all. `children` gives each row its class. */
export function Few({
  of: count,
  children,
}: {
  of: number;
  children: (beyond: (index: number) => string | undefined) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  return (
    <>
      {children((index) => (all || index < FEW ? undefined : css.beyond))}
      {count > FEW && (
        <button
          type="button"
          className={`${css.unfold} zq-no-print`}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? '收起' : `展开全部 ${count} 项`}
          <Icon name="down" size={16} />
        </button>
      )}
    </>
  );
}
