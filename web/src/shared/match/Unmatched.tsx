import { Fragment, type ReactNode } from 'react';
import type { UnmatchedPolicy } from '../api';

/** How many policies of the library were held against the enterprise, and which were not and why. */
export function Unmatched({
  matched,
  policies,
  link,
  className,
}: {
  matched: number;
  policies: UnmatchedPolicy[];
  /** Link to the policy of this code. */
  link: (code: string, text: string) => ReactNode;
  className?: string;
}) {
  if (!policies.length) return null;
  return (
    <p className={className}>
      逐条对照了 {matched} 条政策。另有 {policies.length}{' '}
      条是规划纲要或划型标准一类的依据，本身不给予优惠，不单独匹配：
      {policies.map(({ code, title }, index) => (
        <Fragment key={code}>
          {index > 0 && '、'}
          {link(code, `《${title}》`)}
        </Fragment>
      ))}
      。
    </p>
  );
}
