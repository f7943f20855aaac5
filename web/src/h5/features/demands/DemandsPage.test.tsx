import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import CasesPage from '../coordination/CasesPage';
import DemandsPage from './DemandsPage';

const promise = {
  id: 'p1',
  state: 'RUNNING',
  workingDays: 3,
  dueOn: '2026-12-02',
  dueAt: '2026-12-02T17:30:00+08:00',
  remainingWorkingDays: 2,
  broken: false,
  extensionAsked: false,
};
const listed = (item: object) => json({ items: [item], total: 1, page: 1, size: 20 });

it('the list of demands says by when a bank that claimed one has to answer', async () => {
  answerWith({
    'GET /api/finance/my/demands': listed({
      id: 'd1',
      number: 'XQ1',
      amount: 500_000,
      purpose: '采购原材料',
      status: 'OPEN',
      expiresOn: '2026-12-28',
      claims: [{ id: 'k1', status: 'CLAIMED', promise }],
    }),
  });
  renderAt('/my/demands', <DemandsPage />);
  expect(await screen.findByText('还剩 2 个工作日')).toBeInTheDocument();
  expect(screen.getByText('承诺 2026-12-02 17:30 前答复')).toBeInTheDocument();
});

it('the list of declared cases says by when a bank has to answer', async () => {
  answerWith({
    'GET /api/finance/my/coordination-cases': listed({
      id: 'c1',
      number: 'XT1',
      amount: 300_000,
      purpose: '购置设备',
      status: 'RECOMMENDED',
      declaredAt: '2026-11-28T09:00:00+08:00',
      answers: [{ id: 'r1', bankName: '甲银行', status: 'PENDING', promise }],
    }),
  });
  renderAt('/my/coordination', <CasesPage />);
  expect(await screen.findByText('还剩 2 个工作日')).toBeInTheDocument();
});
