import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import StepPage from './StepPage';

const row = {
  enterpriseId: 'e1',
  enterpriseName: '渝巴精密机械',
  policyTitle: '设备更新政策',
  institution: '区经济信息委',
  at: '2026-11-20T10:00:00+08:00',
  cases: [
    { kind: 'DECLARATION', id: 'd1', number: 'SB1', project: '设备更新申报', institution: '区经济信息委' },
    { kind: 'REDEMPTION', number: 'DX1', project: '设备补助', institution: '区财政局' },
  ],
};

it('who is counted stands with what they handed in, as far as the reader may open it', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({
      ...someone,
      permissions: ['policy.declaration.handle', 'policy.redemption.handle', 'stats.policy-funnel.read'],
    }),
    'GET /api/stats/policy-funnel': json({ items: [{ policyId: 'p1', title: '设备更新政策' }], total: 1 }),
    'GET /api/policy/manage/steps': json({ items: [row], total: 1, page: 1, size: 20 }),
  });
  renderAt(
    '/policy-funnel/enterprises?policyId=p1&step=FILED',
    <AntdRoot>
      <SignedIn>
        <StepPage />
      </SignedIn>
    </AntdRoot>,
  );

  const one = await screen.findByRole('row', { name: /渝巴精密机械/ });
  expect(within(one).getByRole('link', { name: 'SB1' })).toHaveAttribute('href', '/declarations/d1');
  expect(within(one).queryByRole('link', { name: 'DX1' })).toBeNull();
  expect(within(one).getByText(/兑付 DX1/)).toBeInTheDocument();
  await waitFor(() =>
    expect(
      sent.some(
        ({ url }) =>
          url.pathname === '/api/policy/manage/steps' &&
          url.searchParams.get('policyId') === 'p1' &&
          url.searchParams.get('step') === 'FILED',
      ),
    ).toBe(true),
  );
});
