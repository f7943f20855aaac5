import { useState, type ReactNode } from 'react';
import type { FactRef, LoanMatch, PolicyMatch } from '../api';
import { GENERAL_ORDER } from '../consents';
import {
  detailsLabel,
  groupHint,
  groupLabel,
  groupOf,
  groupsIn,
  leftToSay,
  NO_DEGREE,
  openGroups,
  saidOfAll,
  wordsOf,
  type MatchGroup,
  type Said,
} from '../match';
import { Fit, Gist, type Elsewhere } from '../match/Gist';
import { LoanCertainty, LoanFigures } from '../match/LoanFigures';
import { NEXT_FACTS_INTRO } from '../match/NextFacts';
import { SaidOfAll } from '../match/SaidOfAll';
import {
  editionText,
  Empty,
  figuresIn,
  Icon,
  longDate,
  MatchConditions,
  PolicyCertainty,
  StatusTag,
  Words,
} from '../ui';
import type { CheckLinks } from './links';
import type { Answer } from './queries';
import css from './SelfCheck.module.css';

/** More at once is a wall of cards. */
const AT_ONCE = 10;

/** Policies or products by how far their conditions are met. */
export function Matches({
  answer,
  links,
  fill,
  elsewhere,
}: {
  answer: Extract<Answer, { kind: 'policies' | 'loans' }>;
  links: CheckLinks;
  fill: (fact: FactRef) => ReactNode;
  elsewhere: Elsewhere;
}) {
  const loans = answer.kind === 'loans';
  const matches: (PolicyMatch | LoanMatch)[] = answer.kind === 'loans' ? answer.loans : answer.policies;
  const [chosen, setChosen] = useState<MatchGroup>();
  const [most, setMost] = useState(AT_ONCE);
  const general = answer.order === 'GENERAL';
  const group = chosen ?? openGroups(matches)[0] ?? 'ELIGIBLE';
  const groups = groupsIn(matches, group);
  const shown = general ? matches : matches.filter((match) => groupOf(match) === group);
  const said = general ? undefined : saidOfAll(shown);
  const hint = general ? undefined : groupHint(group, loans);
  const { steps } = answer.next;
  const choose = (next: MatchGroup) => {
    setChosen(next);
    setMost(AT_ONCE);
  };
  return (
    <>
      <div className={css.title}>
        <h2>自查结果</h2>
        <p className={css.counts}>
          对照 {matches.length} {loans ? '个产品' : '条政策'}，{longDate(answer.asOf)}
        </p>
      </div>
      {steps.length > 0 && (
        <details className={css.next} open>
          <summary>
            <Icon name="right" size={16} />
            接下来填什么
          </summary>
          <p className={css.muted}>{NEXT_FACTS_INTRO}</p>
          <ol>
            {steps.map((one) => (
              <li key={one.facts.map((fact) => fact.name).join()}>
                填 <b className="zq-num">{one.facts.length}</b> 项可再判定{' '}
                <b className="zq-num">{one.decides.length}</b> {loans ? '个产品' : '条政策'}：
                <span className={css.facts}>
                  {one.facts.map((fact) => (
                    <span key={fact.name}>{fill(fact)}</span>
                  ))}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {loans && <p className={css.muted}>{NO_DEGREE}</p>}
      {general ? (
        <p className={css.note}>{GENERAL_ORDER}</p>
      ) : (
        <div className={css.outcomes} role="group" aria-label="按结论筛选">
          {groups.map((one) => (
            <button key={one} type="button" aria-pressed={one === group} onClick={() => choose(one)}>
              {groupLabel(one, loans)}{' '}
              <span className="zq-num">{matches.filter((match) => groupOf(match) === one).length}</span>
            </button>
          ))}
        </div>
      )}
      {hint && <p className={css.muted}>{hint}</p>}
      {said && <SaidOfAll said={said} className={css.muted} />}
      {shown.length ? (
        <>
          <ul className={css.matches}>
            {shown.slice(0, most).map((match) => (
              <li key={match.code}>
                <MatchCard match={match} said={said} links={links} fill={fill} elsewhere={elsewhere} />
              </li>
            ))}
          </ul>
          {shown.length > most && (
            <button
              type="button"
              className={`${css.plain} ${css.more}`}
              onClick={() => setMost(most + AT_ONCE)}
            >
              再显示 {Math.min(AT_ONCE, shown.length - most)} 条（还有 {shown.length - most} 条）
            </button>
          )}
        </>
      ) : (
        <Empty compact title={`没有“${groupLabel(group, loans)}”的结果`} />
      )}
    </>
  );
}

function MatchCard({
  match,
  said,
  links,
  fill,
  elsewhere,
}: {
  match: PolicyMatch | LoanMatch;
  /** What was said above of all of its group, under whose name it stands. */
  said: Said | undefined;
  links: CheckLinks;
  fill: (fact: FactRef) => ReactNode;
  elsewhere: Elsewhere;
}) {
  const policy = 'policyId' in match;
  const group = groupOf(match);
  return (
    <article className={css.match}>
      <p className={css.tags}>
        {!said && <StatusTag of={wordsOf(group, !policy)} value={group} />}
        {policy ? (
          <PolicyCertainty of={leftToSay(match, said)} />
        ) : (
          <LoanCertainty match={match} said={said} />
        )}
      </p>
      <h3>{(policy ? links.policy : links.loan)(match.code, <Words>{match.title}</Words>)}</h3>
      <p className={css.muted}>{editionText(policy ? match.docNumber : match.bankName, match.edition)}</p>
      {!policy && <LoanFigures match={match} said={said} />}
      <Fit match={match} />
      {policy && match.benefit && <p>{figuresIn(match.benefit)}</p>}
      {!(policy && group === 'ELIGIBLE') && <Gist match={match} fill={fill} elsewhere={elsewhere} />}
      {match.notice && <p className={css.warn}>{match.notice}</p>}
      {match.conditions.length > 0 && (
        <details>
          <summary>
            {detailsLabel(match)}
            <Icon name="down" size={16} />
          </summary>
          <MatchConditions conditions={match.conditions} fill={fill} />
        </details>
      )}
    </article>
  );
}
