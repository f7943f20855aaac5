import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { PaymentBatch } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import BatchPage from './BatchPage';
import NewBatchPage from './NewBatchPage';

const BATCH = '/api/policy/redemption/batches/b1';
const RESULTS = '/api/policy/redemption/batch-results';

const item = {
  applicationId: 'r1',
  number: 'DF1',
  projectTitle: '技改设备补助',
  enterpriseName: '重庆渝巴精密机械有限公司',
  amount: 90000,
  outcome: 'PENDING',
};
const batch = {
  id: 'b1',
  number: 'ZF1',
  institutionName: '区经信委',
  state: 'DRAFT',
  payments: 1,
  total: 90000,
  preparedBy: 'somebody-else',
  preparer: '王工',
  preparedAt: '2026-11-27T10:00:00+08:00',
  items: [item],
  version: 1,
} as unknown as PaymentBatch;

const who = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json({
    ...someone,
    permissions: ['self', 'policy.payment.prepare', 'policy.payment.approve'],
  }),
};

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

function open(found: PaymentBatch, answers: Record<string, Response> = {}) {
  const sent = answerWith({ ...who, [`GET ${BATCH}`]: json(found), ...answers });
  renderAt(
    '/payments/b1',
    <AntdRoot>
      <SignedIn>
        <BatchPage />
      </SignedIn>
    </AntdRoot>,
    '/payments/:id',
  );
  return sent;
}
const posted = (sent: ReturnType<typeof answerWith>) => sent.filter(({ method }) => method === 'POST');

it('who prepared a batch does not approve it', async () => {
  open({ ...batch, preparedBy: someone.accountId });
  expect(await screen.findByRole('button', { name: '复核通过' })).toBeDisabled();
  expect(screen.getByText('您是编制人，须由其他同事复核')).toBeInTheDocument();
});

it.each([
  ['赵会计', /^赵会计，2026-12-03/],
  [undefined, /^登记人没有留存，2026-12-03/],
])(
  'who registered the results stands beside when, and of an old batch that it is not known',
  async (settler, said) => {
    open({ ...batch, state: 'SETTLED', settler, settledAt: '2026-12-03T10:00:00+08:00' });
    expect((await screen.findByText('登记结果')).nextElementSibling).toHaveTextContent(said);
  },
);

