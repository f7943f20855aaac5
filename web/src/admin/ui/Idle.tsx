import { Link } from 'react-router';
import { Fold } from '@/shared/ui/Fold';
import css from './Idle.module.css';

/** So many names are read at a glance. */
const MOST = 3;

/**
 * Queues in which nothing waits: they are known to be empty, and stay in reach. A few in one quiet line; more than that only count.
 *
 * @param others whether there are queues above in which something waits
 * @param says what is so of them
 */
export function Idle({
  queues,
  others,
  says = '目前没有待办',
}: {
  queues: { to: string; label: string }[];
  others: boolean;
  says?: string;
}) {
  if (!queues.length) return null;
  const links = queues.map(({ to, label }) => (
    <Link key={to} to={to}>
      {label}
    </Link>
  ));
  return queues.length > MOST ? (
    <Fold title={`${others ? '其余 ' : ''}${queues.length} 类${says}`} className={css.folded}>
      <p className={css.idle}>{links}</p>
    </Fold>
  ) : (
    <p className={css.idle}>
      <span>目前没有：</span>
      {links}
    </p>
  );
}
