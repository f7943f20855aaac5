import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Eligibility } from '../api';
import { label } from '../i18n';
import { MatchConditions } from '../ui/MatchConditions';
import { StatusTag, Tag } from '../ui/StatusTag';
import css from './declare.module.css';

/**
 * How the enterprise stands by the policy's conditions, each of them met, with its gap, or unknown: said before anything is filled in.
 *
 * `profile` is where the app shows what is known of the enterprise; `meaning` says what follows from it.
 */
export function PolicyCheck({
  standing,
  profile,
  meaning,
}: {
  standing: Eligibility['standing'];
  profile: string;
  meaning: ReactNode;
}) {
  if (!standing) return <p>暂时无法核对政策条件，不影响填写，由部门审核。</p>;
  if (!standing.outcome) return <p>本政策没有可自动核对的条件，由部门审核。</p>;
  return (
    <>
      <p className={css.tags}>
        按企业画像核对：
        <StatusTag of="matchOutcome" value={standing.outcome} />
        {!standing.verified && (
          <Tag tone="wait" title={label('common', 'textUnverifiedHint')}>
            {label('common', 'textUnverified')}
          </Tag>
        )}
      </p>
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