it('another approves it as it was seen, after reading how much it is', async () => {
  const sent = open(batch, { [`POST ${BATCH}/approve`]: json({ ...batch, state: 'APPROVED', version: 2 }) });
  await userEvent.click(await screen.findByRole('button', { name: '复核通过' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent(/共 1 笔、90,000.00.元/);
  await userEvent.click(within(dialog).getByRole('button', { name: '复核通过' }));
  await waitFor(() => expect(posted(sent)).toHaveLength(1));
  expect(posted(sent)[0]!.body).toEqual({ version: 1 });
});

it('what the treasury has is cancelled no more; what is settled has nothing left to do', async () => {
  open({ ...batch, state: 'EXPORTED' });
  expect(await screen.findByRole('button', { name: '导入支付结果' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '作废' })).not.toBeInTheDocument();
});

it.each([
  ['DRAFT', '待支付'],
  ['APPROVED', '待支付'],
  ['EXPORTED', '支付中'],
])('of a batch that is %s a payment is %s', async (state, words) => {
  open({ ...batch, state } as PaymentBatch);
  expect(await screen.findByRole('cell', { name: words })).toBeInTheDocument();
});

it('a batch is handed over by the version that was seen, and its file is the answer', async () => {
  const HAND_OVER = `${BATCH}/hand-over`;
  const xlsx = () =>
    new Response('x', { headers: { 'Content-Disposition': "attachment; filename*=UTF-8''b.xlsx" } });
  const sent = open({ ...batch, state: 'APPROVED', version: 2 }, { [`POST ${HAND_OVER}`]: xlsx() });
  await userEvent.click(await screen.findByRole('button', { name: '导出送国库' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '导出' }));
  expect(await screen.findByText('已导出 b.xlsx')).toBeInTheDocument();
  expect(posted(sent)[0]!.url.pathname).toBe(HAND_OVER);
  expect(posted(sent)[0]!.body).toEqual({ version: 2 });
});

it('to which account a batch pays is read covered', async () => {
  const paid = { ...item, accountBank: '演示银行', accountNumber: '6222 **** 2222' };
  open({ ...batch, items: [paid] } as PaymentBatch);
  expect(await screen.findByText('6222 **** 2222')).toBeInTheDocument();
  expect(screen.getByText('演示银行')).toBeInTheDocument();
});

const choose = async () => {
  await userEvent.click(await screen.findByRole('button', { name: '导入支付结果' }));
  await screen.findByText('点击选择，或把文件拖到这里');
  const file = new File(['x'], '结果.xlsx', {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file);
};

it('a file that is wrong is refused whole, with each line that is', async () => {
  open(
    { ...batch, state: 'EXPORTED' },
    {
      [`POST ${RESULTS}`]: problem(422, 'RESULTS_FAULTY', {
        detail: '支付结果文件有误，没有登记任何结果',
        errors: [
          { field: 'rows[3]', code: 'UNKNOWN', message: '第 3 行：本批次没有申请“DF9”' },
          { field: 'rows', code: 'MISSING', message: '文件中没有 DF1 的支付结果' },
        ],
      }),
    },
  );
  await choose();
  expect(await screen.findByText(/有 2 处错误，没有登记任何结果/)).toBeInTheDocument();
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows).toContain('3本批次没有申请“DF9”');
  expect(rows).toContain('—文件中没有 DF1 的支付结果');
});

it('why a file cannot be read stays in the drawer, until another one is chosen', async () => {
  open(
    { ...batch, state: 'EXPORTED' },
    { [`POST ${RESULTS}`]: problem(422, 'RESULTS_UNREADABLE', { detail: '文件不是有效的 Excel' }) },
  );
  await choose();
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('“结果.xlsx”：没有登记任何结果');
  expect(alert).toHaveTextContent('文件不是有效的 Excel');
});

it('a file that is right is taken for its batch, under a key', async () => {
  const sent = open(
    { ...batch, state: 'EXPORTED' },
    {
      [`POST ${RESULTS}`]: json({
        ...batch,
        state: 'SETTLED',
        items: [{ ...item, outcome: 'FAILED', reason: '账号户名不符' }],
      }),
    },
  );
  await choose();
  expect(await screen.findByText('已登记：0 笔成功，1 笔失败')).toBeInTheDocument();
  const [told] = posted(sent);
  expect(told!.url.searchParams.get('batchId')).toBe('b1');
  expect(told!.headers.get('Idempotency-Key')).toBeTruthy();
  expect((told!.body as FormData).get('file')).toBeInstanceOf(File);
});

it('only what is approved can be chosen; the batch has what was, and its sum to the cent', async () => {
  const row = (id: string, status: string, amount: number) => ({
    id,
    number: id,
    projectTitle: '技改设备补助',
    enterpriseName: `企业${id}`,
    status,
    amount,
    demo: false,
    version: 1,
  });
  const sent = answerWith({
    ...who,
    'GET /api/policy/redemption/applications': json({
      items: [row('r1', 'APPROVED', 0.1), row('r2', 'APPROVED', 0.2), row('r3', 'PAY_FAILED', 5)],
      total: 3,
      page: 1,
      size: 20,
    }),
    'POST /api/policy/redemption/batches': json({ ...batch, id: 'b2' }, 201),
  });
  const { router } = renderAt(
    '/payments/new',
    <AntdRoot>
      <SignedIn>
        <NewBatchPage />
      </SignedIn>
    </AntdRoot>,
  );
  const boxes = await screen.findAllByRole('checkbox', { name: '选择此行' });
  expect(boxes[2]).toBeDisabled();
  await userEvent.click(boxes[0]!);
  await userEvent.click(boxes[1]!);
  expect(screen.getByText(/已选 2 笔，共 0.30.元/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '编制批次' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '编制批次' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/payments/b2'));
  expect(posted(sent)[0]!.body).toEqual({ applications: ['r1', 'r2'] });
});

const lapsed = {
  id: 'c1',
  at: '2026-11-28T09:00:00+08:00',
  asOf: '2026-11-28',
  against: '不符合政策条件，未达到：职工总数（要求 ≥ 10 人）',
  open: true,
};

it('who approves sees what does not fit any more, and ends it with a reason before anything is paid', async () => {
  const END = '/api/policy/redemption/applications/r1/end';
  const sent = open({ ...batch, items: [{ ...item, check: lapsed, version: 7 }] } as PaymentBatch, {
    [`POST ${BATCH}/approve`]: problem(422, 'NOT_PAYABLE', {
      detail: '有申请不能列入支付批次',
      errors: [{ field: 'payments.DF1', code: 'LAPSED', message: '重庆渝巴精密机械有限公司（DF1）不再符合' }],
    }),
    [`POST ${END}`]: json({ id: 'r1', status: 'ENDED' }),
  });
  expect(await screen.findByText('不再符合')).toBeInTheDocument();
  expect(screen.getByText(lapsed.against)).toBeInTheDocument();
  await userEvent.click(await screen.findByRole('button', { name: '复核通过' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '复核通过' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('重庆渝巴精密机械有限公司（DF1）不再符合');

  await userEvent.click(screen.getByRole('button', { name: /^终\s?止$/ }));
  const drawer = await screen.findByRole('dialog', { name: '终止兑付' });
  await userEvent.type(within(drawer).getByLabelText('终止的原因'), '企业已迁出');
  await userEvent.click(within(drawer).getByRole('button', { name: /^终\s?止$/ }));
  await waitFor(() => expect(posted(sent).some(({ url }) => url.pathname === END)).toBe(true));
  const ended = posted(sent).find(({ url }) => url.pathname === END)!;
  expect(ended.body).toEqual({ version: 7, reason: '企业已迁出' });
  expect(ended.headers.get('Idempotency-Key')).toBeTruthy();
});

const toBegin = '重庆渝巴精密机械有限公司（DF1）：依据的政策自 2999年1月1日 起施行，施行前不能支付';

it.each([
  ['DRAFT', '复核通过', '复核通过', 'approve'],
  ['APPROVED', '导出送国库', '导出', 'hand-over'],
])('of what was not checked a refusal is read too: %s', async (state, button, sure, step) => {
  open({ ...batch, state } as PaymentBatch, {
    [`POST ${BATCH}/${step}`]: problem(422, 'NOT_PAYABLE', {
      detail: `有申请不能支付：${toBegin}`,
      errors: [{ field: 'payments.DF1', code: 'NOT_BEGUN', message: toBegin }],
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: button }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: sure }));
  const list = await screen.findByText('有 1 笔不能支付');
  expect(list.closest('[role=alert]')).toHaveTextContent(toBegin);
});

it('where only the day is against a payment it is told, and nobody is asked to decide', async () => {
  const early = { id: lapsed.id, at: lapsed.at, asOf: lapsed.asOf, open: false, beginsOn: '2999-01-01' };
  open({ ...batch, items: [{ ...item, check: early, version: 7 }] } as PaymentBatch);
  expect(await screen.findByText('尚未施行')).toBeInTheDocument();
  expect(screen.getByText('政策自 2999年1月1日 起施行，施行后支付')).toBeInTheDocument();
  expect(screen.queryByText(/不再符合|^符合条件$/)).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '仍予支付' })).not.toBeInTheDocument();
});

it('who decided that it is paid all the same does not approve the batch, and everybody reads why it is', async () => {
  const kept = {
    ...lapsed,
    open: false,
    keptBy: someone.accountId,
    keeper: '王工',
    keptAt: '2026-11-28T10:00:00+08:00',
    keptReason: '公示时符合',
  };
  open({ ...batch, items: [{ ...item, check: kept, version: 7 }] } as PaymentBatch);
  expect(await screen.findByText(/仍予支付：公示时符合（王工/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '复核通过' })).toBeDisabled();
  expect(screen.getByText('有您决定仍予支付的申请，须由其他同事复核')).toBeInTheDocument();
});

it('what does not fit any more is chosen for a batch only after somebody decided', async () => {
  const KEEP = '/api/policy/redemption/applications/r1/keep';
  const row = {
    id: 'r1',
    number: 'DX1',
    projectTitle: '认定奖补',
    enterpriseName: '重庆渝巴精密机械有限公司',
    status: 'APPROVED',
    amount: 20000,
    demo: false,
    version: 3,
  };
  const list = (check?: object) => json({ items: [{ ...row, check }], total: 1, page: 1, size: 20 });
  const sent = answerWith({
    ...who,
    'GET /api/policy/redemption/applications': [
      list(),
      list(lapsed),
      list({ ...lapsed, open: false, keeper: '王工', keptAt: lapsed.at, keptReason: '公示时符合' }),
    ],
    'POST /api/policy/redemption/batches': problem(422, 'NOT_PAYABLE', {
      detail: '有申请不能列入支付批次',
      errors: [
        { field: 'applications[0]', code: 'LAPSED', message: '重庆渝巴精密机械有限公司（DX1）不再符合' },
      ],
    }),
    [`POST ${KEEP}`]: json({ ...lapsed, open: false }),
  });
  renderAt(
    '/payments/new',
    <AntdRoot>
      <SignedIn>
        <NewBatchPage />
      </SignedIn>
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByRole('checkbox', { name: '选择此行' }));
  await userEvent.click(screen.getByRole('button', { name: '编制批次' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '编制批次' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('（DX1）不再符合');
  expect(await screen.findByText(lapsed.against)).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('checkbox', { name: '选择此行' })).toBeDisabled());
  expect(screen.queryByText(/已选/)).toBeNull();

  await userEvent.click(screen.getByRole('button', { name: '仍予支付' }));
  const drawer = await screen.findByRole('dialog');
  await userEvent.type(within(drawer).getByLabelText('仍予支付的理由'), '公示时符合');
  await userEvent.click(within(drawer).getByRole('button', { name: '仍予支付' }));
  await waitFor(() => expect(screen.getByRole('checkbox', { name: '选择此行' })).toBeEnabled());
  expect(posted(sent).find(({ url }) => url.pathname === KEEP)!.body).toEqual({
    checkId: 'c1',
    reason: '公示时符合',
  });
  expect(screen.queryByText('有 1 笔不能支付')).toBeNull();
});

it('what waits is shown first; all of it is what may be paid, and what is paid or over cannot be ended', async () => {
  const row = (id: string, status: string, check?: object) => ({
    id,
    number: `DF-${id}`,
    projectTitle: '技改设备补助',
    enterpriseName: `企业${id}`,
    status,
    amount: 100,
    demo: false,
    check,
    version: 1,
  });
  const sent = answerWith({
    ...who,
    'GET /api/policy/redemption/applications': json({
      items: [
        row('waits', 'APPROVED'),
        row('failed', 'PAY_FAILED'),
        row('returned', 'RETURNED'),
        row('undecided', 'PAYING', lapsed),
        row('paying', 'PAYING'),
        row('paid', 'PAID'),
        row('ended', 'ENDED'),
        row('rejected', 'REJECTED'),
      ],
      total: 8,
      page: 1,
      size: 20,
    }),
  });
  renderAt(
    '/payments/new',
    <AntdRoot>
      <SignedIn>
        <NewBatchPage />
      </SignedIn>
    </AntdRoot>,
  );
  const asked = () =>
    sent.filter(({ url }) => url.pathname === '/api/policy/redemption/applications').at(-1)!.url.searchParams;
  await screen.findByText('企业waits');
  const rows = screen.getAllByRole('row').slice(1);
  expect(
    rows
      .filter((one) => within(one).queryByRole('button', { name: /^终\s?止$/ }))
      .map((one) => /企业([a-z]+)/.exec(one.textContent ?? '')?.[1]),
  ).toEqual(['waits', 'failed', 'returned', 'undecided']);
  expect(asked().get('status')).toBe('APPROVED');
  expect(asked().get('payable')).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: '全部' }));
  await waitFor(() => expect(asked().get('status')).toBeNull());
  expect(asked().get('payable')).toBe('true');
});

it('nothing that waits to be paid is no search that found nothing', async () => {
  answerWith({
    ...who,
    'GET /api/policy/redemption/applications': json({ items: [], total: 0, page: 1, size: 20 }),
  });
  renderAt(
    '/payments/new?status=APPROVED',
    <AntdRoot>
      <SignedIn>
        <NewBatchPage />
      </SignedIn>
    </AntdRoot>,
  );
  expect(await screen.findByText('没有待支付的申请')).toBeInTheDocument();
  expect(screen.getByText('公示期满后出现在这里')).toBeInTheDocument();
});

it('what happened to a batch stands as terms, each with who did it', async () => {
  open({ ...batch, state: 'APPROVED', approver: '李工', approvedAt: '2026-11-28T09:30:00+08:00' });
  const term = async (name: string) => (await screen.findByText(name, { selector: 'dt' })).nextSibling;
  expect(await term('编制')).toHaveTextContent('王工，2026-11-27 10:00');
  expect(await term('复核')).toHaveTextContent('李工，2026-11-28 09:30');
  expect(screen.queryByText('送国库', { selector: 'dt' })).toBeNull();
});
