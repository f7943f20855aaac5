import type { ReactNode } from 'react';
import { Link } from 'react-router';
import css from './finance.module.css';

/** One of a list, with its cover beside it. */
export function FairRow({
  to,
  cover,
  title,
  note,
  aside,
}: {
  to: string;
  cover: ReactNode;
  title: ReactNode;
  note: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <Link to={to} className={css.row}>
      <span className={css.picture}>{cover}</span>
      <span className={css.words}>
        <span>{title}</span>
        <small>{note}</small>
        {aside}
      </span>
    </Link>
  );
}
