import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { PromiseView } from '../api';
import { Promised, PromisedDate } from './Promised';
import { promiseText, promiseTone } from './promise';

const running: PromiseView = {
  id: '1',
  state: 'RUNNING',
  workingDays: 10,
  dueOn: '2026-12-11',
  dueAt: '2026-12-11T17:30:00+08:00',
  remainingWorkingDays: 8,
  broken: false,
};
const now = new Date('2026-12-01T02:00:00Z');
const said = (promise?: PromiseView) =>
  render(<Promised promise={promise} of="LOAN" />).container.textContent?.trim();

it('what is left is said in working days, on the last day that it is the last', () => {
  expect(promiseText(running, now)).toBe('还剩 8 个工作日');
  // Already the day in the district while it is the evening before elsewhere.
  expect(promiseText({ ...running, remainingWorkingDays: 1 }, new Date('2026-12-10T17:00:00Z'))).toBe(
    '今天到期',
  );
});

it('it is red when it is broken and never before', () => {
  expect(promiseTone(running)).toBe('quiet');
  expect(promiseTone({ ...running, remainingWorkingDays: 1 })).toBe('quiet');
  expect(promiseTone({ ...running, broken: true })).toBe('bad');
});

it('by how much it is missed is said, for what was answered too', () => {
  const broken: PromiseView = { ...running, broken: true, remainingWorkingDays: 0, overdueWorkingDays: 2 };
  expect(promiseText(broken, now)).toBe('已超期 2 个工作日');
  expect(promiseText({ ...broken, overdueWorkingDays: 0 }, now)).toBe('已超期');
  expect(promiseText({ ...broken, state: 'ANSWERED', remainingWorkingDays: undefined }, now)).toBe(
    '超期 2 个工作日',
  );
});

it('while the applicant supplements it stands still and has no date', () => {
  const paused: PromiseView = { ...running, state: 'PAUSED', dueOn: undefined, dueAt: undefined };
  expect(said(paused)).toBe('暂停计时，还剩 8 个工作日');
});

it('a year without calendar is said', () => {
  const note = '2027 年放假安排尚未公布，到期日待公布后确定';
  expect(
    said({ ...running, dueOn: undefined, dueAt: undefined, remainingWorkingDays: undefined, note }),
  ).toBe(note);
});

it('a case from before there were promises says nothing', () => {
  expect(said()).toBe('');
  expect(render(<PromisedDate promise={undefined} />).container.textContent).toBe('—');
});

it('a kept promise shows its date alone', () => {
  const kept: PromiseView = { ...running, state: 'ANSWERED', remainingWorkingDays: undefined };
  expect(said(kept)).toBe('承诺 2026年12月11日前答复');
  expect(render(<PromisedDate promise={kept} />).container.textContent).toBe('2026-12-11');
});
