import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { LoanStatus } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import ApplicationsPage from './ApplicationsPage';

const application = (id: string, status: LoanStatus) => ({
  id,
  number: `RZ${id}`,
  productTitle: `产品${id}`,
  bankName: '重庆银行',
  amount: 500_000,
  disbursedAmount: 0,
  submittedAt: '2026-11-26T10:00:00+08:00',
  status,
});
const page = (items: object[], total = items.length) => json({ items, total, page: 1, size: 20 });

const open = (items: object[], at = '/my/applications', total?: number) => {
  answerWith({
    'GET /api/finance/my/applications': page(items, total),
    'GET /api/finance/my/application-drafts': json([]),
  });
  renderAt(at, <ApplicationsPage />);
};
const choices = async () =>
  within(await screen.findByRole('group', { name: '按状态筛选' }))
    .getAllByRole('button')
    .map((one) => one.textContent);

it('only the states that an application is in are there to choose', async () => {
  open([application('1', 'WITHDRAWN'), application('2', 'REFUSED')]);
  expect(await choices()).toEqual(['全部', '审批不通过', '已撤回']);
});

it('where all are in one state there is nothing to choose', async () => {
  open([application('1', 'WITHDRAWN')]);
  expect(await screen.findByText('产品1')).toBeInTheDocument();
  expect(screen.queryByRole('group', { name: '按状态筛选' })).toBeNull();
});

it('a state that the address asks for is there to be left again', async () => {
  open([application('1', 'WITHDRAWN')], '/my/applications?status=APPROVED');
  expect(await choices()).toContain('审批通过、已放款');
});

it('of more than can be looked at every state is offered', async () => {
  open([application('1', 'WITHDRAWN')], '/my/applications', 101);
  expect((await choices()).length).toBeGreaterThan(5);
});
