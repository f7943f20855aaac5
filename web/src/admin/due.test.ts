import { expect, it } from 'vitest';
import type { PromiseView } from '@/shared/api';
import { due } from './due';

const promise = (of: Partial<PromiseView>) => ({
  promise: {
    id: '1',
    broken: false,
    state: 'RUNNING',
    extensionAsked: false,
    workingDays: 3,
    ...of,
  } as PromiseView,
});
const late = promise({ broken: true, dueOn: '2026-11-27' });
const today = promise({ remainingWorkingDays: 0, dueOn: '2026-11-30' });
const later = promise({ remainingWorkingDays: 2, dueOn: '2026-12-02' });

it('tells apart what is late, what is due today, and when the next is', () => {
  expect(due([late, today, today, later], 9)).toEqual({
    overdue: 1,
    today: 2,
    more: false,
    next: '2026-11-30',
  });
  expect(due([later], 1)).toEqual({ overdue: 0, today: 0, more: false, next: '2026-12-02' });
});

it('there may be more than was looked at where all of that presses', () => {
  expect(due([late, today], 3).more).toBe(true);
  expect(due([late, today], 2).more).toBe(false);
});

it('what stands still or has no date does not press', () => {
  const paused = promise({ state: 'PAUSED', remainingWorkingDays: 0, dueOn: '2026-11-30' });
  expect(due([paused, {}], 2)).toEqual({ overdue: 0, today: 0, more: false, next: undefined });
});
