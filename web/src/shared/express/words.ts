import type { ExpressProject } from '../api';
import { longDate, wanOf } from '../ui/format';

/** What an enterprise does there. */
export const ACTIONS: Record<ExpressProject['kind'], string> = {
  DECLARATION: '立即申报',
  REDEMPTION: '申请兑付',
  EXEMPT: '了解免申即享',
};

export const KINDS: Record<ExpressProject['kind'], string> = {
  DECLARATION: '政策申报',
  REDEMPTION: '政策兑现',
  EXEMPT: '免申即享',
};

export const pathOf = ({ kind, id }: Pick<ExpressProject, 'kind' | 'id'>) =>
  kind === 'DECLARATION' ? `/declarations/projects/${id}` : `/redemptions/projects/${id}`;

/** How long there is still time, by the day of the server. */
export function timeText({ daysLeft, opensOn }: Pick<ExpressProject, 'daysLeft' | 'opensOn'>): string {
  if (daysLeft === undefined) return `${longDate(opensOn)} 开始`;
  return daysLeft ? `还剩 ${daysLeft} 天` : '今天最后一天';
}

/** What is left of the quota or of the budget. */
export function roomText({ placesLeft, moneyLeft }: Pick<ExpressProject, 'placesLeft' | 'moneyLeft'>) {
  if (placesLeft !== undefined) return placesLeft ? `剩余名额 ${placesLeft} 个` : '名额已满';
  if (moneyLeft !== undefined) return moneyLeft ? `可用预算 ${wanOf(moneyLeft)}` : '预算已用完';
  return undefined;
}

/** Whether an enterprise can do it today. */
export const isOpen = ({ window, placesLeft, moneyLeft }: ExpressProject) =>
  window === 'OPEN' && placesLeft !== 0 && moneyLeft !== 0;
