import { useQuery } from '@tanstack/react-query';
import dayjs, { type Dayjs } from 'dayjs';
import { Fragment, useId, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { api, isProblem, problemText, type LoanMatch, type PolicyMatch } from '../api';
import { GENERAL_ORDER } from '../consents';
import { CountedFrom, Empty, longDate, Mascot, Skeleton, todayText } from '../ui';
import { groupOf, groupsIn, useMatchResult, type MatchGroup, type Said } from '.';
import { Fold } from '../ui/Fold';
import css from './DatedMatch.module.css';
import { GroupFold } from './GroupFold';
import { KindStrip } from './KindStrip';
import { ChangeList, changesOf, type Comparable, type SubjectPaths } from './WhatChanged';

export type DatedPaths = SubjectPaths;

/** Chooses a day, written as 2026-11-27 whatever language the browser speaks, with the control that the app has for it. */
export type DayField = (props: {
  id: string;
  value: string | undefined;
  min: string;
  max: string;
  onChange: (day: string | undefined) => void;
}) => ReactNode;

/** As many are named. */
const FEW = 5;

/** The tab of the loan products. */
const LOAN = 'LOAN';

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
  row,
  dayField,
}: {
  paths: DatedPaths;
  notice: (text: string) => ReactNode;
  /** One result, as the app shows it in the list of a match of today. */
  row: (match: PolicyMatch | LoanMatch, said: Said) => ReactNode;
  dayField: DayField;
}) {
  const [params, setParams] = useSearchParams();
  const day = params.get('day') ?? '';
  const loans = params.get('kind') === LOAN;
  const field = useId();
  const today = dayjs(todayText());
  const choose = (chosen: string | undefined) =>
    setParams(chosen ? { ...(loans && { kind: LOAN }), day: chosen } : {});
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && ISO(dayjs(day)) === day;
  const query = useQuery({
    enabled: isDay,
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
      {day !== '' && !isDay && notice(`“${day}”不是日期，请重新选择`)}
      {day === '' && (
        <div className={css.before}>
          <Mascot pose="search" size={96} />
          <p>
            <b>选定日期后，在这里列出当天能享受的政策和贷款产品。</b>
          </p>
          <p>
            可选前 {YEARS_BACK} 年到后 {YEARS_AHEAD}{' '}
            年。过去的日期用当天施行的条款版本和当时的企业数据，今后的日期用现在已发布的条款和现在的企业数据，已审核、到日才生效的新版不在其中；结果只供参考，不保存。
          </p>
        </div>
      )}
      <div aria-live="polite" aria-busy={query.isFetching}>
        {query.error && notice(whyNot(query.error))}
        {query.isLoading && <Skeleton lines={8} />}
        {query.data && (
          <>
            <h2 className={css.result}>
              {[`${longDate(query.data.asOf)}：`, ...sumUp(query.data.policies)].map((part) => (
                <Fragment key={part}>
                  <span className="zq-whole">{part}</span>
                  <wbr />
                </Fragment>
              ))}
            </h2>
            <p className={css.basis}>
              {/* Of a day to come nothing is known but what is published now, and the answer says so. */}按
              {query.data.asOf > todayText() ? '现在已发布的条款' : '当天施行的条款'}和{' '}
              {longDate(query.data.factsOf)} 的企业数据计算，只供参考，不保存。
            </p>
            {query.data.laterFacts.length > 0 && <Later facts={query.data.laterFacts} />}
            {query.data.loans.length === 0 && query.data.asOf < todayText() && (
              <p className={css.basis}>贷款产品从在本平台发布之日起列入，这一天还没有。</p>
            )}
            {query.data.order === 'GENERAL' && <p className={css.basis}>{GENERAL_ORDER}</p>}
            <Compared dated={query.data} paths={paths} />
            <KindStrip
              preventScrollReset
              of={query.data}
              chosen={loans ? LOAN : 'POLICY'}
              to={{ POLICY: `?day=${day}`, LOAN: `?day=${day}&kind=${LOAN}` }}
            />
            <CountedFrom value={query.data.asOf}>
              <Groups
                key={`${day} ${loans}`}
                matches={loans ? query.data.loans : query.data.policies}
                loans={loans}
                row={row}
              />
            </CountedFrom>
          </>
        )}
      </div>
    </div>
  );
}

/** How many there are of what matters most, in parts between which a line may end. */
const sumUp = (policies: PolicyMatch[]): string[] => {
  const count = (group: MatchGroup) => policies.filter((match) => groupOf(match) === group).length;
  const upcoming = count('UPCOMING');
  return [
    `可享 ${count('ELIGIBLE')} 条，`,
    `差一项 ${count('NEARLY')} 条${upcoming ? '，' : ''}`,
    ...(upcoming ? [`尚未施行 ${upcoming} 条`] : []),
  ];
};

/** What comes out otherwise than at the latest match, which is what another day is asked for; nothing where there was none. */
function Compared({ dated, paths }: { dated: Comparable; paths: DatedPaths }) {
  const { data: latest } = useMatchResult();
  if (!latest || latest.order === 'GENERAL' || dated.order === 'GENERAL') return null;
  const changed = changesOf(latest, dated);
  const more = changed.filter(({ then }) => then === 'ELIGIBLE').length;
  const less = changed.filter(({ now }) => now === 'ELIGIBLE').length;
  const told = [more > 0 && `新增可享 ${more} 条`, less > 0 && `不再可享 ${less} 条`].filter(Boolean);
  return (
    <section className={css.compared} aria-labelledby="compared">
      <h2 id="compared">与最近一次匹配相比</h2>
      <p>
        {changed.length
          ? `与 ${longDate(latest.asOf)} 的匹配结果相比，${changed.length} 条结论有变化：${told.join('，') || '可享的不变'}。`
          : `与 ${longDate(latest.asOf)} 的匹配结论相同。`}
      </p>
      {changed.length > 0 && <ChangeList changes={changed} paths={paths} />}
    </section>
  );
}

function Groups({
  matches,
  loans,
  row,
}: {
  matches: (PolicyMatch | LoanMatch)[];
  loans: boolean;
  row: (match: PolicyMatch | LoanMatch, said: Said) => ReactNode;
}) {
  if (!matches.length)
    return <Empty compact title={loans ? '这一天平台上还没有贷款产品' : '这一天还没有惠企政策'} />;
  return (
    <div className={css.groups}>
      {groupsIn(matches).map((group, index) => {
        const some = matches.filter((match) => groupOf(match) === group);
        return (
          <GroupFold key={group} group={group} loans={loans} matches={some} open={index === 0}>
            {(said) => some.map((match) => <li key={match.code}>{row(match, said)}</li>)}
          </GroupFold>
        );
      })}
    </div>
  );
}

/** Of which facts that day knew nothing: few are said, many only counted until somebody asks. */
function Later({ facts }: { facts: { label: string }[] }) {
  const names = facts.map(({ label }) => label).join('、');
  if (facts.length <= FEW)
    return <p className={css.basis}>当时还没有{names}的记录，按之后最早的记录计算。</p>;
  return (
    <Fold className={css.basis} title={`当时还没有 ${facts.length} 项企业数据的记录，按之后最早的记录计算`}>
      <p>{names}</p>
    </Fold>
  );
}
