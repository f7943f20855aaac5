import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Redemption, RedemptionProject } from '@/shared/api';
import { decisionDraft, draftKey } from '@/shared/api/drafts';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { todayText } from '@/shared/ui';
import { AntdRoot } from '@/shared/ui/antd';
import ObjectionsPage from './ObjectionsPage';
import ProjectEditPage from './ProjectEditPage';
import ProjectPage from './ProjectPage';
import RedemptionPage from './RedemptionPage';
import RedemptionsPage from './RedemptionsPage';
import { ruleOf, ruleWords } from './rule';

const PROJECTS = '/api/policy/manage/redemption-projects';
const GROUPS = `GET ${PROJECTS}/exclusive-groups`;
const APPLICATIONS = '/api/policy/redemption/applications';

const project = {
  id: 'p1',
  policyId: 'z1',
  policyTitle: '技术改造专项资金管理办法',
  title: '技改设备补助',
  summary: '',
  institutionName: '区经信委',
  kind: 'APPLICATION',
  rule: { type: 'RATIO', basis: '新增设备投资额', percent: 10, cap: 100000 },
  ruleWords: '按新增设备投资额的 10% 兑付，最高 100,000.00 元',
  budget: 1000000,
  money: { allocated: 1000000, free: 600000, reserved: 100000, approved: 100000, paid: 200000, returned: 0 },
  opensOn: '2026-11-01',
  closesOn: '2026-12-31',
  noticeDays: 5,
  barring: false,
  audience: [],
  status: 'OPEN',
  window: 'OPEN',
  demo: false,
  changedAt: '2026-11-01T10:00:00+08:00',
  version: 3,
} as unknown as RedemptionProject;

const redemption = {
  id: 'r1',
  number: 'DF20261128000001',
  kind: 'APPLICATION',
  projectId: 'p1',
  projectTitle: '技改设备补助',
  policyId: 'z1',
  policyTitle: '技术改造专项资金管理办法',
  institutionName: '区经信委',
  enterpriseName: '重庆渝巴精密机械有限公司',
  demo: false,
  status: 'SUBMITTED',
  basis: '新增设备投资额',
  unit: '元',
  basisClaimed: 1200000,
  amountClaimed: 100000,
  explanation: '1,200,000.00 元 × 10% = 120,000.00 元，上限 100,000.00 元',
  ruleWords: '按新增设备投资额的 10% 兑付，最高 100,000.00 元',
  closesOn: '2026-12-31',
  statement: '',
  files: [{ id: 'f1', name: '发票.png', contentType: 'image/png', size: 2048 }],
  timeline: [],
  submittedAt: '2026-11-02T10:00:00+08:00',
  version: 4,
} as unknown as Redemption;

const who = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json({
    ...someone,
    permissions: ['self', 'policy.redemption.manage', 'policy.redemption.handle'],
  }),
  [GROUPS]: json([{ name: '技术改造补助', projects: 2 }]),
};

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

const open = (path: string, page: React.ReactNode, pattern?: string) =>
  renderAt(
    path,
    <AntdRoot>
      <SignedIn>{page}</SignedIn>
    </AntdRoot>,
    pattern,
  );
const button = (name: string) => screen.findByRole('button', { name });
const posted = (sent: ReturnType<typeof answerWith>) => sent.filter(({ method }) => method === 'POST');

it('a rule is said in the sentence that enterprises read, and in none while something of it is missing', () => {
  expect(ruleWords({ type: 'FIXED', amount: 50000 })).toMatch(/^每家企业定额 50,000.00.元$/);
  expect(ruleWords({ type: 'RATIO', basis: '新增设备投资额', percent: 12.5 })).toBe(
    '按新增设备投资额的 12.5% 兑付',
  );
  expect(
    ruleWords({
      type: 'TIERED',
      basis: '新增就业',
      unit: '人',
      tiers: [
        { from: 10, amount: 10000 },
        { from: 50, amount: 80000 },
      ],
    }),
  ).toMatch(/^按新增就业分档兑付：10 人及以上 10,000.00.元；50 人及以上 80,000.00.元$/);
  expect(ruleWords({ type: 'RATIO', basis: '新增设备投资额' })).toBeUndefined();
  expect(
    ruleWords({ type: 'TIERED', basis: '新增就业', unit: '人', tiers: [{}, null as never] }),
  ).toBeUndefined();
});

