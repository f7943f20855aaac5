import { Link } from 'react-router';
import css from './Idle.module.css';

/** Queues in which nothing waits, in one quiet line: they are known to be empty, and stay in reach. */
export function Idle({ queues }: { queues: { to: string; label: string }[] }) {
  if (!queues.length) return null;
  return (
    <p className={css.idle}>
      <span>目前没有：</span>
      {queues.map(({ to, label }) => (
        <Link key={to} to={to}>
          {label}
        </Link>
      ))}
    </p>
  );
}
