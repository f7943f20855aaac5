import type { ReactNode } from 'react';
import type { FactRef } from '../api';
import type { Elsewhere } from '../match/Gist';
import { Empty, longDate } from '../ui';
import type { CheckLinks } from './links';
import { Matches } from './Matches';
import type { Answer } from './queries';
import css from './SelfCheck.module.css';
import { GradeCard } from './Sheet';
import { reckonedIn, type Stated } from './stated';

/** What the answers come to: the grades with their sheets, or what of the policies or products can be had. */
export function Result({
  answer,
  links,
  fill,
  elsewhere,
  stated,
  day,
  onDay,
}: {
  answer: Answer;
  links: CheckLinks;
  fill: (fact: FactRef) => ReactNode;
  elsewhere: Elsewhere;
  stated: Stated;
  day: string;
  onDay: (day: string) => void;
}) {
  if (answer.kind === 'srdi') {
    const next = answer.next.filter((fact) => !elsewhere.has(fact));
    const reckoned = reckonedIn(answer.grades);
    return (
      <>
        <div className={css.title}>
          <h2>自查结果</h2>
          <label className={css.day}>
            按哪一天的版本
            <input
              type="date"
              value={day || answer.asOf}
              onChange={(event) => event.target.value && onDay(event.target.value)}
            />
          </label>
        </div>
        <p className={css.counts}>以 {longDate(answer.asOf)} 的版本对照。</p>
        {next.length > 0 && (
          <div className={css.next}>
            <p>接下来填写这些，可以把更多项算清楚：</p>
            <p className={css.facts}>
              {next.slice(0, 8).map((fact) => (
                <span key={fact.name}>{fill(fact)}</span>
              ))}
              {next.length > 8 && <span className={css.muted}>等 {next.length} 项</span>}
            </p>
          </div>
        )}
        {answer.grades.length ? (
          answer.grades.map((grade) => (
            <GradeCard
              key={grade.code + grade.edition}
              grade={grade}
              fill={fill}
              elsewhere={elsewhere}
              stated={stated}
              reckoned={reckoned}
              policy={links.policy}
            />
          ))
        ) : (
          <Empty compact title="政策库中没有优质中小企业的认定政策" />
        )}
      </>
    );
  }
  return <Matches answer={answer} links={links} fill={fill} elsewhere={elsewhere} />;
}