it('a rule is sent without what belongs to another kind of rule', () => {
  expect(
    ruleOf({ type: 'RATIO', amount: 5, basis: ' 投资额 ', percent: 10, cap: null, tiers: [{}] }),
  ).toEqual({
    type: 'RATIO',
    basis: '投资额',
    percent: 10,
    cap: undefined,
  });
});

it('who decides reads that the policy was taken down, and how many object to the notice', async () => {
  answerWith({
    ...who,
    [`GET ${APPLICATIONS}/r1`]: json({
      ...redemption,
      status: 'IN_NOTICE',
      noticeUntil: todayText(),
      policyEnd: { how: 'WITHDRAWN', on: '2026-12-03' },
      objections: 1,
    }),
  });
  open('/redemptions/r1', <RedemptionPage />, '/redemptions/:id');
  expect(
    await screen.findByText('所依据的政策已于 2026年12月3日撤下；已受理的事项继续办理。'),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看公示' })).toHaveAttribute('href', '/notices/r1');
  expect(screen.getByRole('link', { name: '1 件异议待处理' })).toBeInTheDocument();
});

it('who decides reads of a notice whose last day has passed that it is over', async () => {
  answerWith({
    ...who,
    [`GET ${APPLICATIONS}/r1`]: json({ ...redemption, status: 'IN_NOTICE', noticeUntil: '2026-11-30' }),
  });
  open('/redemptions/r1', <RedemptionPage />, '/redemptions/:id');
  expect(await screen.findByText(/^公示期已满，没有未答复的异议后转为待支付/)).toBeInTheDocument();
  expect(screen.queryByText(/公示中|公示至|正在公示/)).toBeNull();
});

it('of a project that is not whole nothing is sent; each mistake leads to its field', async () => {
  const sent = answerWith({ ...who, 'GET /api/policy/policies': json({ items: [], total: 0 }) });
  open('/redemption-projects/new', <ProjectEditPage />);
  await userEvent.click(await button('保存'));
  const summary = await screen.findByRole('alert');
  expect(summary).toHaveTextContent('请选择政策');
  expect(summary).toHaveTextContent('请填写项目名称');
  expect(summary).toHaveTextContent('请填写计算依据的名称');
  expect(summary).toHaveTextContent('请填写预算');
  expect(posted(sent)).toEqual([]);
  await userEvent.click(within(summary).getByRole('button', { name: /请填写比例/ }));
  await waitFor(() => expect(screen.getByLabelText(/^比例/)).toHaveFocus());
});

it('the sentence beside the rule follows what is typed, and the draft is saved as it was seen', async () => {
  const draft = { ...project, status: 'DRAFT', exclusiveGroup: '技术改造补助', exclusiveYear: 2026 };
  const sent = answerWith({
    ...who,
    [`GET ${PROJECTS}/p1`]: json(draft),
    [`PUT ${PROJECTS}/p1`]: json({ ...draft, version: 4 }),
  });
  const { router } = open('/redemption-projects/p1/edit', <ProjectEditPage />, '/redemption-projects/:id/*');
  const percent = await screen.findByLabelText(/^比例/);
  await userEvent.clear(percent);
  await userEvent.type(percent, '20');
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent(/按新增设备投资额的 20% 兑付，最高 100,000.00.元/),
  );
  await userEvent.click(await button('保存'));
  await waitFor(() => expect(router.state.location.pathname).toBe('/redemption-projects/p1'));
  expect(sent.find(({ method }) => method === 'PUT')!.body).toEqual({
    version: 3,
    project: {
      title: '技改设备补助',
      kind: 'APPLICATION',
      rule: { type: 'RATIO', basis: '新增设备投资额', percent: 20, cap: 100000 },
      budget: 1000000,
      opensOn: '2026-11-01',
      closesOn: '2026-12-31',
      noticeDays: 5,
      exclusiveGroup: '技术改造补助',
      exclusiveYear: 2026,
      barring: false,
    },
  });
});

