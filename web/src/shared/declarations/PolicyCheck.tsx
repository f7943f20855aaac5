import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Eligibility } from '../api';
import { label } from '../i18n';
import { beginsText, outcomeOf } from '../ui/conditions';
import { MatchConditions } from '../ui/MatchConditions';
import { StatusTag, Tag } from '../ui/StatusTag';
import css from './declare.module.css';

/** Said in place of how one stands by a policy under which nothing begins any more; absent where it holds. */
export const goneText = (window: string): string | undefined =>
  ['POLICY_OVER', 'POLICY_SUPERSEDED', 'POLICY_WITHDRAWN'].includes(window)
    ? `${label('windowState', window)}，不再核对政策条件。`
    : undefined;

/**
 * How the enterprise stands by conditions, those of the policy where nothing else is said, each of them met, with its gap, or
 * unknown: said before anything is filled in.
 *
 * `profile` is where the app shows what is known of the enterprise; `meaning` says what follows from it.
 */
export function PolicyCheck({
  standing,
  profile,
  meaning,
  whose = '政策条件',
  none = '本政策没有可自动核对的条件，由部门审核。',
}: {
  standing: Eligibility['standing'];
  profile: string;
  meaning?: ReactNode;
  /** Whose conditions they are. */
  whose?: string;
  /** Said where there is nothing to judge by. */
  none?: string;
}) {
  if (!standing) return <p>暂时无法核对{whose}，不影响填写，由部门审核。</p>;
  if (!standing.outcome) return <p>{none}</p>;
  const begins = beginsText(standing, '您');
  return (
    <>
      <p className={css.tags}>
        按企业画像核对：
        <StatusTag of="matchOutcome" value={outcomeOf(standing) ?? standing.outcome} />
        {!standing.verified && (
          <Tag tone="wait" title={label('common', 'textUnverifiedHint')}>
            {label('common', 'textUnverified')}
          </Tag>
        )}
      </p>
      {begins && <p className={css.notice}>{begins}</p>}
      {meaning}
      <MatchConditions
        conditions={standing.conditions}
        fill={(fact) => (
          <Link key={fact.name} to={profile}>
            {fact.label}
          </Link>
        )}
      />
    </>
  );
}
