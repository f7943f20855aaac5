import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import CasePage from './CasePage';
import CasesPage from './CasesPage';
import NewCasePage from './NewCasePage';

const session = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json(someone),
};

const purposes = json([{ code: 'LOAN_PURPOSE.2_EQUIPMENT', name: '购置设备' }]);

const one = (more: object) => ({
  id: 'c1',
  number: 'XT20261128000001',
  enterpriseId: 'e1',
  enterpriseName: '示例小微企业',
  uscc: '91500113MAX5XQ4WX4',
  demo: false,
  townName: '示例街道',
  origin: 'VISIT',
  institutionName: '示例街道办事处',
  declaredByName: '王晓',
  amount: 300_000,
  termMonths: 12,
  purpose: '购置设备',
  creditKind: 'UNSECURED',
  contactName: '陈志远',
  contactPhone: '138****5678',
  status: 'DECLARED',
  declaredAt: '2026-11-28T09:00:00+08:00',
  findings: [],
  answers: [],
  version: 0,
  ...more,
});

const show = (found: object, more: Parameters<typeof answerWith>[0] = {}) => {
  const sent = answerWith({
    ...session,
    ...more,
    'GET /api/finance/my/coordination-cases/c1': json(found),
    'POST /api/finance/my/coordination-cases/c1/withdraw': json({ ...found, status: 'WITHDRAWN' }),
    'GET /api/ops/my/finished-cases/c1': json({ caseId: 'c1', open: true }),
    ...more,
  });
  renderAt(
    '/center/coordination/c1',
    <AntdRoot>
      <SignedIn>
        <CasePage />
      </SignedIn>
    </AntdRoot>,
    '/center/coordination/:id',
  );
  return sent;
};

it('the list says by when a bank has to answer a recommendation', async () => {
  const answers = [
    {
      id: 'r1',
      bankName: '甲银行',
      status: 'PENDING',
      promise: {
        id: 'p1',
        state: 'RUNNING',
        workingDays: 3,
        dueOn: '2026-12-02',
        dueAt: '2026-12-02T17:30:00+08:00',
        remainingWorkingDays: 2,
        broken: false,
        extensionAsked: false,
      },
    },
  ];
  const items = [one({ status: 'RECOMMENDED', answers })];
  answerWith({
    ...session,
    'GET /api/finance/my/coordination-cases': json({ items, total: 1, page: 1, size: 20 }),
  });
  renderAt(
    '/center/coordination',
    <AntdRoot>
      <SignedIn>
        <CasesPage />
      </SignedIn>
    </AntdRoot>,
    '/center/coordination',
  );
  expect((await screen.findByText('XT20261128000001')).closest('tr')).toHaveTextContent(
    '2026-12-02还剩 2 个工作日',
  );
});

it('nothing is declared before all is said and the enterprise agrees', async () => {
  const sent = answerWith({
    ...session,
    'GET /api/user/reference/dictionary': purposes,
    'GET /api/finance/my/coordination-cases': json({
      items: [one({ status: 'WITHDRAWN' })],
      total: 1,
      page: 1,
      size: 1,
    }),
  });
  renderAt(
    '/center/coordination/new',
    <AntdRoot>
      <SignedIn>
        <NewCasePage />
      </SignedIn>
    </AntdRoot>,
    '/center/coordination/new',
  );
  fireEvent.click(await screen.findByRole('button', { name: '提交申报' }));
  for (const missing of ['请填写融资金额', '请选择期限', '请选择贷款用途', '请先同意以上内容'])
    expect((await screen.findAllByText(missing)).length).toBeGreaterThan(0);
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
});

it('while a case is open no second one is filled in', async () => {
  answerWith({
    ...session,
    'GET /api/user/reference/dictionary': purposes,
    'GET /api/finance/my/coordination-cases': json({ items: [one({})], total: 1, page: 1, size: 1 }),
  });
  renderAt(
    '/center/coordination/new',
    <AntdRoot>
      <SignedIn>
        <NewCasePage />
      </SignedIn>
    </AntdRoot>,
    '/center/coordination/new',
  );
  expect(await screen.findByText(/已有一项融资协调申报（.+）正在办理/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看这项申报' })).toHaveAttribute(
    'href',
    '/center/coordination/c1',
  );
  expect(screen.queryByRole('button', { name: '提交申报' })).not.toBeInTheDocument();
});

it('what waits for the check says so and can be taken back', async () => {
  const sent = show(one({}));
  expect(await screen.findByText('金融管理部门正在核查，有结果时会发消息')).toBeInTheDocument();
  expect(screen.getByText('示例街道办事处走访')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: '撤回申报' }));
  fireEvent.click(await screen.findByRole('button', { name: '确认撤回' }));
  await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true));
});

