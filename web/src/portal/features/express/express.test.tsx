import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { ExpressProject } from '@/shared/api';
import { isOpen, roomText, timeText } from '@/shared/express/words';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import ExpressPage from './ExpressPage';

const project = {
  kind: 'DECLARATION',
  id: 'p1',
  policyId: 'n06',
  policyTitle: '设备更新政策',
  category: 'INDUSTRY',
  benefit: '按投资额的 10% 补助',
  title: '设备更新申报',
  summary: '',
  institutionId: 'd1',
  institutionName: '区经信委',
  opensOn: '2026-11-01',
  closesOn: '2026-12-01',
  window: 'OPEN',
  daysLeft: 3,
  placesLeft: 2,
  demo: false,
} as ExpressProject;
const full = { ...project, id: 'p2', title: '已满的申报', placesLeft: 0 } as ExpressProject;
const ways = {
  categories: [{ value: 'INDUSTRY', label: '产业发展政策', count: 2 }],
  institutions: [{ value: 'd1', label: '区经信委', count: 2 }],
  kinds: [{ value: 'DECLARATION', label: '政策申报', count: 2 }],
};
const page = json({ items: [project, full], total: 2, page: 1, size: 10, ...ways });
const DEPARTMENT = 'GET /api/user/reference/institutions/d1';
const department = { id: 'd1', name: '区经信委', address: '', phone: '', contacts: [], branches: [] };
const row = async (title: string) =>
  (await screen.findByRole('link', { name: title })).closest('article') as HTMLElement;

it('each project says how long there is time, what is left, and leads straight to it', async () => {
  answerWith({ 'GET /api/policy/express': page });
  renderAt('/express', <ExpressPage />);

  const one = within(await row('设备更新申报'));
  expect(one.getByText('还剩 3 天')).toBeInTheDocument();
  expect(one.getByText('剩余名额 2 个')).toBeInTheDocument();
  // Whom to call stands under the facts, not in one of them.
  expect(one.getByText('联系区经信委').closest('dd')).toBeNull();
  expect(one.getByRole('link', { name: '立即申报：设备更新申报' })).toHaveAttribute(
    'href',
    '/declarations/projects/p1',
  );
  const other = within(await row('已满的申报'));
  expect(other.getByText('名额已满')).toBeInTheDocument();
  expect(other.getByRole('link', { name: '查看项目：已满的申报' })).toBeInTheDocument();
});

it('whom to call is asked for when somebody wants to know', async () => {
  const sent = answerWith({
    'GET /api/policy/express': page,
    [DEPARTMENT]: json({
      ...department,
      contacts: [{ name: '王科长', duty: '企业服务科', phone: '023-66220000' }],
    }),
  });
  renderAt('/express', <ExpressPage />);
  const one = within(await row('设备更新申报'));
  expect(sent.some(({ url }) => url.pathname.includes('institutions'))).toBe(false);

  await userEvent.click(one.getByText('联系区经信委'));

  expect(await one.findByRole('link', { name: '023-66220000' })).toHaveAttribute('href', 'tel:023-66220000');
  expect(one.getByText('企业服务科')).toBeInTheDocument();
});

it('a department that published nothing, or is closed, is not made up', async () => {
  answerWith({ 'GET /api/policy/express': page, [DEPARTMENT]: problem(404, 'NOT_FOUND') });
  renderAt('/express', <ExpressPage />);
  const one = within(await row('设备更新申报'));
  await userEvent.click(one.getByText('联系区经信委'));
  expect(await one.findByText(/该部门还没有公布联系方式/)).toBeInTheDocument();
});

it('a field is chosen by its link, and the list is asked for it', async () => {
  const sent = answerWith({ 'GET /api/policy/express': page });
  renderAt('/express', <ExpressPage />);
  await row('设备更新申报');
  await userEvent.click(screen.getByRole('link', { name: /产业发展政策/ }));
  await waitFor(() => expect(sent.at(-1)!.url.searchParams.get('category')).toBe('INDUSTRY'));
});

it('money that is used up and a window that is not open yet are said', () => {
  const paying = { ...project, kind: 'REDEMPTION', placesLeft: undefined } as ExpressProject;
  expect(roomText({ ...paying, moneyLeft: 0 })).toBe('预算已用完');
  expect(roomText({ ...paying, moneyLeft: 225_000 })).toBe('可用预算 22.50\u00a0万元');
  expect(isOpen({ ...paying, moneyLeft: 0 })).toBe(false);
  expect(isOpen({ ...paying, moneyLeft: 100 })).toBe(true);
  expect(timeText({ daysLeft: 0, opensOn: '2026-11-01' })).toBe('今天最后一天');
  expect(timeText({ opensOn: '2026-12-05' })).toBe('2026年12月5日 开始');
  expect(isOpen({ ...project, window: 'NOT_YET' })).toBe(false);
});
