import type { ReactNode } from 'react';
import { dateTimeText, longDate } from './format';
import { Icon, type IconName } from './Icon';
import css from './Timeline.module.css';

export interface TimelineStep {
  key?: string;
  label: ReactNode;
  /** Instant at which it happened; a step without it is still to come. */
  at?: string | null;
  actor?: string | null;
  note?: ReactNode;
  tone?: 'done' | 'now' | 'bad' | 'next';
}

/**
 * Progress of one case, oldest first. `promised` is the day by which the office has promised its answer; it stands as a
 * mark of its own after the last thing that happened.
 */
export function Timeline({
  steps,
  promised,
  promisedLabel = '承诺办结',
}: {
  steps: TimelineStep[];
  promised?: string | null;
  promisedLabel?: string;
}) {
  const tone = (step: TimelineStep) => step.tone ?? (step.at ? 'done' : 'next');
  const icon: Record<string, IconName> = { done: 'check', now: 'clock', bad: 'cross' };
  const firstOpen = steps.findIndex((step) => !step.at);
  const promiseAt = firstOpen < 0 ? steps.length : firstOpen;
  const item = (step: TimelineStep, index: number) => (
    <li key={step.key ?? index} className={`${css.step} ${css[tone(step)]}`}>
      <span className={css.dot}>{icon[tone(step)] && <Icon name={icon[tone(step)]!} size={14} />}</span>
      <div className={css.body}>
        <p className={css.label}>{step.label}</p>
        {(step.at || step.actor) && (
          <p className={css.meta}>
            {step.at && <time dateTime={step.at}>{dateTimeText(step.at)}</time>}
            {step.actor && <span>{step.actor}</span>}
          </p>
        )}
        {step.note && <div className={css.note}>{step.note}</div>}
      </div>
    </li>
  );
  return (
    <ol className={css.timeline}>
      {steps.slice(0, promiseAt).map(item)}
      {promised && (
        <li className={`${css.step} ${css.promise}`}>
          <span className={css.dot}>
            <Icon name="calendar" size={14} />
          </span>
          <div className={css.body}>
            <p className={css.label}>
              {promisedLabel}：<time dateTime={promised}>{longDate(promised)}</time>前
            </p>
          </div>
        </li>
      )}
      {steps.slice(promiseAt).map((step, index) => item(step, index + promiseAt))}
    </ol>
  );
}
