import { longDate } from '../ui/format';
import css from './declare.module.css';

/** That a policy begins later, told to who hands in something under it, and what follows from that for them. */
export function BeginsOn({ on, then }: { on?: string; then?: string | false }) {
  if (!on) return null;
  return (
    <p className={css.notice}>
      该政策自 {longDate(on)} 起施行{then && `，${then}`}。
    </p>
  );
}
