import type { PromiseView } from '../api';
import { byDay, dateText, inZone, longDate } from '../ui/format';
import type { Tone } from '../ui/StatusTag';

/** What is promised: a bank's answer to an application, a demand or a recommendation, the review of a claim or of a redemption, that a step of a declaration is done, or that a bad evaluation is answered. */
export type PromiseOf =
  'LOAN' | 'DEMAND' | 'COORDINATION' | 'CLAIM' | 'DECLARATION' | 'REDEMPTION' | 'EVALUATION';

/** What it is called when the case is done. */
export const ANSWER: Record<PromiseOf, string> = {
  LOAN: '答复',
  DEMAND: '答复',
  COORDINATION: '答复',
  CLAIM: '审核',
  DECLARATION: '办结本环节',
  REDEMPTION: '审核',
  EVALUATION: '处理',
};

const BY: Record<PromiseOf, string> = {
  LOAN: '银行',
  DEMAND: '银行',
  COORDINATION: '银行',
  CLAIM: '工作人员',
  DECLARATION: '部门',
  REDEMPTION: '部门',
  EVALUATION: '办理机构',
};

/** What is awaited while the time stands still. */
export const AWAITED: Record<PromiseOf, string> = {
  LOAN: '待企业补充材料',
  DEMAND: '待企业补充',
  COORDINATION: '待企业补充',
  CLAIM: '待申请人补正',
  DECLARATION: '待企业补正',
  REDEMPTION: '待企业补正',
  EVALUATION: '待企业补充',
};

/** Why nobody waits any more though nothing was answered: what ends a case of its kind so. */
const ENDED: Record<PromiseOf, string> = {
  LOAN: '申请已撤回',
  DEMAND: '认领已结束',
  COORDINATION: '推荐已结束',
  CLAIM: '申请已撤回',
  DECLARATION: '申报已撤回',
  REDEMPTION: '申请已撤回',
  EVALUATION: '评价已办结',
};

/** Whether somebody still waits. */
export const isOpenPromise = ({ state }: Pick<PromiseView, 'state'>) =>
  state === 'RUNNING' || state === 'PAUSED';

/** Of several who answer one case whoever has to first: who still has to, and by a date that is known before one that is not. */
export const firstDue = (promises: (PromiseView | undefined)[]): PromiseView | undefined =>
  promises
    .flatMap((one) => (one && isOpenPromise(one) ? [one] : []))
    .sort((a, b) => Number(!a.dueAt) - Number(!b.dueAt) || Date.parse(a.dueAt!) - Date.parse(b.dueAt!))
    .at(0);

/** Due soon: so many working days after today, as the lists are narrowed by. */
const NEAR = 3;

/** Red is for what is broken, and for nothing else, full while somebody still waits; amber for what is due soon, while the time runs, and full for what is due today. */
export function promiseTone({ broken, state, remainingWorkingDays: left }: PromiseView): Tone {
  if (broken) return state === 'RUNNING' ? 'late' : 'bad';
  if (state !== 'RUNNING' || left === undefined || left > NEAR) return 'quiet';
  return left === 0 ? 'due' : 'wait';
}

const days = (count: number) => `${count} 个工作日`;

/** How much is left, by how much it was missed, or why nobody waits any more; nothing once it was kept. */
export function promiseText(promise: PromiseView, of: PromiseOf): string | undefined {
  const { state, remainingWorkingDays: left, overdueWorkingDays: over, note, broken } = promise;
  if (broken) {
    const by = over ? ` ${days(over)}` : '';
    return isOpenPromise(promise) ? `已超期${by}` : `超期${by}`;
  }
  if (state === 'PAUSED') {
    return `计时已暂停：${pausedText(promise, of)}${left === undefined ? '' : `，补充后还剩 ${days(left)}`}`;
  }
  if (state === 'DROPPED') return `${ENDED[of]}，不再计时`;
  if (state !== 'RUNNING') return undefined;
  if (note) return note;
  if (left === undefined) return undefined;
  return left === 0 ? `今天${clock(promise)}到期` : `还剩 ${days(left)}`;
}

const clockText = (instant: string) => inZone(instant).format('HH:mm');

/** A day that is promised ends when the offices close: without the hour nobody knows whether it counts. */
const clock = ({ dueAt }: PromiseView): string => (dueAt ? ` ${clockText(dueAt)} ` : '');

/** In a list the hour stands with the day where that day itself was missed: it need not be over. */
export const dueText = (promise: PromiseView): string =>
  promise.broken && !promise.overdueWorkingDays
    ? `${dateText(promise.dueOn)}${clock(promise)}`.trimEnd()
    : dateText(promise.dueOn);

/** What is awaited, and since when. */
const pausedText = ({ pausedSince }: PromiseView, of: PromiseOf): string =>
  AWAITED[of] + (pausedSince ? `（自 ${dateText(pausedSince)} 起）` : '');

/**
 * What stands on the page that thanks for a case, and wherever it is told of: the day and hour by which it is answered, or why nobody can say them yet.
 */
export function willBe(promise: PromiseView | undefined, of: PromiseOf): string | undefined {
  if (promise?.dueOn) return `${BY[of]}${willBeBy(promise.dueOn, promise.dueAt)}${ANSWER[of]}`;
  return promise?.state === 'RUNNING' ? promise.note : undefined;
}

/** The same of a day alone counts the day in. */
export const willBeBy = (dueOn: string, dueAt?: string): string =>
  `将于 ${dueAt ? `${longDate(dueOn)} ${clockText(dueAt)} 前` : byDay(dueOn)}`;

/** How the date was moved; nothing where it was not. */
export const extendedText = ({ extended }: PromiseView): string | undefined =>
  extended &&
  `已延期 ${days(extended.by)}${extended.formerDueOn ? `（原定 ${extended.formerDueOn}）` : ''}：${extended.reason}`;

/** That more time was asked for and not given: the date stays. */
export const refusedText = ({ by }: { by: number }): string => `申请延长 ${days(by)}未获批准，承诺日期不变`;

/** The promised date, written as the times that stand in the same line; nothing where there is none. */
export const promisedBy = (promise: PromiseView, of: PromiseOf): string | undefined =>
  promise.dueOn && `承诺 ${promise.dueOn}${clock(promise) || ' '}前${ANSWER[of]}`;
