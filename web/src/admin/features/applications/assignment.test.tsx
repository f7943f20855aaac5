import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Me } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ApplicationPage from './ApplicationPage';
import ApplicationsPage from './ApplicationsPage';

const HANDLE = 'finance.application.handle';
const ASSIGN = 'finance.application.assign';
const person = (...permissions: string[]): Me => ({
  ...someone,
  userType: 'BANK',
  enterprise: undefined,
  permissions: ['self', ...permissions],
});
const application = {
  id: 'a1',
  number: 'RZ1',
  enterpriseId: 'e1',
  enterpriseName: '示例机械有限公司',
  productId: 'p1',
  productEdition: 1,
  productTitle: '信用快贷',
  bankId: 'b1',
  bankName: '示例银行',
  amount: 1_000_000,
  termMonths: 12,
  kind: 'FIRST',
  purpose: '购置设备',
  status: 'IN_REVIEW',
  channel: 'PC',
  submittedAt: '2026-11-20T10:00:00+08:00',
  disbursedAmount: 0,
  timeline: [],
  demo: false,
  version: 3,
  handling: {},
};
const assignees = {
  officers: [{ accountId: 'o2', name: '吴客户', institutionId: 'b1', institutionName: '示例银行' }],
  branches: [
    { id: 'b1', name: '示例银行' },
    { id: 'b2', name: '城南支行' },
  ],
};

function openCase(me: Me, handling: object, more: Record<string, Response> = {}) {
  document.cookie = 'XSRF-TOKEN=t';
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(me),
    'GET /api/finance/applications/a1': json({ ...application, handling }),
    'GET /api/finance/applications/a1/enterprise': problem(503, 'SERVICE_UNAVAILABLE'),
    'GET /api/finance/products/p1/editions/1': problem(503, 'SERVICE_UNAVAILABLE'),
    'GET /api/finance/assignees': json(assignees),
    ...more,
  });
  renderAt(
    '/applications/a1',
    <AntdRoot>
      <SignedIn>
        <ApplicationPage />
      </SignedIn>
    </AntdRoot>,
    '/applications/:id',
  );
  return sent;
}

function openList(me: Me, more: Record<string, Response> = {}) {
  document.cookie = 'XSRF-TOKEN=t';
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(me),
    'GET /api/finance/applications': json({
      items: [{ ...application, handling: { handlerName: '周客户', branchName: '城南支行' } }],
      total: 1,
      page: 1,
      size: 20,
    }),
    'GET /api/finance/assignees': json(assignees),
    'GET /api/finance/handlers': json([{ handlerId: 'o1', handlerName: '周客户', open: 4 }]),
    ...more,
  });
  renderAt(
    '/applications',
    <AntdRoot>
      <SignedIn>
        <ApplicationsPage />
      </SignedIn>
    </AntdRoot>,
    '/applications',
  );
  return sent;
}

const chooses = async (place: ReturnType<typeof within>, field: string, option: RegExp) => {
  await userEvent.click(place.getByLabelText(field));
  await userEvent.click(await screen.findByText(option, { selector: '.ant-select-item-option-content' }));
};

it('an officer takes what nobody has, and is told when a colleague was quicker', async () => {
  const sent = openCase(
    person(HANDLE),
    {},
    {
      'POST /api/finance/applications/a1/take': problem(409, 'APPLICATION_ALREADY_TAKEN', {
        detail: '该申请已由吴客户办理',
      }),
    },
  );
  const panel = within(await screen.findByRole('region', { name: '本行办理' }));
  expect(panel.getByText('待认领')).toBeVisible();
  expect(panel.queryByRole('button', { name: '分派' })).not.toBeInTheDocument();
  await userEvent.click(panel.getByRole('button', { name: '认领' }));
  expect(await screen.findByText(/该申请已由吴客户办理/)).toBeVisible();
  expect(sent.some((one) => one.method === 'POST' && one.url.pathname.endsWith('/take'))).toBe(true);
});

it('who was slower and may not read it any more is led to the list, with who has it', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(person(HANDLE)),
    'GET /api/finance/applications/a1': [json({ ...application, handling: {} }), problem(404, 'NOT_FOUND')],
    'GET /api/finance/applications/a1/enterprise': problem(503, 'SERVICE_UNAVAILABLE'),
    'GET /api/finance/products/p1/editions/1': problem(503, 'SERVICE_UNAVAILABLE'),
    'POST /api/finance/applications/a1/take': problem(409, 'APPLICATION_ALREADY_TAKEN', {
      detail: '该申请已由吴客户办理',
    }),
  });
  const { router } = renderAt(
    '/applications/a1',
    <AntdRoot>
      <SignedIn>
        <ApplicationPage />
      </SignedIn>
    </AntdRoot>,
    '/applications/:id',
  );
  await userEvent.click(await screen.findByRole('button', { name: '认领' }));
  // It is there before the page is left; there is no list in this test to show it over.
  await screen.findByText('该申请已由吴客户办理');
  await waitFor(() => expect(router.state.location.pathname).toBe('/applications'));
  expect(sent.filter((one) => one.method === 'POST')).toHaveLength(1);
});

