import type { PromiseView } from '@/shared/api';

/** How the cases of a queue stand with their promised dates. */
export interface Due {
  overdue: number;
  today: number;
  /** There may be more than were looked at. */
  more: boolean;
  /** When the first of those that are not late is due. */
  next?: string;
}

/** @param items the first ones by their promised dates, of `total` */
export function due(items: { promise?: PromiseView }[], total: number): Due {
  const promises = items.flatMap(({ promise }) => (promise ? [promise] : []));
  const overdue = promises.filter(({ broken }) => broken).length;
  const running = promises.filter(({ broken, state }) => !broken && state === 'RUNNING');
  const today = running.filter(({ remainingWorkingDays: left }) => left === 0).length;
  return {
    overdue,
    today,
    more: total > items.length && overdue + today === items.length,
    next: running.find(({ dueOn }) => dueOn)?.dueOn,
  };
}