const criteria = { type: 'comparison', fact: 'employees', op: '>=', value: 10 };
const told = {
  'GET /api/match/self-checks/policies': json({ choices: [] }),
  'GET /api/policy/manage/facts': json([
    {
      name: 'employees',
      label: '职工总数',
      group: '人员',
      unit: '人',
      kind: 'INTEGER',
      choices: [],
      aliases: [],
      derived: false,
      operators: ['>=', '<='],
    },
  ]),
  'POST /api/policy/manage/criteria/preview': json({ conditions: [], faults: [], outcomes: [] }),
};

it('whom a project is for is written in the editor of policies, and kept with it', async () => {
  const draft = { ...project, status: 'DRAFT', criteria };
  const sent = answerWith({
    ...who,
    ...told,
    [`GET ${PROJECTS}/p1`]: json(draft),
    [`PUT ${PROJECTS}/p1`]: json({ ...draft, version: 4 }),
  });
  open('/redemption-projects/p1/edit', <ProjectEditPage />, '/redemption-projects/:id/*');
  expect(await screen.findByRole('radio', { name: '另设条件' })).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: '仅限对象' }));
  await userEvent.click(await button('保存'));
  await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));
  expect(sent.find(({ method }) => method === 'PUT')!.body).toMatchObject({
    project: { criteria, barring: true },
  });
});

it('conditions of its own that are none are asked for, and 免申即享 has no switch for who is not meant', async () => {
  const draft = { ...project, status: 'DRAFT' };
  const sent = answerWith({ ...who, ...told, [`GET ${PROJECTS}/p1`]: json(draft) });
  open('/redemption-projects/p1/edit', <ProjectEditPage />, '/redemption-projects/:id/*');
  await userEvent.click(await screen.findByRole('radio', { name: '另设条件' }));
  await userEvent.click(await button('保存'));
  expect(await screen.findByText('请添加兑付对象的条件，或选择“与政策条件一致”')).toBeInTheDocument();
  expect(sent.some(({ method }) => method === 'PUT')).toBe(false);
  expect(screen.getByRole('radio', { name: '仅限对象' })).toBeInTheDocument();

  await userEvent.click(screen.getByRole('radio', { name: /免申即享/ }));
  await waitFor(() => expect(screen.queryByRole('radio', { name: '仅限对象' })).toBeNull());
});

it('a tier that begins below the one before is refused before it is sent', async () => {
  const rule = {
    type: 'TIERED',
    basis: '新增就业',
    unit: '人',
    tiers: [
      { from: 50, amount: 10000 },
      { from: 10, amount: 80000 },
    ],
  };
  const sent = answerWith({ ...who, [`GET ${PROJECTS}/p1`]: json({ ...project, status: 'DRAFT', rule }) });
  open('/redemption-projects/p1/edit', <ProjectEditPage />, '/redemption-projects/:id/edit');
  await userEvent.click(await button('保存'));
  expect(await screen.findByRole('alert')).toHaveTextContent('起点须大于上一档的起点');
  expect(sent.some(({ method }) => method === 'PUT')).toBe(false);
});

const ledger = {
  ...who,
  [`GET ${PROJECTS}/p1`]: json(project),
  [`GET ${PROJECTS}/p1/entries`]: json({
    items: [
      {
        id: 'e2',
        kind: 'RESERVE',
        label: '预留',
        amount: 100000,
        applicationId: 'r1',
        applicationNumber: 'DF20261128000001',
        enterpriseName: '重庆渝巴精密机械有限公司',
        actor: '王工',
        at: '2026-11-20T10:00:00+08:00',
      },
      {
        id: 'e1',
        kind: 'ALLOCATE',
        label: '预算下达',
        amount: 1000000,
        actor: '王工',
        note: '巴财〔2026〕12号',
        at: '2026-11-01T10:00:00+08:00',
      },
    ],
    total: 2,
    page: 1,
    size: 20,
  }),
};

