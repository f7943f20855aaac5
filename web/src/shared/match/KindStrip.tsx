import { Link } from 'react-router';
import type { MatchResult } from '../api';
import css from './KindStrip.module.css';

/** What was matched, each with how many there are of it. */
export function KindStrip({
  of: { policies, loans },
  chosen,
  to,
  ...rest
}: {
  of: Pick<MatchResult, 'policies' | 'loans'>;
  chosen: 'POLICY' | 'LOAN';
  to: Record<'POLICY' | 'LOAN', string>;
  preventScrollReset?: boolean;
}) {
  const kinds = [
    ['POLICY', '惠企政策', policies.length],
    ['LOAN', '贷款产品', loans.length],
  ] as const;
  return (
    <nav className={css.kinds} aria-label="匹配对象">
      {kinds.map(([kind, name, count]) => (
        <Link key={kind} to={to[kind]} aria-current={kind === chosen ? 'page' : undefined} {...rest}>
          {name} <span className="zq-num">{count}</span>
        </Link>
      ))}
    </nav>
  );
}
