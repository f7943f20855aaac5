import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
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

const open = () => {
  const sent = answerWith({
    'GET /api/user/calendars': json([year, next]),
    'PUT /api/user/calendars/days/2026-11-27': json(year),
    'PUT /api/user/calendars/days/2026-12-28': json(year),
  });
  renderAt(
    '/',
    <AntdRoot>
      <CalendarPage />
    </AntdRoot>,
  );
  return sent;
};

const QUESTION = /未办结的事项会按新的日历重算承诺日期/;

/** Takes a day off, as far as the drawer goes. */
const takeOff = async (month: number, day: string) => {
  const grid = within(await screen.findByRole('region', { name: `${month} 月` }));
  await userEvent.click(grid.getByRole('button', { name: new RegExp(`^2026-${month}\\s*${day}\\s*上班`) }));
  await userEvent.click(await screen.findByLabelText('放假'));
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
};

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T10:00:00+08:00') });
});

afterEach(() => {
  vi.useRealTimers();
});

it('a day that is over is changed after a question that says what becomes of open cases', async () => {
  const sent = open();
  await takeOff(11, '27');

  expect(await screen.findByText(QUESTION)).toBeInTheDocument();
  expect(screen.getAllByText('2026-11-27 已经过去，仍要修改？')[0]).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /返\s*回/ }));
  await waitFor(() => expect(screen.queryByText(QUESTION)).not.toBeInTheDocument());
  expect(sent.some((one) => one.method === 'PUT')).toBe(false);

  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await userEvent.click(await screen.findByRole('button', { name: '仍要修改' }));
  await waitFor(() =>
    expect(sent.find((one) => one.method === 'PUT')?.body).toEqual({ kind: 'OFF', version: 1 }),
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
