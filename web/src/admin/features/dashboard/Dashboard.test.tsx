import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { AntdRoot } from '@/shared/ui/antd';
import Dashboard from './Dashboard';

vi.mock('@/shared/ui/charts/Chart', () => ({
  Chart: ({
    title,
    caption,
    note,
    foot,
    description,
  }: {
    title: string;
    caption: string;
    note?: string;
    foot?: string;
    description: string;
  }) => (
    <figure aria-label={description}>
      <h2>{title}</h2>
      <p>{caption}</p>
      {note && <p>{note}</p>}
      {foot && <p>{foot}</p>}
    </figure>
  ),
}));

const figures = {
  updatedAt: '2026-11-25T10:24:05+08:00',
  totals: {
    registeredUsers: 1184,
    registeredUsersToday: 12,
    orders: 400,
    ordersToday: 9,
    orderAmount: 868_600_000,
    orderAmountToday: 12_900_000,
  },
  usersPerDay: [{ date: '2026-11-25', count: 12 }],
  ordersPerDay: [{ date: '2026-11-25', count: 9, amount: 12_900_000 }],
  userSources: [{ key: 'PC', label: 'PC端', count: 1184 }],
  orderSources: [{ key: 'PC', label: 'PC端', count: 400 }],
  orderStatuses: [{ key: 'APPROVED', label: '审批通过', count: 182 }],
};
let fails = false;

beforeEach(() => {
  fails = false;
  vi.stubGlobal('fetch', async () =>
    fails
      ? new Response(null, { status: 503 })
      : new Response(JSON.stringify(figures), { headers: { 'Content-Type': 'application/json' } }),
  );
});

const open = () =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <AntdRoot>
        <Dashboard />
      </AntdRoot>
    </QueryClientProvider>,
  );

it('says which orders count as under review and as approved, and why the states are fewer than all orders', async () => {
  open();
  const note = await screen.findByText(/银行审批中含待受理/);
  expect(note).toBeVisible();
  // A grant that nobody drew in time was an approval, and is counted as one.
  expect(note).toHaveTextContent('审批通过含已放款、已结清、授信已过期');
  expect(screen.getByText('三种状态合计 182 笔，另有已撤回 218 笔，共 400 笔')).toBeVisible();
});

it('says whom the registrations count', async () => {
  open();
  expect(
    await screen.findByText('累计注册，含已注销的账号，不含部门、金融机构和运营人员的账号'),
  ).toBeVisible();
});

it('shows six totals and five charts, each with unit, time range and time of its figures', async () => {
  open();
  expect(await screen.findByText('注册用户总数')).toBeVisible();
  for (const text of ['+12', '+9', '+1,290']) expect(screen.getByText(text, { exact: false })).toBeVisible();
  for (const title of ['近30天注册用户', '近30天订单申请', '用户来源', '订单来源', '订单状态'])
    expect(screen.getByRole('heading', { name: title })).toBeVisible();
  for (const caption of screen.getAllByText(/^单位：/))
    expect(caption).toHaveTextContent(/单位：(人|笔) · .+ · 更新于 /);
});

it('a reading that fails leaves the last good one standing and says so', async () => {
  open();
  await screen.findByText('注册用户总数');
  fails = true;
  await userEvent.click(screen.getByRole('button', { name: '刷新' }));
  expect(await screen.findByText('刷新失败，显示的是 2026-11-25 10:24 的数据')).toBeVisible();
  expect(screen.getByText('注册用户总数')).toBeVisible();
});
