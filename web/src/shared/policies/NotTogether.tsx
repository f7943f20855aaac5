import type { ReactNode } from 'react';
import type { PolicyDetail, PolicyRef } from '../api';
import { quoted, Unverified } from '../ui';

/** Policies that cannot be had together with one, each with the clause that says so. */
export function NotTogether({
  of: exclusions,
  className,
  link,
}: {
  of: PolicyDetail['exclusions'];
  className?: string;
  /** Link to another policy, around its title in 《》. */
  link: (policy: PolicyRef, text: string) => ReactNode;
}) {
  return (
    <ul className={className}>
      {exclusions.map(({ policy, clause, place, certain }) => (
        <li key={policy.code}>
          {link(policy, quoted(policy.title))}：{clause}
          {place && `（${place}）`}
          {/* Some say themselves that it is not certain. */}
          {!certain && !clause.includes('待核实') && (
            <>
              {' '}
              <Unverified />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
