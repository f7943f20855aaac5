import { useId } from 'react';
import { Link } from 'react-router';
import type { LoanMatch, MatchResult, PolicyMatch } from '../api';
import { Icon, StatusTag } from '../ui';
import { Fold } from '../ui/Fold';
import { groupOf, wordsOf, type MatchGroup } from '.';
import css from './DatedMatch.module.css';

export interface SubjectPaths {
  policy: (code: string) => string;
  loan: (code: string) => string;
}

/** What of a result can be compared with another one. */
export type Comparable = Pick<MatchResult, 'order' | 'policies' | 'loans'>;

export interface Change {
  match: PolicyMatch | LoanMatch;
  /** Absent: it was not there. */
  now?: MatchGroup;
  /** Absent: it is not there any more. */
  then?: MatchGroup;
  loans: boolean;
}

/** As many are seen at once. */
const FEW = 5;

/** Of what both know, what falls into another group. */
export const changesOf = (before: Comparable, after: Comparable): Change[] => [
  ...moved(before.policies, after.policies, false),
  ...moved(before.loans, after.loans, true),
];

function moved(before: (PolicyMatch | LoanMatch)[], after: (PolicyMatch | LoanMatch)[], loans: boolean) {
  const known = new Map(before.map((match) => [match.code, match]));
  return after.flatMap((match) => {
    const was = known.get(match.code);
    if (!was) return [];
    const now = groupOf(was);
    const then = groupOf(match);
    // Results from before what has not begun, or has ended, stood apart have it under 差一项 or 不符合, with the same words: of it nothing changed.
    const apart =
      was.notice === match.notice &&
      ((now === 'NEARLY' && then === 'UPCOMING') || (now === 'INELIGIBLE' && then === 'PERIOD_OVER'));
    return now !== then && !apart ? [{ match, now, then, loans }] : [];
  });
}

/** What has come into the library or gone from it between the two. */
const cameAndWent = (before: Comparable, after: Comparable): Change[] => [
  ...without(before.policies, after.policies).map((match) => ({ match, then: groupOf(match), loans: false })),
  ...without(before.loans, after.loans).map((match) => ({ match, then: groupOf(match), loans: true })),
  ...without(after.policies, before.policies).map((match) => ({ match, now: groupOf(match), loans: false })),
  ...without(after.loans, before.loans).map((match) => ({ match, now: groupOf(match), loans: true })),
];

function without<T extends { code: string }>(known: T[], all: T[]): T[] {
  const codes = new Set(known.map(({ code }) => code));
  return all.filter(({ code }) => !codes.has(code));
}

export function ChangeList({ changes, paths }: { changes: Change[]; paths: SubjectPaths }) {
  return (
    <ul>
      {changes.map(({ match, now, then, loans }) => (
        <li key={`${loans} ${match.code}`}>
          <Link to={(loans ? paths.loan : paths.policy)(match.code)}>{match.title}</Link>
          <span>
            {now ? <StatusTag of={wordsOf(now, loans)} value={now} /> : '新收录'}
            <Icon name="arrow" size={16} title="变为" />
            {then ? <StatusTag of={wordsOf(then, loans)} value={then} /> : '不再参与匹配'}
          </span>
          {match.notice && <p className={css.notice}>{match.notice}</p>}
        </li>
      ))}
    </ul>
  );
}

/** After a match that was made anew by itself: what comes out otherwise than before, so that nobody has to look for it. */
export function WhatChanged({
  before,
  after,
  paths,
}: {
  /** Absent: nothing was matched anew. */
  before: MatchResult | undefined;
  after: MatchResult;
  paths: SubjectPaths;
}) {
  const title = useId();
  if (!before || before.id === after.id || [before, after].some(({ order }) => order === 'GENERAL'))
    return null;
  const changes = [...changesOf(before, after), ...cameAndWent(before, after)];
  const had = eligible(before);
  const has = eligible(after);
  return (
    <section className={`${css.compared} zq-no-print`} aria-labelledby={title}>
      <h2 id={title}>与上次匹配相比</h2>
      <p>
        {changes.length
          ? `可享的政策${had === has ? `仍是 ${has} 条` : ` ${had} 条 → ${has} 条`}，${changes.length} 条结论有变化。`
          : '结论相同。'}
      </p>
      {changes.length > FEW ? (
        <Fold title="看有变化的">
          <ChangeList changes={changes} paths={paths} />
        </Fold>
      ) : (
        changes.length > 0 && <ChangeList changes={changes} paths={paths} />
      )}
    </section>
  );
}

const eligible = ({ policies }: Comparable) =>
  policies.filter((match) => groupOf(match) === 'ELIGIBLE').length;