it('the ledger says where each yuan is, and by which entry it came there', async () => {
  answerWith(ledger);
  open('/redemption-projects/p1', <ProjectPage />, '/redemption-projects/:id');
  const figures = (await screen.findByText('公示预留')).closest('dl')!;
  expect([...figures.children].map((part) => part.textContent)).toEqual([
    expect.stringMatching(/^已支付200,000.00.元$/),
    expect.stringMatching(/^核定待付100,000.00.元$/),
    expect.stringMatching(/^公示预留100,000.00.元$/),
    expect.stringMatching(/^可用600,000.00.元$/),
    expect.stringMatching(/^已交回0.00.元$/),
  ]);
  expect(await screen.findByText('巴财〔2026〕12号')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'DF20261128000001' })).toHaveAttribute('href', '/redemptions/r1');
});

it('budget goes back with its amount and its reason, under a key; what is bound is said to stay', async () => {
  const sent = answerWith({ ...ledger, [`POST ${PROJECTS}/p1/return`]: json({ ...project, version: 4 }) });
  open('/redemption-projects/p1', <ProjectPage />, '/redemption-projects/:id');
  await userEvent.click(await button('交回预算'));
  const drawer = await screen.findByRole('dialog');
  expect(drawer).toHaveTextContent(/最多 600,000.00.元，已预留和待支付的不能交回/);
  await userEvent.click(within(drawer).getByRole('button', { name: '交回预算' }));
  expect(await within(drawer).findByText('请填写原因和依据')).toBeInTheDocument();
  expect(posted(sent)).toEqual([]);
  await userEvent.type(within(drawer).getByLabelText('金额（元）'), '5000.5');
  await userEvent.type(within(drawer).getByLabelText('原因和依据'), '年末收回');
  await userEvent.click(within(drawer).getByRole('button', { name: '交回预算' }));
  await waitFor(() => expect(posted(sent)).toHaveLength(1));
  expect(posted(sent)[0]!.body).toEqual({ version: 3, amount: 5000.5, note: '年末收回' });
  expect(posted(sent)[0]!.headers.get('Idempotency-Key')).toBeTruthy();
});

const desk = {
  ...who,
  [`GET ${APPLICATIONS}/r1`]: json(redemption),
  'GET /api/policy/redemption/projects/p1/amount': json({
    yuan: 90000,
    explanation: '900,000.00 元 × 10% = 90,000.00 元，上限 100,000.00 元',
  }),
};
const openCase = () => open('/redemptions/r1', <RedemptionPage />, '/redemptions/:id');

it('less than was claimed is recognised with its reason only, and its amount is seen before', async () => {
  const sent = answerWith({
    ...desk,
    [`POST ${APPLICATIONS}/r1/recognise`]: json({ ...redemption, status: 'IN_NOTICE', version: 5 }),
  });
  openCase();
  await userEvent.click(await button('核定金额'));
  const drawer = await screen.findByRole('dialog');
  expect(within(drawer).getByText('核减的原因（核减时必填）')).toBeInTheDocument();
  const figure = within(drawer).getByLabelText('核定的新增设备投资额（元）');
  await userEvent.clear(figure);
  await userEvent.type(figure, '900000');
  expect(await within(drawer).findByText(/900,000.00 元 × 10% = 90,000.00 元/)).toBeInTheDocument();
  await userEvent.click(within(drawer).getByRole('button', { name: '核定并公示' }));
  expect(await within(drawer).findByText(/请填写核减的原因/)).toBeInTheDocument();
  expect(posted(sent)).toEqual([]);
  await userEvent.type(within(drawer).getByLabelText(/核减的原因/), '一张发票不在期内');
  await userEvent.click(within(drawer).getByRole('button', { name: '核定并公示' }));
  await waitFor(() => expect(posted(sent)).toHaveLength(1));
  expect(posted(sent)[0]!.body).toEqual({ version: 4, basis: 900000, reason: '一张发票不在期内' });
});

