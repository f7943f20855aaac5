import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { PromiseView } from '../api';
import { CaseProgress } from './CaseProgress';
import { Promised, PromisedDate } from './Promised';
import { firstDue, promiseText, promiseTone, willBe } from './promise';

const running: PromiseView = {
  id: '1',
  state: 'RUNNING',
  workingDays: 10,
  dueOn: '2026-12-11',
  dueAt: '2026-12-11T17:30:00+08:00',
  remainingWorkingDays: 8,
  broken: false,
  extensionAsked: false,
};
const said = (promise?: PromiseView) =>
  render(<Promised promise={promise} of="LOAN" />).container.textContent?.trim();

it('of several who answer one case the first due is shown, so far as somebody waits for it', () => {
  const later: PromiseView = { ...running, id: '2', dueAt: '2026-12-15T17:30:00+08:00' };
  const undated: PromiseView = { ...running, id: '3', dueAt: undefined, dueOn: undefined };
  const answered: PromiseView = {
    ...running,
    id: '4',
    state: 'ANSWERED',
    dueAt: '2026-12-01T17:30:00+08:00',
  };
  expect(firstDue([undated, later, answered, undefined, running])?.id).toBe('1');
  expect(firstDue([answered, undated])?.id).toBe('3');
  expect(firstDue([answered, undefined])).toBeUndefined();
});

it('what is left is said in working days, on the last day that it is the last', () => {
  expect(promiseText(running, 'LOAN')).toBe('还剩 8 个工作日');
  expect(promiseText({ ...running, remainingWorkingDays: 1 }, 'LOAN')).toBe('还剩 1 个工作日');
  expect(promiseText({ ...running, remainingWorkingDays: 0 }, 'LOAN')).toBe('今天 17:30 到期');
});

it('it is amber the three working days before, full on the day itself, and red when it is broken and never before', () => {
  expect(promiseTone(running)).toBe('quiet');
  expect(promiseTone({ ...running, remainingWorkingDays: 4 })).toBe('quiet');
  expect(promiseTone({ ...running, remainingWorkingDays: 3 })).toBe('wait');
  expect(promiseTone({ ...running, remainingWorkingDays: 1 })).toBe('wait');
  expect(promiseTone({ ...running, remainingWorkingDays: 0 })).toBe('due');
  expect(promiseTone({ ...running, state: 'PAUSED', remainingWorkingDays: 1 })).toBe('quiet');
  expect(promiseTone({ ...running, broken: true })).toBe('late');
  expect(promiseTone({ ...running, state: 'ANSWERED', broken: true })).toBe('bad');
});

it('by how much it is missed is said, for what was answered too', () => {
  const broken: PromiseView = { ...running, broken: true, remainingWorkingDays: 0, overdueWorkingDays: 2 };
  expect(promiseText(broken, 'LOAN')).toBe('已超期 2 个工作日');
  expect(promiseText({ ...broken, overdueWorkingDays: 0 }, 'LOAN')).toBe('已超期');
  expect(promiseText({ ...broken, state: 'ANSWERED', remainingWorkingDays: undefined }, 'LOAN')).toBe(
    '超期 2 个工作日',
  );
});

it('a day that was missed in its evening says at which hour it ended, in a list too', () => {
  const late: PromiseView = { ...running, broken: true, remainingWorkingDays: 0, overdueWorkingDays: 0 };
  expect(said(late)).toBe('承诺 2026-12-11 17:30 前答复 已超期');
  const listed = (promise: PromiseView) =>
    render(<PromisedDate promise={promise} of="LOAN" />).container.textContent;
  expect(listed(late)).toBe('2026-12-11 17:30已超期');
  expect(listed({ ...late, overdueWorkingDays: 1 })).toBe('2026-12-11已超期 1 个工作日');
  expect(listed({ ...running, remainingWorkingDays: 0 })).toBe('2026-12-11今天 17:30 到期');
});

it('where no hour is known the day is counted in', () => {
  expect(willBe({ ...running, dueAt: undefined }, 'LOAN')).toBe('银行将于 2026年12月11日前（含当日）答复');
});

it('while the applicant supplements it stands still and has no date', () => {
  const paused: PromiseView = {
    ...running,
    state: 'PAUSED',
    dueOn: undefined,
    dueAt: undefined,
    pausedSince: '2026-12-02T15:00:00+08:00',
  };
  expect(said(paused)).toBe('计时已暂停：待企业补充材料（自 2026-12-02 起），补充后还剩 8 个工作日');
  expect(promiseText({ ...paused, remainingWorkingDays: undefined }, 'CLAIM')).toBe(
    '计时已暂停：待申请人补正（自 2026-12-02 起）',
  );
  expect(render(<PromisedDate promise={paused} of="LOAN" />).container).toHaveTextContent(
    '计时已暂停待企业补充材料自 2026-12-02 起',
  );
});

it('who handed in a case reads at once by when it is answered, where a day can be said', () => {
  expect(willBe(running, 'LOAN')).toBe('银行将于 2026年12月11日 17:30 前答复');
  expect(willBe(running, 'CLAIM')).toBe('工作人员将于 2026年12月11日 17:30 前审核');
  expect(willBe({ ...running, dueOn: undefined }, 'LOAN')).toBeUndefined();
});

