import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { LoanStatus } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
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

function open(items: object[], at = '/center/applications') {
  answerWith({
    'GET /api/finance/my/applications': json({ items, total: items.length, page: 1, size: 10 }),
    'GET /api/finance/my/application-drafts': json([]),
  });
  renderAt(
    at,
    <AntdRoot>
      <ApplicationsPage />
    </AntdRoot>,
  );
}

it('who has not applied yet reads what to do first, and has no states to choose from', async () => {
  open([]);
  expect(await screen.findByText('还没有融资申请')).toBeVisible();
  expect(screen.getByText('先匹配，再申请，通过更有把握')).toBeVisible();
  expect(screen.queryByRole('navigation', { name: '按状态筛选' })).toBeNull();
});

it('only the states that an application is in are there to choose', async () => {
  open([application('1', 'WITHDRAWN'), application('2', 'REFUSED')]);
  const choices = within(await screen.findByRole('navigation', { name: '按状态筛选' })).getAllByRole('link');
  expect(choices.map((one) => one.textContent)).toEqual(['全部', '审批不通过', '已撤回']);
});