it('what another application may exclude is recognised with a reason in writing only', async () => {
  const excludedBy = {
    certain: false,
    redemptionId: 'r9',
    number: 'DX9',
    words: '可能与 2026 年度的“认定奖补”（DX9，公示中）不可同时享受，依据待核实：“文件未明示”',
  };
  const sent = answerWith({
    ...desk,
    [`GET ${APPLICATIONS}/r1`]: json({ ...redemption, excludedBy }),
    [`POST ${APPLICATIONS}/r1/recognise`]: json({ ...redemption, status: 'IN_NOTICE', version: 5 }),
  });
  openCase();
  await userEvent.click(await button('核定金额'));
  const drawer = await screen.findByRole('dialog');
  expect(within(drawer).getByText(/核定前请核对/)).toHaveTextContent('依据待核实');
  await userEvent.click(within(drawer).getByRole('button', { name: '核定并公示' }));
  expect(await within(drawer).findByText('请填写仍予核定的理由')).toBeInTheDocument();
  expect(posted(sent)).toEqual([]);
  await userEvent.type(within(drawer).getByLabelText('仍予核定的理由'), '经核对文件可以同享');
  await userEvent.click(within(drawer).getByRole('button', { name: '核定并公示' }));
  await waitFor(() => expect(posted(sent)).toHaveLength(1));
  expect(posted(sent)[0]!.body).toMatchObject({ version: 4, despite: '经核对文件可以同享' });
});

it('that the budget is used up is said, and the drawer stays', async () => {
  answerWith({
    ...desk,
    [`POST ${APPLICATIONS}/r1/recognise`]: problem(409, 'BUDGET_EXHAUSTED', {
      detail: '该项目的可用预算不足',
    }),
  });
  openCase();
  await userEvent.click(await button('核定金额'));
  const drawer = await screen.findByRole('dialog');
  await userEvent.click(within(drawer).getByRole('button', { name: '核定并公示' }));
  expect(await screen.findByText('该项目的可用预算不足')).toBeInTheDocument();
  expect(drawer).toBeInTheDocument();
});

it('who was not the first is told what has become of it', async () => {
  answerWith({
    ...desk,
    [`GET ${APPLICATIONS}/r1`]: [json(redemption), json({ ...redemption, status: 'REJECTED', version: 5 })],
    [`POST ${APPLICATIONS}/r1/recognise`]: problem(409, 'VERSION_CONFLICT', { detail: '已被修改' }),
  });
  openCase();
  await userEvent.click(await button('核定金额'));
  await userEvent.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: '核定并公示' }),
  );
  expect(await screen.findAllByText('这件事项已有处理结果')).not.toEqual([]);
  expect((await screen.findAllByText('已驳回')).length).toBeGreaterThan(0);
});

it('how the enterprise stood by the conditions when it applied is seen beside the claim', async () => {
  const standing = {
    outcome: 'INELIGIBLE',
    asOf: '2026-11-27',
    verified: true,
    conditions: [
      {
        label: '制造业企业',
        outcome: 'NOT_MET',
        certain: true,
        missingFacts: [],
        gapText: '主营行业不是制造业',
      },
    ],
    missing: [],
  };
  answerWith({ ...desk, [`GET ${APPLICATIONS}/r1`]: json({ ...redemption, standing }) });
  openCase();
  expect(await screen.findByText(/提交时按企业画像核对（2026-11-27）/)).toHaveTextContent('不符合');
  expect(screen.getByText('主营行业不是制造业')).toBeInTheDocument();
});

it('that nothing was compared with the conditions is said too', async () => {
  answerWith(desk);
  openCase();
  expect(await screen.findByText('提交时没有核对政策条件，请人工审核。')).toBeInTheDocument();
});

it('evidence is seen beside the claim', async () => {
  answerWith(desk);
  openCase();
  await userEvent.click(await button('发票.png'));
  expect(screen.getByRole('img', { name: '发票.png' })).toHaveAttribute(
    'src',
    '/api/policy/redemption/files/f1',
  );
});

it('what is paid has nothing left to decide', async () => {
  answerWith({
    ...desk,
    [`GET ${APPLICATIONS}/r1`]: json({ ...redemption, status: 'PAID', amount: 100000 }),
  });
  openCase();
  expect(await screen.findByText('核定金额')).toBeInTheDocument();
  expect(screen.queryByRole('group', { name: '办理操作' })).not.toBeInTheDocument();
});

