import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import DemandPage from './DemandPage';
import DemandsPage from './DemandsPage';
import NewDemandPage from './NewDemandPage';

const session = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json(someone),
};

const claim = (id: string, bankName: string, more: object) => ({
  id,
  bankId: id,
  bankName,
  officerName: '曹佳涛',
  status: 'OFFERED',
  claimedAt: '2026-11-28T10:00:00+08:00',
  agreed: false,
  version: 1,
  ...more,
});

const offer = (productTitle: string, rate: number) => ({
  productId: productTitle,
  productTitle,
  amount: 400_000,
  rate,
  termMonths: 12,
  until: '2026-12-10',
  offeredAt: '2026-11-28T11:00:00+08:00',
});

const demand = (more: object) => ({
  demand: {
    id: 'd1',
    number: 'XQ20261128000001',
    amount: 500_000,
    termMonths: 12,
    purpose: '采购原材料、支付货款',
    guarantees: [],
    wantedOn: '2026-12-10',
    townName: '鱼洞街道',
    industry: '制造业',
    size: '企业，注册资本 500 万至 1000 万元',
    demo: false,
    channel: 'PC',
    status: 'OPEN',
    postedAt: '2026-11-28T09:00:00+08:00',
    expiresOn: '2026-12-28',
    openClaims: 3,
    claims: [],
    version: 0,
    ...more,
  },
  contactName: '陈志远',
  contactPhone: '138****5678',
});

const show = (mine: object, more: Parameters<typeof answerWith>[0] = {}) => {
  const sent = answerWith({ ...session, 'GET /api/finance/my/demands/d1': json(mine), ...more });
  renderAt(
    '/center/demands/d1',
    <AntdRoot>
      <SignedIn>
        <DemandPage />
      </SignedIn>
    </AntdRoot>,
    '/center/demands/:id',
  );
  return sent;
};

it('the list says by when a bank that claimed a demand has to answer, and nothing where nobody has to', async () => {
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
  const claims = [claim('k1', '甲银行', { status: 'CLAIMED', promise })];
  const items = [demand({ claims }).demand, demand({ id: 'd2', number: 'XQ2' }).demand];
  answerWith({ ...session, 'GET /api/finance/my/demands': json({ items, total: 2, page: 1, size: 20 }) });
  renderAt(
    '/center/demands',
    <AntdRoot>
      <SignedIn>
        <DemandsPage />
      </SignedIn>
    </AntdRoot>,
    '/center/demands',
  );
  const claimed = (await screen.findByText('XQ20261128000001')).closest('tr')!;
  expect(claimed).toHaveTextContent('2026-12-02还剩 2 个工作日');
  expect(screen.getByText('XQ2').closest('tr')).not.toHaveTextContent('还剩');
});

it('sends nothing until all is said, and says what banks will see', async () => {
  const sent = answerWith({
    ...session,
    'GET /api/user/reference/dictionary': json([{ code: 'LOAN_PURPOSE.2_EQUIPMENT', name: '购置设备' }]),
  });
  renderAt(
    '/center/demands/new',
    <AntdRoot>
      <SignedIn>
        <NewDemandPage />
      </SignedIn>
    </AntdRoot>,
    '/center/demands/new',
  );
  expect(await screen.findByText(/只有您对某家银行点了“同意查看”后/)).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: '发布需求' }));
  for (const missing of ['请填写融资金额', '请选择期限', '请选择贷款用途', '请选择用款日期'])
    expect((await screen.findAllByText(missing)).length).toBeGreaterThan(0);
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
});

it('what was typed and not sent is there again, but no day that is over and no purpose that is gone', async () => {
  answerWith({
    ...session,
    'GET /api/user/reference/dictionary': json([{ code: 'LOAN_PURPOSE.2_EQUIPMENT', name: '购置设备' }]),
  });
  const open = () =>
    renderAt(
      '/center/demands/new',
      <AntdRoot>
        <SignedIn>
          <NewDemandPage />
        </SignedIn>
      </AntdRoot>,
      '/center/demands/new',
    );
  const first = open();
  fireEvent.change(await screen.findByLabelText('融资金额（万元）'), { target: { value: '55' } });
  expect(screen.queryByText(/已恢复/)).not.toBeInTheDocument();
  const key = () => Object.keys(localStorage).find((one) => one.includes('demand.'));
  await waitFor(() => expect(key()).toBeDefined());
  first.unmount();

  localStorage.setItem(
    key()!,
    JSON.stringify({ amountWan: 55, purpose: '早已取消的用途', wantedOn: '2020-01-01', contactName: '周敏' }),
  );
  open();
  expect(await screen.findByText('已恢复上次未发布的填写。')).toBeInTheDocument();
  expect(screen.getByLabelText('融资金额（万元）')).toHaveValue('55');
  expect(screen.getByLabelText('姓名')).toHaveValue('周敏');
  expect(screen.getByLabelText('用款日期')).toHaveValue('');
  expect(screen.queryByText('早已取消的用途')).not.toBeInTheDocument();
});