it('who has it hands it over with a reason; who has not is offered nothing', async () => {
  const me = person(HANDLE);
  const sent = openCase(
    me,
    { handlerId: me.accountId, handlerName: '周客户' },
    {
      'POST /api/finance/applications/a1/hand-over': json({ ...application, version: 4 }),
    },
  );
  await userEvent.click(await screen.findByRole('button', { name: '转办' }));
  const drawer = within(await screen.findByRole('dialog', { name: '转办融资申请' }));
  await userEvent.click(drawer.getByRole('button', { name: '确认转办' }));
  expect(await drawer.findByText('请填写转办原因')).toBeVisible();
  await chooses(drawer, '办理人', /吴客户/);
  // Said before it is tried.
  expect(drawer.getByLabelText('转办原因')).toHaveAttribute('placeholder', '不少于 5 字');
  await userEvent.type(drawer.getByLabelText('转办原因'), '休年假不在');
  await userEvent.click(drawer.getByRole('button', { name: '确认转办' }));
  await waitFor(() =>
    expect(sent.find((one) => one.method === 'POST')?.body).toEqual({
      version: 3,
      to: { officerId: 'o2' },
      reason: '休年假不在',
    }),
  );
});

const ofColleague = { handlerId: 'o2', handlerName: '吴客户', branchId: 'b2', branchName: '城南支行' };

it('a colleague reads who has it, decides nothing, and takes it over for a reason', async () => {
  const me = person(HANDLE);
  const sent = openCase(me, ofColleague, {
    'POST /api/finance/applications/a1/hand-over': json({ ...application, version: 4 }),
  });
  const panel = within(await screen.findByRole('region', { name: '本行办理' }));
  expect(panel.getByText('吴客户')).toBeVisible();
  expect(panel.getByText('城南支行')).toBeVisible();
  expect(panel.queryByRole('button', { name: '转办' })).not.toBeInTheDocument();
  expect(screen.getByText('该申请由吴客户办理；需由您办理的，请先在“本行办理”中接手')).toBeVisible();
  expect(screen.queryByRole('button', { name: '批准授信' })).not.toBeInTheDocument();

  await userEvent.click(panel.getByRole('button', { name: '接手办理' }));
  const drawer = within(await screen.findByRole('dialog', { name: '接手办理' }));
  await userEvent.click(drawer.getByRole('button', { name: '确认接手' }));
  expect(await drawer.findByText('请填写接手原因')).toBeVisible();
  await userEvent.type(drawer.getByLabelText('接手原因'), '她正在休假');
  await userEvent.click(drawer.getByRole('button', { name: '确认接手' }));
  await waitFor(() =>
    expect(sent.find((one) => one.method === 'POST')?.body).toEqual({
      version: 3,
      to: { officerId: me.accountId },
      reason: '她正在休假',
    }),
  );
});

it('what nobody has is taken before it is decided', async () => {
  openCase(person(HANDLE), {});
  expect(await screen.findByText('该申请尚无人办理，请先在“本行办理”中认领')).toBeVisible();
  expect(screen.queryByRole('button', { name: '批准授信' })).not.toBeInTheDocument();
});

it('who has it decides', async () => {
  const me = person(HANDLE);
  openCase(me, { handlerId: me.accountId, handlerName: '周客户' });
  expect(await screen.findByRole('button', { name: '批准授信' })).toBeVisible();
  expect(screen.queryByRole('button', { name: '接手办理' })).not.toBeInTheDocument();
});

it('a head who works on applications takes over or hands on', async () => {
  openCase(person(HANDLE, ASSIGN), ofColleague);
  expect(await screen.findByRole('button', { name: '接手办理' })).toBeVisible();
  expect(screen.getByRole('button', { name: '转办' })).toBeVisible();
  expect(screen.queryByRole('button', { name: '批准授信' })).not.toBeInTheDocument();
});

it('a head hands over all that one of the people has', async () => {
  const sent = openList(person('finance.application.read-all', ASSIGN), {
    'POST /api/finance/hand-overs': json({ handedOver: 4 }),
  });
  expect(await screen.findByText('周客户，城南支行')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '批量转办' }));
  const drawer = within(await screen.findByRole('dialog'));
  await chooses(drawer, '原办理人', /周客户（未办结 4 笔）/);
  await chooses(drawer, '办理人', /吴客户/);
  await userEvent.type(drawer.getByLabelText('转办原因'), '已经离职了');
  await userEvent.click(drawer.getByRole('button', { name: '全部转办' }));
  expect(await screen.findByText('已转办 4 笔申请')).toBeVisible();
  expect(sent.find((one) => one.method === 'POST')?.body).toEqual({
    handlerId: 'o1',
    to: { officerId: 'o2' },
    reason: '已经离职了',
  });
});

