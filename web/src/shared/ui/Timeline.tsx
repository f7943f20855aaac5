import type { ReactNode } from 'react';
import { dateTimeText } from './format';
import { Icon, type IconName } from './Icon';
import css from './Timeline.module.css';

export interface TimelineStep {
  key?: string;
  label: ReactNode;
  /** Instant at which it happened; a step without it is still to come. */
  at?: string | null;
  actor?: string | null;
  note?: ReactNode;
  /**
   * `late`: still waited for after its promised day, which is no refusal. `back`: returned to the applicant, who is to act.
   * `ended`: refused, or taken back: an answer and no fault. `bad`: what failed, as a payment.
   */
  tone?: 'done' | 'now' | 'late' | 'bad' | 'back' | 'ended' | 'next';
}

/** Progress of one case, oldest first. */
export function Timeline({ steps }: { steps: TimelineStep[] }) {
  const tone = (step: TimelineStep) => step.tone ?? (step.at ? 'done' : 'next');
  const icon: Record<string, IconName> = {
    done: 'check',
    now: 'clock',
    late: 'clock',
    bad: 'cross',
    back: 'edit',
    ended: 'cross',
  };
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
  return <ol className={css.timeline}>{steps.map(item)}</ol>;
}
