import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { matchResult, nearlyMet } from '@/shared/test/match';
import { renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { Desk } from './Desk';

const none = json({ items: [], total: 0, page: 1, size: 50 });
const nothing = {
  ...signedInAs(someone),
  'GET /api/code/my/code': json({ status: 'ACTIVE', level: 'NORMAL' }),
  'GET /api/finance/my/applications': none,
  'GET /api/policy/my/declarations': none,
  'GET /api/policy/my/redemptions': none,
  'GET /api/code/my/claims': none,
};

const show = () =>
  renderAt(
    '/',
    <SignedIn>
      <Desk />
    </SignedIn>,
  );

it('what an enterprise can have, nearly has and waits for are figures that lead there', async () => {
  answerWith({
    ...nothing,
    'GET /api/match/my/match/latest': json(
      matchResult({ policies: [nearlyMet, { ...nearlyMet, code: 'N02', outcome: 'ELIGIBLE' }] }),
    ),
    'GET /api/policy/my/redemptions': json({
      items: [{ id: 'r1', number: 'DX1', projectTitle: '补助', status: 'SUBMITTED' }],
    }),
  });
  show();
  expect(await screen.findByRole('link', { name: /可享/ })).toHaveTextContent('1可享');
  expect(screen.getByRole('link', { name: /差一项/ })).toHaveAttribute('href', '/match?outcome=NEARLY');
  expect(await screen.findByRole('link', { name: /进行中/ })).toHaveTextContent('1进行中的事项');
});

it('the state of the code leads to where it says why it is so', async () => {
  answerWith({
    ...nothing,
    'GET /api/code/my/code': json({ status: 'FROZEN', level: 'NORMAL' }),
    'GET /api/match/my/match/latest': json(matchResult({ policies: [] })),
  });
  show();
  expect(await screen.findByRole('link', { name: '已冻结' })).toHaveAttribute('href', '/my/code');
});

it('whose claim waits has its state on the first page, not the way to claim once more', async () => {
  const claim = {
    id: 'c1',
    number: 'LM20261130000157',
    enterpriseName: '示例机械有限公司',
    status: 'SUBMITTED',
    submittedAt: '2026-11-30T20:00:00+08:00',
    promise: { state: 'RUNNING', dueOn: '2026-12-03', remainingWorkingDays: 3 },
  };
  answerWith({
    ...signedInAs({ ...someone, enterprise: undefined, permissions: ['self', 'code.claim'] }),
    'GET /api/user/my/ended-enterprises': json([]),
    'GET /api/code/my/claims': json({ items: [claim], total: 1, page: 1, size: 20 }),
  });
  show();
  expect(await screen.findByText('示例机械有限公司')).toBeInTheDocument();
  expect(screen.getByText('待审核')).toBeInTheDocument();
  expect(screen.getByText(/LM20261130000157/).closest('p')).toHaveTextContent(
    '工作人员将于 2026年12月3日前（含当日）审核',
  );
  expect(screen.getByRole('link', { name: '查看进度' })).toHaveAttribute('href', '/my/claims/c1');
  expect(screen.queryByRole('link', { name: '领取企业码' })).toBeNull();
});

it('whose claim was refused after another code of theirs had ended reads of the refusal', async () => {
  const claim = {
    id: 'c1',
    number: 'LM20261130000158',
    enterpriseName: '示例机械有限公司',
    status: 'REJECTED',
    reason: '授权书没有加盖公章',
    submittedAt: '2026-11-23T10:00:00+08:00',
    decidedAt: '2026-11-25T10:00:00+08:00',
  };
  answerWith({
    ...signedInAs({ ...someone, enterprise: undefined, permissions: ['self', 'code.claim'] }),
    'GET /api/user/my/ended-enterprises': json([
      { name: '旭砺摩配有限公司', endedAt: '2026-11-24T10:00:00+08:00', reason: '企业已注销登记' },
    ]),
    'GET /api/code/my/claims': json({ items: [claim], total: 1, page: 1, size: 20 }),
  });
  show();
  expect(await screen.findByText(/授权书没有加盖公章/)).toBeInTheDocument();
  expect(screen.queryByText(/旭砺摩配有限公司/)).toBeNull();
});

it('who has not matched yet is led to it, and of nothing under way there is no figure', async () => {
  answerWith({ ...nothing, 'GET /api/match/my/match/latest': json(null) });
  show();
  expect(await screen.findByRole('link', { name: '按企业画像匹配政策和贷款产品' })).toBeInTheDocument();
  expect(await screen.findByText('正常')).toBeInTheDocument();
  expect(screen.queryByText(/进行中/)).toBeNull();
});
