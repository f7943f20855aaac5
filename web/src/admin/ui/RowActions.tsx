import type { ReactNode } from 'react';
import css from './RowActions.module.css';

/** The buttons of one row, close together. */
export function RowActions({ of, children }: { of: string; children: ReactNode }) {
  return (
    <div className={css.actions} role="group" aria-label={`${of}的操作`}>
      {children}
    </div>
  );
}