it('a town is given to a branch by what was seen of it', async () => {
  const sent = openList(person('finance.application.read-all', ASSIGN), {
    'GET /api/user/reference/towns': json([{ code: 'T1', name: '城南街道' }]),
    'GET /api/finance/branch-towns': json([]),
    'PUT /api/finance/branch-towns/T1': json([
      { townCode: 'T1', branchId: 'b2', branchName: '城南支行', version: 0 },
    ]),
  });
  await userEvent.click(await screen.findByRole('button', { name: '网点分工' }));
  const drawer = within(await screen.findByRole('dialog'));
  await drawer.findByText('城南街道');
  await chooses(drawer, '城南街道的负责网点', /城南支行/);
  await waitFor(() => expect(sent.find((one) => one.method === 'PUT')?.body).toEqual({ branchId: 'b2' }));
});

it('the promised date, by which the list is ordered, stands beside the enterprise, where no fixed column covers it', async () => {
  openList(person(HANDLE));
  await screen.findByRole('link', { name: '示例机械有限公司' });
  const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
  expect(heads[heads.indexOf('企业') + 1]).toBe('承诺日期');
  expect(screen.getByText('1 年，首贷')).toBeInTheDocument();
});

it('an officer lists what is theirs and goes on, or all that was ever theirs', async () => {
  const sent = openList(person(HANDLE));
  await screen.findByRole('link', { name: '示例机械有限公司' });
  for (const [name, holding] of [
    [/^我的未办结$/, 'MINE_OPEN'],
    [/^我的（含已办结）$/, 'MINE'],
  ] as const) {
    const search = within(screen.getByRole('search'));
    await chooses(search, '办理', name);
    await userEvent.click(search.getByRole('button', { name: /查\s*询/ }));
    await waitFor(() => expect(sent.at(-1)!.url.searchParams.get('holding')).toBe(holding));
  }
});

it('a file of answers is looked at before it is done', async () => {
  const outcome = {
    accepted: 0,
    materialAsked: 0,
    approved: 2,
    refused: 1,
    disbursed: 0,
    unchanged: 1,
    unanswered: 3,
  };
  openList(person(HANDLE), {
    'POST /api/finance/answer-checks': json(outcome),
    'POST /api/finance/answers': json(outcome),
  });
  await userEvent.click(await screen.findByRole('button', { name: '导入答复' }));
  const drawer = within(await screen.findByRole('dialog'));
  await userEvent.upload(
    document.querySelector('input[type=file]') as HTMLInputElement,
    new File(['x'], '答复.csv', { type: 'text/csv' }),
  );
  expect(await drawer.findByText('检查通过，将登记：批准 2 笔，不通过 1 笔')).toBeVisible();
  expect(drawer.getByText(/1 笔此前已登记/)).toBeVisible();
  await userEvent.click(drawer.getByRole('button', { name: '确认登记' }));
  expect(await screen.findByText('已登记：批准 2 笔，不通过 1 笔')).toBeVisible();
});

it('each row that is wrong is named, and nothing can be done with the file', async () => {
  openList(person(HANDLE), {
    'POST /api/finance/answer-checks': problem(422, 'ANSWERS_FAULTY', {
      errors: [
        { field: 'rows[3]', code: 'STATE_CONFLICT', message: '第 3 行：RZ1 已撤回' },
        { field: 'rows[4]', code: 'FAULTY', message: '第 4 行：RZ2 缺少“年利率（%）”' },
        { field: 'rows[4]', code: 'FAULTY', message: '第 4 行：RZ2 的“授信额度（元）”应为金额' },
      ],
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '导入答复' }));
  await screen.findByRole('dialog');
  await userEvent.upload(
    document.querySelector('input[type=file]') as HTMLInputElement,
    new File(['x'], '答复.csv', { type: 'text/csv' }),
  );
  expect(await screen.findByText('RZ1 已撤回')).toBeVisible();
  expect(screen.getByText(/没有登记任何答复/)).toBeVisible();
  // Faults of one row stand together, its number once.
  expect(screen.getAllByText('RZ2')).toHaveLength(1);
  expect(screen.getByText('缺少“年利率（%）”')).toBeVisible();
  expect(screen.getByText('“授信额度（元）”应为金额')).toBeVisible();
  expect(screen.queryByRole('button', { name: '确认登记' })).not.toBeInTheDocument();
});
