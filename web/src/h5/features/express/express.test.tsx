import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import ExpressPage from './ExpressPage';

const answer = {
  items: [
    {
      kind: 'REDEMPTION',
      id: 'r1',
      policyId: 'n06',
      policyTitle: '设备更新政策',
      category: 'FUNDING',
      benefit: '按投资额的 10% 补助',
      title: '设备更新补助',
      summary: '',
      institutionId: 'd1',
      institutionName: '区经信委',
      opensOn: '2026-11-01',
      closesOn: '2026-12-01',
      window: 'OPEN',
      daysLeft: 3,
      moneyLeft: 50000,
      demo: false,
    },
  ],
  total: 1,
  page: 1,
  size: 10,
  categories: [{ value: 'FUNDING', label: '资金补助政策', count: 1 }],
  institutions: [{ value: 'd1', label: '区经信委', count: 1 }],
  kinds: [{ value: 'REDEMPTION', label: '政策兑现', count: 1 }],
};
const page = (
  <MobileRoot>
    <ExpressPage />
  </MobileRoot>
);

it('a project says how long there is time, and its action leads straight to it', async () => {
  answerWith({ 'GET /api/policy/express': json(answer) });
  renderAt('/express', page);
  expect(await screen.findByRole('link', { name: '申请兑付：设备更新补助' })).toHaveAttribute(
    'href',
    '/redemptions/projects/r1',
  );
  expect(screen.getByText('还剩 3 天')).toBeInTheDocument();
});

it('who chooses a department reads above the list whom to call there', async () => {
  const sent = answerWith({
    'GET /api/policy/express': json(answer),
    'GET /api/user/reference/institutions/d1': json({
      id: 'd1',
      name: '区经信委',
      address: '示例路 1 号',
      phone: '023-66220000',
      contacts: [],
      branches: [],
    }),
  });
  renderAt('/express', page);
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: '部门' }), 'd1');
  expect(await screen.findByRole('link', { name: '023-66220000' })).toBeInTheDocument();
  await waitFor(() =>
    expect(sent.some(({ url }) => url.searchParams.get('institutionId') === 'd1')).toBe(true),
  );
});

it('where nothing can be done it says so, with a way out', async () => {
  answerWith({ 'GET /api/policy/express': json({ ...answer, items: [], total: 0 }) });
  renderAt('/express?q=无', page);
  expect(await screen.findByText('现在没有可办理的项目')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '清除条件' })).toBeInTheDocument();
});