it('the inbox says whether an amount is claimed or recognised', async () => {
  answerWith({
    ...who,
    [`GET ${PROJECTS}`]: json({ items: [project], total: 1, page: 1, size: 200 }),
    [`GET ${APPLICATIONS}`]: json({
      items: [redemption, { ...redemption, id: 'r2', number: 'DF2', status: 'IN_NOTICE', amount: 90000 }],
      total: 2,
      page: 1,
      size: 20,
    }),
  });
  open('/redemptions', <RedemptionsPage />);
  const claimed = (await screen.findByText('DF20261128000001')).closest('tr, li')!;
  expect(claimed).toHaveTextContent(/100,000.00.元申请/);
  expect(screen.getByText('DF2').closest('tr, li')).toHaveTextContent(/90,000.00.元核定/);
});

it('an objection is upheld with its reason, as it was seen', async () => {
  const objection = {
    id: 'o1',
    kind: 'REDEMPTION',
    subjectId: 'r1',
    subjectNumber: 'DF20261128000001',
    projectTitle: '技改设备补助',
    enterpriseName: '重庆渝巴精密机械有限公司',
    amount: 90000,
    personName: '李明',
    contactPhone: '66211234',
    words: '该设备两年前已购置',
    state: 'OPEN',
    madeAt: '2026-11-26T10:00:00+08:00',
    version: 2,
  };
  const sent = answerWith({
    ...who,
    'GET /api/policy/redemption/objections': json({ items: [objection], total: 1, page: 1, size: 20 }),
    'POST /api/policy/redemption/objections/o1/uphold': json({ ...objection, state: 'UPHELD', version: 3 }),
  });
  open('/objections', <ObjectionsPage />);
  await userEvent.click(await button('采纳'));
  const drawer = await screen.findByRole('dialog');
  expect(drawer).toHaveTextContent('的申请被驳回，预留的资金释放');
  await userEvent.click(within(drawer).getByRole('button', { name: '采纳并驳回申请' }));
  expect(await within(drawer).findByText('请填写处理理由')).toBeInTheDocument();
  await userEvent.type(within(drawer).getByLabelText('处理理由'), '发票日期不在期内');
  await userEvent.click(within(drawer).getByRole('button', { name: '采纳并驳回申请' }));
  await waitFor(() => expect(posted(sent)).toHaveLength(1));
  expect(posted(sent)[0]!.body).toEqual({ version: 2, reason: '发票日期不在期内' });
});

it('what was found by the conditions alone is checked once more where somebody doubts it, and ended with a reason', async () => {
  const confirmed = { ...redemption, kind: 'EXEMPT', status: 'APPROVED', amount: 20000 };
  const check = {
    id: 'c1',
    at: '2026-11-28T09:00:00+08:00',
    asOf: '2026-11-28',
    against: '不符合政策条件，未达到：在本区注册',
    open: true,
  };
  const checked = {
    policy: {
      outcome: 'INELIGIBLE',
      asOf: '2026-11-28',
      verified: true,
      conditions: [{ label: '在本区注册', outcome: 'NOT_MET', certain: true, missingFacts: [] }],
      missing: [],
    },
  };
  const sent = answerWith({
    ...desk,
    [`GET ${APPLICATIONS}/r1`]: [json(confirmed), json({ ...confirmed, check, checked })],
    [`POST ${APPLICATIONS}/r1/check`]: json(check),
    [`POST ${APPLICATIONS}/r1/end`]: json({ ...confirmed, status: 'ENDED', version: 5 }),
  });
  openCase();
  await userEvent.click(await button('核对条件'));
  expect(await screen.findByText(check.against)).toBeInTheDocument();
  expect(await button('重新核对')).toBeInTheDocument();
  expect(screen.getByText('不再符合条件，支付前须决定仍予支付或终止')).toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: /^终\s?止$/ }));
  const drawer = await screen.findByRole('dialog', { name: '终止兑付' });
  await userEvent.type(within(drawer).getByLabelText('终止的原因'), '企业已迁出');
  await userEvent.click(within(drawer).getByRole('button', { name: /^终\s?止$/ }));
  await waitFor(() => expect(posted(sent)).toHaveLength(2));
  expect(posted(sent)[1]!.body).toEqual({ version: 4, reason: '企业已迁出' });
});

