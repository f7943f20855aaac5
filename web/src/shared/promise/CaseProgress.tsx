import type { ReactNode } from 'react';
import type { PromiseView } from '../api';
import { Timeline, type TimelineStep } from '../ui/Timeline';
import { Promised } from './Promised';
import { isOpenPromise, refusedText, type PromiseOf } from './promise';

/** What happened to the case keeps its order; the others come where their moments are. */
function inOrder(past: TimelineStep[], others: TimelineStep[]): TimelineStep[] {
  const steps = [...past];
  others.forEach((one) => {
    const after = steps.findIndex((step) => !!step.at && Date.parse(step.at) > Date.parse(one.at ?? ''));
    steps.splice(after < 0 ? steps.length : after, 0, one);
  });
  return steps;
}

/**
 * How far a case has come, what is being done and what is still to come, with the promised date where the answer stands: one
 * look in all apps, whoever looks.
 */
export function CaseProgress({
  past,
  next,
  answer,
  promise,
  notes = {},
  of,
}: {
  past: TimelineStep[];
  /** Names of the steps to come; the first is the one that is waited for. */
  next: string[];
  /** The one of them that was promised. */
  answer: string;
  promise: PromiseView | undefined;
  /** What is known of the steps to come beyond what was promised. */
  notes?: Partial<Record<string, ReactNode>>;
  of: PromiseOf;
}) {
  const refused = (promise?.refused ?? []).map((one): TimelineStep => ({
    key: `refused ${one.at}`,
    label: '延期未获批准',
    at: one.at,
    note: refusedText(one),
  }));
  const open = promise && isOpenPromise(promise) ? promise : undefined;
  const waitedFor = next.map((label, index): TimelineStep => ({
    key: label,
    label,
    tone: index > 0 ? 'next' : label === answer && open?.broken ? 'late' : 'now',
    note:
      (label === answer && open) || notes[label] ? (
        <>
          {label === answer && open && <Promised promise={{ ...open, refused: undefined }} of={of} />}
          {notes[label] && <div>{notes[label]}</div>}
        </>
      ) : undefined,
  }));
  return <Timeline steps={[...inOrder(past, refused), ...waitedFor]} />;
}
