import type { PromiseView } from '../api';
import { Timeline, type TimelineStep } from '../ui/Timeline';
import { Promised } from './Promised';
import { isOpenPromise, type PromiseOf } from './promise';

/**
 * How far a case has come, what is being done and what is still to come, with the promised date where the answer stands: one
 * look in all apps, whoever looks.
 */
export function CaseProgress({
  past,
  next,
  answer,
  promise,
  of,
}: {
  past: TimelineStep[];
  /** Names of the steps to come; the first is the one that is waited for. */
  next: string[];
  /** The one of them that was promised. */
  answer: string;
  promise: PromiseView | undefined;
  of: PromiseOf;
}) {
  const open = promise && isOpenPromise(promise) ? promise : undefined;
  const waitedFor = next.map((label, index): TimelineStep => ({
    key: label,
    label,
    tone: index > 0 ? 'next' : label === answer && open?.broken ? 'bad' : 'now',
    note: label === answer && open && <Promised promise={open} of={of} />,
  }));
  return <Timeline steps={[...past, ...waitedFor]} />;
}