it('before the first day of its policy it waits for the day, and nobody is asked to pay it all the same', async () => {
  const check = {
    id: 'c1',
    at: '2026-11-28T09:00:00+08:00',
    asOf: '2026-11-28',
    beginsOn: '2999-01-01',
    open: false,
  };
  answerWith({
    ...desk,
    [`GET ${APPLICATIONS}/r1`]: json({
      ...redemption,
      kind: 'EXEMPT',
      status: 'APPROVED',
      amount: 20000,
      policyBeginsOn: '2999-01-01',
      check,
      standing: {
        outcome: 'ELIGIBLE',
        asOf: '2026-11-28',
        verified: true,
        conditions: [],
        missing: [],
        beginsOn: '2999-01-01',
      },
    }),
  });
  openCase();
  expect(await screen.findByText(/施行前不能支付/)).toBeInTheDocument();
  expect(screen.getByText('政策自 2999年1月1日 起施行，施行后企业符合全部条件。')).toBeInTheDocument();
  expect(screen.getAllByText('尚未施行')).toHaveLength(2);
  expect(screen.queryByText('不再符合')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '仍予支付' })).not.toBeInTheDocument();
});

it('while its notice runs the officer reads from which day on it is paid', async () => {
  answerWith({
    ...desk,
    [`GET ${APPLICATIONS}/r1`]: json({
      ...redemption,
      status: 'IN_NOTICE',
      noticeUntil: '2998-12-01',
      policyBeginsOn: '2999-01-01',
    }),
  });
  openCase();
  expect(
    await screen.findByText('正在公示；政策自 2999年1月1日 起施行，施行后支付；驳回后预留的资金释放'),
  ).toBeInTheDocument();
});

it('what is in a batch is checked once more and ended only until the treasury has it', async () => {
  const paying = { ...redemption, kind: 'EXEMPT', status: 'PAYING', amount: 20000 };
  const check = {
    id: 'c1',
    at: '2026-11-28T09:00:00+08:00',
    asOf: '2026-11-28',
    against: '不符合政策条件，未达到：在本区注册',
    open: true,
  };
  const shown = async (atTreasury: boolean) => {
    answerWith({ ...desk, [`GET ${APPLICATIONS}/r1`]: json({ ...paying, check, atTreasury }) });
    const { unmount } = openCase();
    await screen.findByText(check.against);
    const buttons = screen.getAllByRole('button').map((one) => (one.textContent ?? '').replace(/\s/g, ''));
    unmount();
    return ['重新核对', '仍予支付', '终止'].filter((name) => buttons.includes(name));
  };
  expect(await shown(false)).toEqual(['重新核对', '仍予支付', '终止']);
  expect(await shown(true)).toEqual([]);
});

it('a decision that came too late leaves the words of the other decision', async () => {
  const words = draftKey(someone.accountId, decisionDraft('r1', '退回企业补正'));
  localStorage.setItem(words, JSON.stringify({ reason: '发票不清晰' }));
  answerWith({
    ...desk,
    [`POST ${APPLICATIONS}/r1/reject`]: problem(409, 'VERSION_CONFLICT', { detail: '已被修改' }),
  });
  openCase();
  await userEvent.click(await button('驳回'));
  const drawer = within(await screen.findByRole('dialog', { name: '驳回申请' }));
  await userEvent.type(drawer.getByLabelText('驳回的原因'), '发票与设备不符');
  await userEvent.click(drawer.getByRole('button', { name: /驳\s?回/ }));
  expect(await screen.findAllByText('这件事项已有处理结果')).not.toEqual([]);
  await waitFor(() => expect(screen.queryByLabelText('驳回的原因')).not.toBeInTheDocument());
  expect(localStorage.getItem(words)).toContain('发票不清晰');
});
