import { cleanup, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, signedInAs, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import CasePage from '../coordination/CasePage';
import CasesPage from '../coordination/CasesPage';
import DemandPage from './DemandPage';
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

it.each([
  [json({ caseId: 'c1', open: true }), true],
  [json({ caseId: 'c1', open: false }), false],
  // It ended before these were asked about.
  [problem(404, 'NOT_FOUND'), false],
])('what ended leads to its evaluation only where there is something to evaluate', async (found, leads) => {
  const common = { amount: 300_000, termMonths: 12, purpose: '购置设备', contactName: '陈志远' };
  const sent = answerWith({
    ...signedInAs(someone),
    'GET /api/finance/my/demands/c1': json({
      demand: { ...common, id: 'c1', number: 'XQ1', guarantees: [], status: 'CHOSEN', claims: [] },
    }),
    'GET /api/finance/my/coordination-cases/c1': json({
      ...common,
      id: 'c1',
      number: 'XT1',
      status: 'ANSWERED',
      creditKind: 'UNSECURED',
      origin: 'SELF',
      findings: [],
      answers: [{ id: 'r1', bankName: '甲银行', status: 'REFUSED' }],
    }),
    'GET /api/ops/my/finished-cases/c1': found,
  });
  const asked = () => sent.filter(({ url }) => url.pathname === '/api/ops/my/finished-cases/c1').length;
  for (const [at, Page, number] of [
    ['/my/demands', DemandPage, 'XQ1'],
    ['/my/coordination', CasePage, 'XT1'],
  ] as const) {
    const before = asked();
    renderAt(
      `${at}/c1`,
      <MobileRoot>
        <Page />
      </MobileRoot>,
      `${at}/:id`,
    );
    expect(await screen.findByText(number)).toBeInTheDocument();
    await waitFor(() => expect(asked()).toBe(before + 1));
    if (leads) expect(await screen.findByText('评价办理情况')).toBeInTheDocument();
    else expect(screen.queryByText('评价办理情况')).toBeNull();
    cleanup();
  }
});