it('a case is shown alike everywhere: what was done, what is waited for, and the promised date at the answer', () => {
  const { container } = render(
    <CaseProgress
      past={[{ label: '提交申请', at: '2026-11-27T10:00:00+08:00' }]}
      next={['银行审批', '放款']}
      answer="银行审批"
      promise={running}
      of="LOAN"
    />,
  );
  const steps = [...container.querySelectorAll('li')].map((step) => step.textContent);
  expect(steps[1]).toMatch(/^银行审批承诺 2026-12-11 17:30 前答复/);
  expect(steps[2]).toBe('放款');
});

it('a step that is overdue is still waited for: it has the clock, not the sign of a refusal', () => {
  const { container } = render(
    <CaseProgress
      past={[
        { label: '受理', at: '2026-11-27T10:00:00+08:00', tone: 'now' },
        { label: '未通过', at: '2026-11-28T10:00:00+08:00', tone: 'bad' },
      ]}
      next={['工作人员审核', '发放企业码']}
      answer="工作人员审核"
      promise={{ ...running, broken: true, remainingWorkingDays: 0, overdueWorkingDays: 2 }}
      of="CLAIM"
    />,
  );
  const steps = [...container.querySelectorAll('li')];
  const [clock, cross, overdue] = steps.map((step) => step.querySelector('path')?.getAttribute('d'));
  expect(overdue).toBe(clock);
  expect(overdue).not.toBe(cross);
  expect(steps[2]).toHaveTextContent('已超期 2 个工作日');
});

it('that more time was asked for and refused stands in the timeline at its moment, and once', () => {
  const refused = [{ by: 3, at: '2026-11-30T10:00:00+08:00' }];
  const { container } = render(
    <CaseProgress
      past={[
        { label: '提交申请', at: '2026-11-27T10:00:00+08:00' },
        { label: '受理', at: '2026-12-01T10:00:00+08:00' },
      ]}
      next={['银行审批']}
      answer="银行审批"
      promise={{ ...running, refused }}
      of="LOAN"
    />,
  );
  const steps = [...container.querySelectorAll('li')].map((step) => step.textContent);
  expect(steps.map((step) => step?.slice(0, 4))).toEqual(['提交申请', '延期未获', '受理20', '银行审批']);
  expect(steps[1]).toContain('申请延长 3 个工作日未获批准，承诺日期不变');
  expect(steps[3]).not.toContain('未获批准');
  // Where there is no timeline it stands beside the date.
  expect(said({ ...running, refused })).toContain('2026-11-30 申请延长 3 个工作日未获批准，承诺日期不变');
});

it('a date that was moved is said with the one before and the reason, and in a list by how much', () => {
  const moved: PromiseView = {
    ...running,
    workingDays: 13,
    dueOn: '2026-12-16',
    dueAt: '2026-12-16T17:30:00+08:00',
    extended: {
      by: 3,
      reason: '等待抵押物评估',
      at: '2026-12-01T10:00:00+08:00',
      formerDueOn: '2026-12-11',
    },
  };
  expect(said(moved)).toBe(
    '承诺 2026-12-16 17:30 前答复 还剩 8 个工作日 已延期 3 个工作日（原定 2026-12-11）：等待抵押物评估',
  );
  expect(render(<PromisedDate promise={moved} of="LOAN" />).container.textContent).toBe(
    '2026-12-16还剩 8 个工作日已延期 3 个工作日',
  );
});

it('a year without calendar is said', () => {
  const note = '2027 年放假安排尚未公布，到期日待公布后确定';
  expect(
    said({ ...running, dueOn: undefined, dueAt: undefined, remainingWorkingDays: undefined, note }),
  ).toBe(note);
  const unknown: PromiseView = { ...running, dueOn: undefined, dueAt: undefined, note };
  expect(willBe(unknown, 'LOAN'), 'to who handed it in').toBe(note);
  expect(willBe({ ...unknown, state: 'ANSWERED' }, 'LOAN')).toBeUndefined();
});

it('a sentence beside the date may wrap where the page is narrow', () => {
  const note = '2027 年放假安排尚未公布，到期日待公布后确定';
  render(<Promised promise={{ ...running, dueOn: undefined, dueAt: undefined, note }} of="LOAN" />);
  expect(screen.getByText(note).className).toMatch(/wraps/);
});

it('a case from before there were promises says nothing', () => {
  expect(said()).toBe('');
  expect(render(<PromisedDate promise={undefined} of="LOAN" />).container.textContent).toBe('—');
});

it('of a case that ended without an answer it is said what ended it, by its kind', () => {
  const dropped: PromiseView = { ...running, state: 'DROPPED', remainingWorkingDays: undefined };
  expect(said(dropped)).toBe('承诺 2026-12-11 17:30 前答复 申请已撤回，不再计时');
  expect(promiseText(dropped, 'DEMAND')).toBe('认领已结束，不再计时');
  expect(promiseText(dropped, 'COORDINATION')).toBe('推荐已结束，不再计时');
  expect(promiseText({ ...dropped, broken: true, overdueWorkingDays: 3 }, 'COORDINATION')).toBe(
    '超期 3 个工作日',
  );
});

it('a kept promise shows its date and that it was kept, in a list its date alone', () => {
  const kept: PromiseView = { ...running, state: 'ANSWERED', remainingWorkingDays: undefined };
  expect(said(kept)).toBe('承诺 2026-12-11 17:30 前答复 已按时答复');
  expect(render(<PromisedDate promise={kept} of="LOAN" />).container.textContent).toBe('2026-12-11');
});
