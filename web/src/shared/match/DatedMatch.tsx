import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, problemText, type LoanMatch, type PolicyMatch } from '../api';
import { GENERAL_ORDER } from '../consents';
import { longDate, MatchConditions, Skeleton } from '../ui';
import { groupLabel, groupOf, groupsIn } from '.';
import css from './DatedMatch.module.css';

export interface DatedPaths {
  policy: (code: string) => string;
  loan: (code: string) => string;
  fact: (name: string) => string;
}

/** What would come out, or would have, by the rules in force on another day; computed when asked for, and not kept. */
export function DatedMatch({ paths, notice }: { paths: DatedPaths; notice: (text: string) => ReactNode }) {
  const [params, setParams] = useSearchParams();
  const day = params.get('day') ?? '';
  const field = useId();
  const query = useQuery({
    enabled: day !== '',
    queryKey: ['match', 'on', day],
    queryFn: ({ signal }) => api.get('/api/match/my/match/on', { query: { day }, signal }),
    retry: false,
  });
  return (
    <div className={css.dated}>
      <form className={css.form}>
        <label htmlFor={field}>日期</label>
        <input
          id={field}
          type="date"
          value={day}
          required
          onChange={(event) => setParams(event.target.value ? { day: event.target.value } : {})}
        />
      </form>
      <div aria-live="polite" aria-busy={query.isFetching}>
        {query.error && notice(problemText(query.error))}
        {query.isLoading && <Skeleton lines={8} />}
        {query.data && (
          <>
            <p className={css.basis}>
              按 <b>{longDate(query.data.asOf)}</b> 施行的条款和 {longDate(query.data.factsOf)}{' '}
              的企业数据计算，只供参考，不保存。
            </p>
            {query.data.order === 'GENERAL' && <p className={css.basis}>{GENERAL_ORDER}</p>}
            <Groups title="惠企政策" matches={query.data.policies} loans={false} paths={paths} />
            <Groups title="贷款产品" matches={query.data.loans} loans paths={paths} />
          </>
        )}
      </div>
    </div>
  );
}

function Groups({
  title,
  matches,
  loans,
  paths,
}: {
  title: string;
  matches: (PolicyMatch | LoanMatch)[];
  loans: boolean;
  paths: DatedPaths;
}) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {groupsIn(matches).map((group) => {
        const shown = matches.filter((match) => groupOf(match) === group);
        return (
          <details key={group} className={css.group}>
            <summary>
              {groupLabel(group, loans)} <span className="zq-num">{shown.length}</span>
            </summary>
            <ul>
              {shown.map((match) => (
                <li key={match.code}>
                  <Link to={(loans ? paths.loan : paths.policy)(match.code)}>{match.title}</Link>
                  {match.notice && <p className={css.notice}>{match.notice}</p>}
                  <MatchConditions
                    conditions={match.conditions}
                    fill={(fact) => <Link to={paths.fact(fact.name)}>{fact.label}</Link>}
                  />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
