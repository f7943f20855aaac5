import type { ReactNode } from 'react';
import type { CriterionView, PolicyDetail, PolicyRef } from '../api';
import { quoted } from '../ui';
import { Fold } from '../ui/Fold';
import css from './Carried.module.css';

/**
 * What stands behind a condition that is told in one sentence, as "沿用专精特新中小企业的条件": by these the enterprise is matched, and who reads both the page and the match
 * is not to find two lists.
 */
export function Carried({
  of: carried,
  list,
  link,
}: {
  of: PolicyDetail['carried'];
  /** The conditions as the app shows them. */
  list: (criteria: CriterionView[]) => ReactNode;
  /** Link to another policy, around its title in 《》. */
  link: (policy: PolicyRef, text: string) => ReactNode;
}) {
  return carried.map(({ clause, count, criteria, from }) => (
    <Fold
      key={clause}
      className={css.carried}
      title={
        from
          ? `匹配时按沿用的 ${count} 项条件判定：沿用${quoted(from.title)}`
          : `“${clause}”按以下 ${count} 项条件判定`
      }
    >
      {from && <p className={css.from}>沿用{link(from, quoted(from.title))}的条件：</p>}
      {list(criteria)}
    </Fold>
  ));
}
