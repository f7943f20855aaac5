import type { PromiseView } from '../api';
import { dateText, longDate } from '../ui/format';
import type { Tone } from '../ui/StatusTag';

/** What is promised: a bank's answer, or the review of a claim. */
export type PromiseOf = 'LOAN' | 'CLAIM';

/** What it is called when the case is done. */
export const ANSWER: Record<PromiseOf, string> = { LOAN: '答复', CLAIM: '审核' };

/** Whether somebody still waits. */
export const isOpenPromise = ({ state }: Pick<PromiseView, 'state'>) =>
  state === 'RUNNING' || state === 'PAUSED';

/** Red is for what is broken, and for nothing else. */
export const promiseTone = ({ broken }: PromiseView): Tone => (broken ? 'bad' : 'quiet');

const days = (count: number) => `${count} 个工作日`;

/** How much is left, or by how much it was missed; nothing once it was kept. */
export function promiseText(promise: PromiseView, now: Date = new Date()): string | undefined {
  const { state, dueOn, remainingWorkingDays: left, overdueWorkingDays: over, note, broken } = promise;
  if (broken) {
    const by = over ? ` ${days(over)}` : '';
    return isOpenPromise(promise) ? `已超期${by}` : `超期${by}`;
  }
  if (state === 'PAUSED') return left === undefined ? '暂停计时' : `暂停计时，还剩 ${days(left)}`;
  if (state !== 'RUNNING') return undefined;
  if (note) return note;
  if (dueOn === dateText(now.toISOString())) return '今天到期';
  return left === undefined ? undefined : `还剩 ${days(left)}`;
}

/** The promised date in a sentence; nothing where there is none. */
export const promisedBy = (promise: PromiseView, of: PromiseOf): string | undefined =>
  promise.dueOn && `承诺 ${longDate(promise.dueOn)}前${ANSWER[of]}`;