it('findings and the answers of banks are shown, and the consent is taken back', async () => {
  show(
    one({
      status: 'ANSWERED',
      findings: [
        {
          code: 'LAWFUL',
          name: '合规经营',
          explanation: '依法登记',
          standing: 'MET',
          reason: '登记状态为“存续”',
          byData: true,
        },
        {
          code: 'CREDIT',
          name: '信用状况良好',
          explanation: '无被执行信息',
          standing: 'UNKNOWN',
          reason: '登记信息中没有被执行信息，请核查',
          byData: false,
        },
      ],
      answers: [
        {
          id: 'r1',
          bankId: 'b1',
          bankName: '甲银行',
          status: 'GRANTED',
          recommendedAt: '2026-11-28T10:00:00+08:00',
          decidedAt: '2026-11-29T10:00:00+08:00',
          grantedAmount: 200_000,
          grantedRate: 3.45,
          grantedTermMonths: 12,
          version: 1,
        },
        {
          id: 'r2',
          bankId: 'b2',
          bankName: '乙银行',
          status: 'REFUSED',
          recommendedAt: '2026-11-28T10:00:00+08:00',
          decidedAt: '2026-11-29T10:00:00+08:00',
          refusalReasonCode: 'COLLATERAL',
          words: '没有可抵押的资产',
          version: 1,
        },
      ],
    }),
  );
  // Prompts for the officer are nothing that was found.
  await screen.findByText('合规经营');
  expect(screen.queryByText(/请核查/)).not.toBeInTheDocument();
  expect(await screen.findByText('已授信')).toBeInTheDocument();
  expect(screen.getByText('3.45%')).toBeInTheDocument();
  expect(screen.getByText('没有可抵押的资产')).toBeInTheDocument();
  expect(screen.getByText(/登记状态为“存续”/)).toBeInTheDocument();
  expect(screen.queryByText(/请核查/)).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '撤回申报' })).not.toBeInTheDocument();
  expect(await screen.findByRole('link', { name: '评价办理情况' })).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: '收回授权' }));
  expect(await screen.findByText(/银行已作的答复保留/)).toBeInTheDocument();
});

it('of a silent bank the enterprise reads why it is not waited for', async () => {
  show(one({ status: 'CLOSED', closing: '三次催办没有答复' }));
  expect(await screen.findByText(/三次催办没有答复/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '收回授权' })).toBeEnabled();
  expect(screen.queryByRole('link', { name: '评价办理情况' }), 'no bank decided').toBeNull();
});

it('a case that was evaluated leads to what was given', async () => {
  const answers = [{ id: 'r1', bankId: 'b1', bankName: '甲银行', status: 'SERVED', version: 1 }];
  show(one({ status: 'ANSWERED', answers }), {
    'GET /api/ops/my/finished-cases/c1': json({ evaluation: { againOpen: true } }),
  });
  expect(await screen.findByRole('link', { name: '再次评价' })).toHaveAttribute(
    'href',
    '/center/evaluations/c1',
  );
});

it('an ended case leads to its evaluation only where there is something to evaluate', async () => {
  const ended = one({ status: 'ANSWERED', answers: [{ id: 'r1', bankName: '甲银行', status: 'REFUSED' }] });
  show(ended);
  expect(await screen.findByRole('link', { name: '评价办理情况' })).toHaveAttribute(
    'href',
    '/center/evaluations/c1',
  );
  cleanup();

  // It ended before cases were asked about.
  const sent = show(ended, { 'GET /api/ops/my/finished-cases/c1': problem(404, 'NOT_FOUND') });
  await waitFor(() =>
    expect(sent.some(({ url }) => url.pathname === '/api/ops/my/finished-cases/c1')).toBe(true),
  );
  expect(screen.getByRole('link', { name: '返回列表' })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: '评价办理情况' })).toBeNull();
});
