import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, json } from '../../test/http';
import { renderAt } from '../../test/render';
import { AntdRoot } from './AntdRoot';
import { Devices } from './Devices';

const device = (id: string, name: string, current = false) => ({
  id,
  device: name,
  address: '203.0.113.7',
  startedAt: '2026-11-26T10:00:00+08:00',
  seenAt: '2026-11-26T10:30:00+08:00',
  current,
});
const here = device('1', 'Chrome · Windows', true);
const show = () =>
  renderAt(
    '/center/security',
    <AntdRoot>
      <Devices />
    </AntdRoot>,
  );

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
});

it('lists where one is signed in and ends one of them after asking', async () => {
  const sent = answerWith({
    'GET /api/auth/devices': [json([here, device('2', '微信 · iOS')]), json([here])],
    'POST /api/auth/devices/2/sign-out': new Response(null, { status: 204 }),
  });
  show();
  const rows = await screen.findAllByRole('listitem');
  expect(within(rows[0]!).getByText('本机')).toBeInTheDocument();
  expect(within(rows[0]!).queryByRole('button')).toBeNull();
  expect(screen.queryByRole('button', { name: /其他全部设备/ })).toBeNull();

  await userEvent.click(within(rows[1]!).getByRole('button', { name: /^退出 微信/ }));
  expect(sent.filter((one) => one.method === 'POST')).toEqual([]);
  await userEvent.click(await screen.findByRole('button', { name: '退出登录' }));
  await waitFor(() => expect(screen.getAllByRole('listitem', { hidden: true })).toHaveLength(1));
  expect(sent.some((one) => one.url.pathname === '/api/auth/devices/2/sign-out')).toBe(true);
});

it('ends all others at once', async () => {
  const sent = answerWith({
    'GET /api/auth/devices': json([here, device('2', '微信 · iOS'), device('3', 'Edge · Windows')]),
    'POST /api/auth/devices/sign-out-others': new Response(null, { status: 204 }),
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: '退出其他全部设备' }));
  await userEvent.click(await screen.findByRole('button', { name: '退出登录' }));
  await waitFor(() =>
    expect(sent.some((one) => one.url.pathname === '/api/auth/devices/sign-out-others')).toBe(true),
  );
});

it('shows this device and the newest others, and the rest when asked for', async () => {
  const others = Array.from({ length: 6 }, (_, at) => ({
    ...device(`o${at}`, `Firefox ${at} · Linux`),
    seenAt: `2026-11-26T1${at}:00:00+08:00`,
  }));
  answerWith({ 'GET /api/auth/devices': json([...others, here]) });
  show();
  const names = () => screen.getAllByRole('listitem').map((one) => /^\S+ \S+/.exec(one.textContent)![0]);
  await screen.findByText(/Chrome · Windows/);
  expect(names()).toEqual(['Chrome ·', 'Firefox 5', 'Firefox 4', 'Firefox 3', 'Firefox 2']);
  await userEvent.click(screen.getByRole('button', { name: '显示全部 7 台' }));
  expect(names()).toHaveLength(7);
});
