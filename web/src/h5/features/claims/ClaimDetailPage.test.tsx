import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, Route, Routes } from 'react-router';
import { beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, signedInAs, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import { JUST_SUBMITTED } from '../me/AfterSubmission';
import ClaimDetailPage from './ClaimDetailPage';

const claim = {
  id: 'c1',
  number: 'LM20261130000157',
  kind: 'FIRST',
  version: 0,
  status: 'SUBMITTED',
  enterpriseId: 'e1',
  enterpriseName: '重庆渝巴精密机械有限公司',
  uscc: '91500113MAX5XQ4WX4',
  legalRepName: '陈志远',
  agentName: '周敏',
  agentPhone: '138****5678',
  letterFile: { id: 'f1', name: '授权书.pdf', contentType: 'application/pdf', size: 2048 },
  consents: ['BASIC'],
  scanners: ['GOVERNMENT'],
  channel: 'WECHAT',
  submittedAt: '2026-11-30T20:00:00+08:00',
  promise: { id: 'p1', state: 'RUNNING', workingDays: 3, dueOn: '2026-12-03', remainingWorkingDays: 3 },
  demo: false,
};

function open(at: string, of: object = claim) {
  answerWith({
    ...signedInAs(someone),
    'GET /api/code/my/claims/c1': json(of),
    'GET /api/ops/my/evaluations': json({ items: [{ caseId: 'c1' }], total: 1, page: 1, size: 100 }),
  });
  return renderAt(
    at,
    <MobileRoot>
      <Routes>
        <Route
          path="/claim"
          element={
            <Link to="/my/claims/c1" state={JUST_SUBMITTED}>
              提交领码申请
            </Link>
          }
        />
        <Route path="/my/claims/:id" element={<ClaimDetailPage />} />
      </Routes>
    </MobileRoot>,
  );
}

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
});

it('who has just handed in reads its number, by when it is reviewed and what comes next, and goes on to its progress', async () => {
  const { router } = open('/claim');
  await userEvent.click(screen.getByRole('link', { name: '提交领码申请' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: '申请已提交' })).toHaveFocus());
  expect(screen.getByText('LM20261130000157')).toBeInTheDocument();
  expect(screen.getByText('2026年12月3日').parentElement).toHaveTextContent(
    '工作人员将于 2026年12月3日前（含当日）审核',
  );
  expect(screen.getByText('审核通过后自动发放企业码，您成为该企业的管理员。')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '返回首页' })).toHaveAttribute('href', '/');
  // Nor is it said again when the page is loaded anew.
  await waitFor(() => expect(router.state.location.state).toBeNull());

  await userEvent.click(screen.getByRole('button', { name: '查看进度' }));
  expect(screen.getByRole('heading', { name: '办理进度' })).toBeInTheDocument();
  expect(screen.queryByText('接下来')).toBeNull();
});

it('of a claim that waits its progress stands first, and nothing of what there is not yet', async () => {
  open('/my/claims/c1');
  const progress = await screen.findByRole('heading', { name: '办理进度' });
  const about = screen.getByRole('heading', { name: claim.enterpriseName });
  expect(progress.compareDocumentPosition(about)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(screen.queryByText('申请已提交')).toBeNull();
  expect(screen.queryByText('企业码编号')).toBeNull();
  expect(screen.queryByText('领取时间')).toBeNull();
  expect(screen.queryByText('审核时间')).toBeNull();
  const withdraw = screen.getByRole('button', { name: '撤回申请' });
  expect(about.compareDocumentPosition(withdraw)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await userEvent.click(withdraw);
  expect(await screen.findByRole('dialog', { name: '撤回这次领码申请？' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '不撤回' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('leads from a claim that was rejected to its evaluation', async () => {
  open('/my/claims/c1', { ...claim, status: 'REJECTED', reason: '营业执照已注销' });
  expect(await screen.findByRole('link', { name: '评价办理情况' })).toHaveAttribute(
    'href',
    '/my/evaluations/c1',
  );
});
