import { useQuery } from '@tanstack/react-query';
import dayjs, { type Dayjs } from 'dayjs';
import { useId, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, isProblem, problemText, type LoanMatch, type PolicyMatch } from '../api';
import { GENERAL_ORDER } from '../consents';
import { longDate, Mascot, MatchConditions, Skeleton, todayText } from '../ui';
import { groupLabel, groupOf, groupsIn } from '.';
import css from './DatedMatch.module.css';

export interface DatedPaths {
  policy: (code: string) => string;
  loan: (code: string) => string;
  fact: (name: string) => string;
}

/** Chooses a day, written as 2026-11-27 whatever language the browser speaks, with the control that the app has for it. */
export type DayField = (props: {
  id: string;
  value: string | undefined;
  min: string;
  max: string;
  onChange: (day: string | undefined) => void;
}) => ReactNode;

/** As far as the server reckons. */
const YEARS_BACK = 10;
const YEARS_AHEAD = 2;

/** Days that are often asked for. */
const daysOften = (today: Dayjs): [string, string][] => [
  ['今天', ISO(today)],
  ['三个月后', ISO(today.add(3, 'month'))],
  ['今年最后一天', ISO(today.endOf('year'))],
  ['明年第一天', ISO(today.add(1, 'year').startOf('year'))],
];

/** A day that cannot be reckoned for is refused by its field: that says why. */
const whyNot = (error: unknown) =>
  (isProblem(error) && error.fields.find((field) => field.field === 'day')?.message) || problemText(error);

const ISO = (day: Dayjs) => day.format('YYYY-MM-DD');

/** What would come out, or would have, by the rules in force on another day; computed when asked for, and not kept. */
export function DatedMatch({
  paths,
  notice,
  dayField,
}: {
  paths: DatedPaths;
  notice: (text: string) => ReactNode;
  dayField: DayField;
}) {
  const [params, setParams] = useSearchParams();
  const day = params.get('day') ?? '';
  const field = useId();
  const today = dayjs(todayText());
  const choose = (chosen: string | undefined) => setParams(chosen ? { day: chosen } : {});
  const query = useQuery({
    enabled: day !== '',
    queryKey: ['match', 'on', day],
    queryFn: ({ signal }) => api.get('/api/match/my/match/on', { query: { day }, signal }),
    retry: false,
  });
  return (
    <div className={css.dated}>
      <div className={css.form}>
        <div className={css.day}>
          <label htmlFor={field}>日期</label>
          {dayField({
            id: field,
            value: day || undefined,
            min: ISO(today.subtract(YEARS_BACK, 'year')),
            max: ISO(today.add(YEARS_AHEAD, 'year')),
            onChange: choose,
          })}
        </div>
        <ul className={css.often} aria-label="常用日期">
          {daysOften(today).map(([name, one]) => (
            <li key={one}>
              <button type="button" aria-pressed={one === day} onClick={() => choose(one)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      </div>
      {day === '' && (
        <div className={css.before}>
          <Mascot pose="search" size={96} />
          <p>
            <b>选定日期后，在这里列出当天能享受的政策和贷款产品。</b>
          </p>
          <p>
            可选前 {YEARS_BACK} 年到后 {YEARS_AHEAD}{' '}
            年。过去的日期用当天施行的条款版本和当时的企业数据，今后的日期用现在的；结果只供参考，不保存。
          </p>
        </div>
      )}
      <div aria-live="polite" aria-busy={query.isFetching}>
        {query.error && notice(whyNot(query.error))}
        {query.isLoading && <Skeleton lines={8} />}
        {query.data && (
          <>
            <p className={css.basis}>
              按 <b>{longDate(query.data.asOf)}</b> 施行的条款和 {longDate(query.data.factsOf)}{' '}
              的企业数据计算，只供参考，不保存。
            </p>
            {query.data.laterFacts.length > 0 && (
              <p className={css.basis}>
                当时还没有{query.data.laterFacts.map(({ label }) => label).join('、')}
                的记录，按之后最早的记录计算。
              </p>
            )}
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
