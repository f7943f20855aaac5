import { useId, type ReactNode } from 'react';
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
  dayRefused,
  onDay,
}: {
  answer: Answer;
  links: CheckLinks;
  fill: (fact: FactRef) => ReactNode;
  elsewhere: Elsewhere;
  stated: Stated;
  day: string;
  /** Why there is nothing for that day. */
  dayRefused: string;
  onDay: (day: string) => void;
}) {
  if (answer.kind === 'srdi') {
    const next = answer.next.filter((fact) => !elsewhere.has(fact));
    const reckoned = reckonedIn(answer.grades);
    return (
      <>
        <div className={css.title}>
          <h2>自查结果</h2>
          <DayAsked value={day || answer.asOf} refused={dayRefused} onDay={onDay} />
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

/** Typed part by part: what it is reckoned for is the day that stands there when the field is left or Enter is pressed. */
function DayAsked({
  value,
  refused,
  onDay,
}: {
  value: string;
  refused: string;
  onDay: (day: string) => void;
}) {
  const told = useId();
  const ask = (field: HTMLInputElement) => {
    if (!field.value) field.value = value;
    else if (field.value !== value) onDay(field.value);
  };
  return (
    <div className={css.day}>
      <label className={css.day}>
        按哪一天的版本
        <input
          type="date"
          defaultValue={value}
          aria-invalid={!!refused || undefined}
          aria-describedby={refused ? told : undefined}
          onBlur={(event) => ask(event.currentTarget)}
          onKeyDown={(event) => event.key === 'Enter' && ask(event.currentTarget)}
        />
      </label>
      {refused && (
        <span className={css.error} id={told} role="alert">
          {refused}
        </span>
      )}
    </div>
  );
}
