import type { ReactNode } from 'react';
import type { LoanMatch, PolicyMatch } from '../api';
import { Icon } from '../ui';
import { groupHint, groupLabel, saidOfAll, type MatchGroup, type Said } from '.';
import css from './GroupFold.module.css';
import { SaidOfAll } from './SaidOfAll';

/** One group of results under its name, folded or open; what holds of all of them is said once above them. */
export function GroupFold({
  group,
  loans,
  matches,
  open,
  children,
}: {
  group: MatchGroup;
  loans: boolean;
  matches: (PolicyMatch | LoanMatch)[];
  open: boolean;
  /** The items of the list, by what was said of all of them. */
  children: (said: Said) => ReactNode;
}) {
  const said = saidOfAll(matches);
  const hint = groupHint(group, loans);
  return (
    <details className={css.group} open={open}>
      <summary>
        <h2>{groupLabel(group, loans)}</h2>
        <span>
          <span className="zq-num">{matches.length}</span> {loans ? '个产品' : '条政策'}
        </span>
        <Icon name="down" size={18} />
      </summary>
      <div className={css.hints}>
        {hint && <p className={css.hint}>{hint}</p>}
        <SaidOfAll said={said} className={css.hint} />
      </div>
      <ul className={css.matches}>{children(said)}</ul>
    </details>
  );
}
