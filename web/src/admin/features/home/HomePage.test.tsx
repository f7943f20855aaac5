import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import HomePage from './HomePage';

const page = (items: object[], total = items.length) => json({ items, total, page: 1, size: 6 });

const at = '2026-11-26T10:00:00+08:00';
const claim = (id: string, standing: 'BROKEN' | 'RUNNING', left: number) => ({
  id,
  enterpriseName: `企业${id}`,
  agentName: '王经办',
  submittedAt: at,
  promise: {
    id,
    broken: standing === 'BROKEN',
    state: 'RUNNING',
    dueOn: `2026-12-0${left + 1}`,
    extensionAsked: false,
    remainingWorkingDays: left,
    workingDays: 3,
  },
});
const answers = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/message/my/unread-count': json({ count: 0 }),
  'GET /api/user/staff': page(
    [
      {
        accountId: 'a7',
        displayName: '新来的王经办',
        institutionName: '建设银行',
        roleNames: [],
        registeredAt: at,
      },
    ],
    3,
  ),
  'GET /api/user/roles': page([
    {
      code: 'R1',
      name: '贷款复核员',
      institutionName: '建设银行',
      preset: false,
      updatedByName: '李安全',
      updatedAt: at,
    },
    { code: 'R2', name: '从未改过', preset: true },
  ]),
  'GET /api/ops/operations': page(
    [{ seq: 41, actionLabel: '冻结企业码', actorName: '李审核', subjectName: 'QY1', occurredAt: at }],
    17,
  ),
  'GET /api/ops/operations/chain': json({
    entries: 41,
    lastSeq: 41,
    checkpoints: 5,
    signedThrough: 39,
    signedAt: at,
  }),
  'GET /api/ops/sign-ins': page(
    [{ seq: 1, username: 'root', result: 'BAD_CREDENTIALS', address: '10.0.0.9', at }],
    8,
  ),
  'GET /api/message/push-log': page([], 2),
  'GET /api/policy/declarations': page([], 4),
  'GET /api/policy/redemption/applications': page([], 0),
  'GET /api/policy/redemption/objections': page([], 1),
  'GET /api/finance/coordination-cases': page([], 6),
  'GET /api/finance/manage/articles': page([], 5),
  'GET /api/ops/evaluations': page([], 7),
  'GET /api/code/claims': page(
    [claim('c1', 'BROKEN', 0), claim('c2', 'RUNNING', 0), claim('c3', 'RUNNING', 4)],
    12,
  ),
  'GET /api/policy/desk': json({
    at,
    soonUntil: '2026-12-01',
    closingUntil: '2026-12-10',
    figures: [
      { list: 'DECLARATIONS', which: 'WAITING', count: 4 },
      { list: 'DECLARATIONS', which: 'OVERDUE', count: 2 },
    ],
  }),
  'GET /api/stats/policy-funnel': page([]),
};

function open(...permissions: string[]) {
  const sent = answerWith({
    ...answers,
    'GET /api/auth/me': json({ ...someone, permissions: ['self', ...permissions] }),
  });
  renderAt(
    '/',
    <AntdRoot>
      <SignedIn>
        <HomePage />
      </SignedIn>
    </AntdRoot>,
  );
  return sent;
}

it('the security administrator begins with the accounts that wait for a role and the roles that changed', async () => {
  const sent = open('user.account.read', 'user.staff.grant', 'user.role.read', 'user.role.manage');
  expect(await screen.findByRole('link', { name: '新来的王经办' })).toHaveAttribute(
    'href',
    expect.stringContaining('granted=false'),
  );
  expect(screen.getByRole('link', { name: '贷款复核员' })).toBeInTheDocument();
  expect(screen.getByText(/由 李安全 修改/)).toBeInTheDocument();
  expect(screen.queryByText('从未改过')).toBeNull();
  expect(await screen.findByRole('link', { name: /待授权账号\s*3/ })).toBeInTheDocument();
  expect(sent.map((one) => one.url.pathname)).not.toContain('/api/ops/sign-ins');
  expect(screen.queryByText('操作日志防篡改')).toBeNull();
});

it('the audit administrator begins with what was done, who failed to sign in, and how far the log is signed', async () => {
  const sent = open('ops.audit.read', 'auth.signin-log.read', 'message.push-log.read');
  expect(await screen.findByRole('link', { name: '冻结企业码' })).toHaveAttribute('href', '/operations/41');
  expect(await screen.findByText('2 条待签名，每分钟签名一次')).toBeInTheDocument();
  const failed = screen.getByRole('region', { name: '最近登录失败' });
  expect((await within(failed).findByText('10.0.0.9')).closest('li')).toHaveTextContent(
    '账号或密码错误10.0.0.9',
  );
  expect(await screen.findByRole('link', { name: /发送失败的消息\s*2/ })).toHaveAttribute(
    'href',
    '/pushes?result=FAILED',
  );
  const counted = sent.find((one) => one.url.pathname === '/api/ops/sign-ins')!;
  expect(counted.url.searchParams.get('failed')).toBe('true');
});

it('the finance office finds what is to be checked, to be reviewed and to be put right, each with its list', async () => {
  const sent = open('finance.coordination.manage', 'finance.news.review', 'ops.evaluation.handle');
  for (const [name, list, query] of [
    [/待核查申报\s*6/, '/coordination/cases?status=DECLARED', 'status=DECLARED'],
    [/待审核金融内容\s*5/, '/articles?status=SUBMITTED', 'status=SUBMITTED'],
    [/待整改差评\s*7/, '/evaluations?state=TO_ANSWER', 'state=TO_ANSWER'],
  ] as const) {
    expect(await screen.findByRole('link', { name })).toHaveAttribute('href', list);
    expect(sent.some((one) => one.url.search.includes(query))).toBe(true);
  }
});

it('whoever reviews claims reads first which are late and which are due today, with their promised dates', async () => {
  const sent = open('code.claim.review');
  const tile = await screen.findByRole('link', { name: /待审核领码\s*12/ });
  expect(tile).toHaveTextContent('1 件已超期');
  expect(tile).toHaveTextContent('1 件今天到期');
  const list = within(screen.getByRole('region', { name: '最先到期的领码申请' }));
  expect((await list.findByRole('link', { name: '企业c2' })).closest('li')).toHaveTextContent(
    '经办人 王经办2026-12-01今天到期',
  );
  const asked = sent.filter((one) => one.url.pathname === '/api/code/claims');
  expect(asked.map((one) => one.url.searchParams.get('sort'))).toEqual(['dueAt,asc', 'dueAt,asc']);
});

it('what waits stands large, and what does not in one line, both with their lists', async () => {
  const sent = open('policy.declaration.handle', 'policy.redemption.handle', 'stats.policy-funnel.read');
  const waits = within(await screen.findByRole('navigation', { name: '待办事项' }));
  expect(await waits.findByRole('link', { name: /^待办理申报\s*4/ })).toBeInTheDocument();
  const idle = await waits.findByRole('link', { name: '待审核兑付' });
  expect(idle).toHaveAttribute('href', '/redemptions?status=SUBMITTED');
  expect(idle.closest('p')).toHaveTextContent('目前没有：');
  expect(idle.closest('p')).toHaveTextContent('未读消息');
  expect(sent.map((one) => one.url.pathname)).not.toContain('/api/stats/policy-funnel');
});
