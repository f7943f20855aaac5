import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import CalendarPage from './CalendarPage';

const year = {
  year: 2026,
  document: '国办发明电〔2025〕7号',
  off: [],
  work: [],
  workingDays: 248,
  version: 1,
};
const next = { ...year, year: 2027 };

const past = { days: 1, first: '2026-11-27', last: '2026-11-27', moved: 12, uncounted: [] };

const open = (asked: object = past) => {
  const question = problem(409, 'CALENDAR_PAST_DAYS', asked);
  const sent = answerWith({
    'GET /api/user/calendars': json([year, next]),
    'PUT /api/user/calendars/days/2026-11-27': [question, question, json(year)],
    'PUT /api/user/calendars/days/2026-12-28': json(year),
    'POST /api/user/calendars/2026/import': [question, json(year)],
  });
  renderAt(
    '/',
    <AntdRoot>
      <CalendarPage />
    </AntdRoot>,
  );
  return sent;
};

const QUESTION = /件未办结事项的承诺日期会改变/;

/** By its words: of a year of days each is a button, whose name would have to be found out. */
const button = (words: RegExp) => screen.getByText(words).closest('button')!;

/** Takes a day off, as far as the drawer goes. */
const takeOff = async (month: number, day: string) => {
  const grid = within(await screen.findByRole('region', { name: `${month} 月` }));
  await userEvent.click(grid.getByRole('button', { name: new RegExp(`^2026-${month}\\s*${day}\\s*上班`) }));
  await userEvent.click(await screen.findByLabelText('放假'));
  await userEvent.click(button(/^保\s*存$/));
};

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T01:00:00+08:00') });
});

afterEach(() => {
  vi.useRealTimers();
});

it('a day that is over is changed after a question that says how many open cases it moves', async () => {
  const sent = open();
  await takeOff(11, '27');

  expect(await screen.findByText(QUESTION)).toHaveTextContent('12 件');
  expect(screen.getAllByText('2026-11-27 已经过去，仍要修改？')[0]).toBeInTheDocument();
  await userEvent.click(button(/^返\s*回$/));
  await waitFor(() => expect(screen.queryByText(QUESTION)).not.toBeInTheDocument());
  expect(sent.filter((one) => one.method === 'PUT').map((one) => one.body)).toEqual([
    { kind: 'OFF', version: 1, agreed: false },
  ]);

  await userEvent.click(button(/^保\s*存$/));
  await userEvent.click(await screen.findByText(/^仍要修改$/));
  await waitFor(() =>
    expect(sent.findLast((one) => one.method === 'PUT')?.body).toEqual({
      kind: 'OFF',
      version: 1,
      agreed: true,
    }),
  );
});

it('a year with days that are over is brought in after the same question', async () => {
  const sent = open({
    days: 3,
    first: '2026-01-02',
    last: '2026-11-27',
    moved: 0,
    uncounted: ['领码审核', '差评处理'],
  });
  await userEvent.click(await screen.findByText('导入年度安排'));
  const drawer = within(await screen.findByRole('dialog'));
  fireEvent.change(drawer.getByLabelText('年度'), { target: { value: '2026' } });
  fireEvent.change(drawer.getByLabelText('通知文号'), { target: { value: '国办发明电〔2025〕8号' } });
  const file = new File(['日期,安排'], '2026.csv', { type: 'text/csv' });
  await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file);
  await userEvent.click(drawer.getByRole('button', { name: '导入' }));

  expect(
    (await screen.findAllByText('2026-01-02 至 2026-11-27 间有 3 个已经过去的日子会改变，仍要修改？'))[0],
  ).toBeInTheDocument();
  expect(screen.getByText('没有未办结事项的承诺日期会因此改变。已办结的不变。')).toBeInTheDocument();
  expect(screen.getByText('领码审核、差评处理 暂时无法统计，未计入上述件数。')).toBeInTheDocument();
  await userEvent.click(button(/^仍要修改$/));

  await waitFor(() =>
    expect(
      sent.filter((one) => one.method === 'POST').map((one) => one.url.searchParams.get('agreed')),
    ).toEqual(['false', 'true']),
  );
});

it('a day to come is changed at once', async () => {
  const sent = open();
  await takeOff(12, '28');

  await waitFor(() =>
    expect(sent.find((one) => one.method === 'PUT')?.url.pathname).toBe(
      '/api/user/calendars/days/2026-12-28',
    ),
  );
  expect(screen.queryByText(QUESTION)).not.toBeInTheDocument();
});

it('today is that of the district, in the legend too', async () => {
  open();
  await screen.findByText('点日期可修改');
  const legend = document.querySelector('i[class*="today"]');
  expect(legend).toHaveTextContent(/^1$/);
});

it('a year that has not begun is taken back with a reason, one that has begun is not', async () => {
  const sent = answerWith({
    'GET /api/user/calendars': json([year, next]),
    'POST /api/user/calendars/2027/withdraw': new Response(null, { status: 204 }),
  });
  renderAt(
    '/',
    <AntdRoot>
      <CalendarPage />
    </AntdRoot>,
  );
  expect(await screen.findByText(/国办发明电〔2025〕7号，全年/)).toBeInTheDocument();
  expect(screen.queryByText('撤回年度安排')).not.toBeInTheDocument();

  await userEvent.click(screen.getByText('2027 年'));
  await userEvent.click(await screen.findByText('撤回年度安排'));
  await userEvent.type(await screen.findByLabelText('撤回原因'), '导入的不是正式公布的安排');
  await userEvent.click(button(/^确认撤回$/));
  await waitFor(() =>
    expect(sent.findLast((one) => one.method === 'POST')?.body).toEqual({
      version: 1,
      reason: '导入的不是正式公布的安排',
    }),
  );
});
