import type { ReactNode } from 'react';
import css from './Strip.module.css';
import { useOnline } from './useOnline';

/** Says that there is no network, below the head of every page: what is read then waits, and what is done fails. */
export function Offline({ children }: { children?: ReactNode }) {
  if (useOnline()) return null;
  return (
    <p role="status" className={css.strip}>
      当前没有网络，恢复后页面自动更新。
      {children}
    </p>
  );
}