it('offers stand beside each other with what is paid each month; each can be chosen while the demand stands', async () => {
  show(
    demand({
      claims: [
        claim('c1', '甲银行', { offer: offer('云税贷', 3.65) }),
        claim('c2', '乙银行', { offer: offer('经营贷', 4), agreed: true }),
        claim('c3', '丙银行', { status: 'CLAIMED' }),
      ],
    }),
  );
  expect(await screen.findByRole('columnheader', { name: '甲银行' })).toBeInTheDocument();
  expect(screen.getByRole('columnheader', { name: '乙银行' })).toBeInTheDocument();
  expect(screen.queryByRole('columnheader', { name: '丙银行' })).not.toBeInTheDocument();
  expect(screen.getByText('33,996.03 元')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '选定这个报价：甲银行' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '选定这个报价：丙银行' })).not.toBeInTheDocument();
  expect(screen.getAllByRole('button', { name: '同意该银行查看' })).toHaveLength(2);
  expect(screen.getByRole('button', { name: '撤回同意' })).toBeInTheDocument();
});

it('what has ended can be neither chosen nor shown nor taken back, and leads to its application', async () => {
  show(
    demand({
      status: 'CHOSEN',
      applicationId: 'a1',
      claims: [claim('c1', '甲银行', { status: 'CHOSEN', offer: offer('云税贷', 3.65) })],
    }),
  );
  expect(await screen.findByRole('link', { name: '查看申请进度' })).toHaveAttribute(
    'href',
    '/center/applications/a1',
  );
  expect(screen.getByText('已随融资申请提供给该银行')).toBeInTheDocument();
  expect(screen.queryByText('发布渠道'), 'by which page they posted it says nothing to them').toBeNull();
  // The table of offers says which one it was.
  expect(within(screen.getByRole('table')).getByText('已选定')).toBeInTheDocument();
  for (const name of [/^选定/, '同意该银行查看', '撤回需求'])
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
});

it('who still owes a loan starts from an additional one, not from a first', async () => {
  answerWith({
    ...session,
    'GET /api/finance/my/demands/d1': json(
      demand({ claims: [claim('c1', '甲银行', { offer: offer('云税贷', 3.65) })] }),
    ),
    'GET /api/finance/my/application-kind': json({ kind: 'FIRST', earlierLoans: [] }),
    'GET /api/match/my/profile': json({
      groups: [{ facts: [{ name: 'totalBizLoan', value: 300 }] }],
      taxAuthorization: { granted: false, covers: [] },
    }),
  });
  renderAt(
    '/center/demands/d1',
    <AntdRoot>
      <SignedIn>
        <DemandPage />
      </SignedIn>
    </AntdRoot>,
    '/center/demands/:id',
  );
  fireEvent.click(await screen.findByRole('button', { name: '选定这个报价：甲银行' }));
  expect(await screen.findByRole('radio', { name: '新增贷款' })).toBeChecked();
  expect(screen.getByRole('radio', { name: '首贷' })).not.toBeChecked();
});

it('a demand that was evaluated leads to what was given', async () => {
  show(demand({ status: 'CHOSEN', claims: [claim('a', '甲银行', { offer: offer('云税贷', 3.85) })] }), {
    'GET /api/ops/my/finished-cases/d1': json({ evaluation: { againOpen: false } }),
  });
  expect(await screen.findByRole('link', { name: '查看我的评价' })).toHaveAttribute(
    'href',
    '/center/evaluations/d1',
  );
});

it('an ended demand leads to its evaluation only where there is something to evaluate', async () => {
  const ended = demand({ status: 'CHOSEN', claims: [claim('a', '甲银行', { offer: offer('甲贷', 3.4) })] });
  show(ended, { 'GET /api/ops/my/finished-cases/d1': json({ caseId: 'd1', open: true }) });
  expect(await screen.findByRole('link', { name: '评价办理情况' })).toHaveAttribute(
    'href',
    '/center/evaluations/d1',
  );
  cleanup();

  // It ended before demands were asked about.
  const sent = show(ended, { 'GET /api/ops/my/finished-cases/d1': problem(404, 'NOT_FOUND') });
  await waitFor(() =>
    expect(sent.some(({ url }) => url.pathname === '/api/ops/my/finished-cases/d1')).toBe(true),
  );
  expect(screen.getByRole('link', { name: '返回列表' })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: '评价办理情况' })).toBeNull();
});
