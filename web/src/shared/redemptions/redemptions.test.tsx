import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Me, Redemption, RedemptionProject, RedemptionRow } from '../api';
import { draftKey } from '../api/drafts';
import { answerWith, json, problem } from '../test/http';
import { renderAt, SignedIn, someone } from '../test/render';
import { inZone, longDate } from '../ui/format';
import { ApplyBody } from './ApplyBody';
import { accountFlaws, figureOf } from './claim';
import { MyRedemptions } from './Projects';
import { RedemptionProjectBody } from './ProjectBody';
import { RedemptionBody } from './RedemptionBody';
import { RedemptionProgress } from './RedemptionProgress';

const me: Me = { ...someone, permissions: [...someone.permissions, 'policy.redemption.apply'] };

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
  basis: '新增设备投资额',
  unit: '元',
  budget: 1000000,
  money: { allocated: 1000000, free: 880000, reserved: 120000, approved: 0, paid: 0, returned: 0 },
  opensOn: '2026-11-01',
  closesOn: '2026-12-31',
  noticeDays: 5,
  barring: false,
  audience: [],
  status: 'OPEN',
  window: 'OPEN',
  review: { workingDays: 10, dueOn: '2026-12-11' },
  demo: false,
  changedAt: '2026-11-01T10:00:00+08:00',
  version: 1,
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
  status: 'PAY_FAILED',
  basis: '新增设备投资额',
  unit: '元',
  basisClaimed: 1200000,
  basisRecognised: 900000,
  amountClaimed: 100000,
  amount: 90000,
  explanation: '900,000.00 元 × 10% = 90,000.00 元，上限 100,000.00 元',
  ruleWords: '按新增设备投资额的 10% 兑付，最高 100,000.00 元',
  closesOn: '2026-12-31',
  reason: '账号户名不符',
  statement: '',
  account: { name: '重庆渝巴精密机械有限公司', bank: '重庆银行巴南支行', number: '6222********2222' },
  files: [],
  timeline: [],
  submittedAt: '2026-11-02T10:00:00+08:00',
  version: 7,
} as unknown as Redemption;

const AMOUNT = 'GET /api/policy/redemption/projects/p1/amount';
const APPLY = 'POST /api/policy/my/redemptions';
const ELIGIBILITY = 'GET /api/policy/my/redemptions/projects/p1/eligibility';
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
    { label: '在本区注册', outcome: 'MET', certain: true, missingFacts: [] },
  ],
  missing: [],
};
const excludedBy = {
  certain: true,
  redemptionId: 'r9',
  number: 'DX20261129000009',
  words: '企业 2026 年度在“设备更新补助”下已有申请（DX20261129000009，待审核），与本项目不可同时享受',
};
const around = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json(me),
  'GET /api/policy/declaration-files': json([]),
  'GET /api/policy/my/redemptions': json({ items: [], total: 0, page: 1, size: 100 }),
  [ELIGIBILITY]: json({}),
  [AMOUNT]: json({ yuan: 100000, explanation: '1,200,000.00 元 × 10% = 120,000.00 元，上限 100,000.00 元' }),
};

it('what was claimed first is read beside what was claimed when it was supplemented', () => {
  const at = (kind: string, label: string, stated?: object) => ({
    at: '2026-11-27T10:00:00+08:00',
    kind,
    label,
    note: `${label}的金额`,
    stated,
  });
  const timeline = [
    at('SUBMITTED', '提交申请', { basis: 1200000, statement: '已投产', account: '测试银行 6222****2222' }),
    at('SENT_BACK', '退回补正'),
    at('RESUBMITTED', '企业补正', { basis: 900000, statement: '补充发票' }),
  ] as unknown as Redemption['timeline'];
  const { rerender } = render(<RedemptionProgress of={{ ...redemption, timeline }} />);
  expect(screen.getByText('新增设备投资额：1,200,000')).toBeInTheDocument();
  expect(screen.getByText('说明：已投产')).toBeInTheDocument();
  expect(screen.getByText('收款账户：测试银行 6222****2222')).toBeInTheDocument();
  expect(screen.getByText('说明：补充发票')).toBeInTheDocument();
  rerender(<RedemptionProgress of={{ ...redemption, timeline: timeline.slice(0, 1) }} />);
  expect(screen.queryByText('说明：已投产')).toBeNull();
  expect(screen.getByText('提交申请的金额')).toBeInTheDocument();
});

beforeEach(() => {
  localStorage.clear();
  document.cookie = 'XSRF-TOKEN=t';
});

const apply = () =>
  renderAt(
    '/apply',
    <SignedIn>
      <ApplyBody project={project} />
    </SignedIn>,
  );
const listed = async () =>
  within((await screen.findAllByRole('alert'))[0]!)
    .getAllByRole('button')
    .map((link) => link.textContent);

async function fill() {
  await userEvent.type(await screen.findByLabelText('新增设备投资额（元）'), '1,200,000');
  await userEvent.type(screen.getByLabelText('开户银行'), '重庆银行巴南支行');
  await userEvent.type(screen.getByLabelText('银行账号'), '6222 0000 1111 2222');
}

it('what is missing is listed, each with the way to its field; nothing is sent', async () => {
  const sent = answerWith(around);
  apply();
  await userEvent.click(await screen.findByRole('button', { name: '提交申请' }));
  expect(await listed()).toEqual(['请填写“新增设备投资额”', '请填写开户银行', '请填写银行账号']);
  await userEvent.click(screen.getByRole('button', { name: '请填写开户银行' }));
  await waitFor(() => expect(screen.getByLabelText('开户银行')).toHaveFocus());
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
});

it('beside the figure stands what would be paid for it, as the service says it', async () => {
  const sent = answerWith(around);
  apply();
  await fill();
  expect(await screen.findByText(/1,200,000.00 元 × 10% = 120,000.00 元/)).toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent(/预计兑付 100,000.00.元/);
  const asked = sent.filter(({ url }) => url.pathname.endsWith('/amount'));
  expect(asked.at(-1)!.url.searchParams.get('basis')).toBe('1200000');
});

it('that nothing is paid for the figure is said before anybody applies', async () => {
  answerWith({
    ...around,
    [AMOUNT]: problem(422, 'AMOUNT_NOTHING', { detail: '“用工人数”为 3 人，未达到最低一档（10 人）' }),
  });
  apply();
  await userEvent.type(await screen.findByLabelText('新增设备投资额（元）'), '3');
  expect(await screen.findByText(/未达到最低一档/)).toBeInTheDocument();
});

it('the claim is handed in once, under a key, and its page opens', async () => {
  const sent = answerWith({ ...around, [APPLY]: json(redemption, 201) });
  const { router } = apply();
  await fill();
  await userEvent.click(screen.getByRole('button', { name: '提交申请' }));
  await expect.poll(() => router.state.location.pathname).toBe('/redemptions/r1');
  const [handedIn] = sent.filter(({ method }) => method === 'POST');
  expect(handedIn!.headers.get('Idempotency-Key')).toBeTruthy();
  expect(handedIn!.body).toEqual({
    projectId: 'p1',
    claim: {
      basis: 1200000,
      files: [],
      account: {
        name: '重庆渝巴精密机械有限公司',
        bank: '重庆银行巴南支行',
        number: '6222 0000 1111 2222',
      },
    },
  });
});

it('an account of another is said at its holder', async () => {
  answerWith({
    ...around,
    [APPLY]: problem(422, 'ACCOUNT_OF_ANOTHER', { detail: '收款账户的户名须与企业名称一致' }),
  });
  apply();
  await fill();
  await userEvent.click(screen.getByRole('button', { name: '提交申请' }));
  expect(await listed()).toEqual(['收款账户的户名须与企业名称一致']);
  expect(screen.getByLabelText('开户名')).toBeInvalid();
});

it('a file of a draft that was removed meanwhile is told and the rest stays, and of a new one it is said until when it is kept', async () => {
  const file = (id: string, uploadedAt: Date) => ({
    id,
    name: `${id}.pdf`,
    contentType: 'application/pdf',
    size: 10,
    uploadedAt: uploadedAt.toISOString(),
  });
  const latest = json([file('new', new Date())]);
  answerWith({ ...around, 'GET /api/policy/declaration-files': [latest, json([])] });
  localStorage.setItem(
    draftKey(me.accountId, `redemption-${project.id}`),
    JSON.stringify({
      basis: '1200000',
      statement: '已投产',
      files: ['new', 'old'],
      account: { name: '', bank: '', number: '' },
    }),
  );
  apply();

  expect(await screen.findByText(/有 1 个文件上传后 7 天内没有提交/)).toBeInTheDocument();
  expect(screen.getByText(/新上传的文件在提交前保留 7 天/)).toBeInTheDocument();
  expect(screen.getByDisplayValue('已投产')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '移除这些文件' }));
  expect(screen.queryByText(/没有提交，已被清除/)).toBeNull();
  expect(screen.getByRole('link', { name: 'new.pdf' })).toBeInTheDocument();
});

it('a draft has what was typed, but never the number of an account', async () => {
  answerWith(around);
  const { unmount } = apply();
  await fill();
  const kept = () => Object.values({ ...localStorage }).join();
  await expect.poll(kept).toContain('重庆银行巴南支行');
  expect(kept()).not.toContain('2222');
  unmount();
  apply();
  expect(await screen.findByLabelText('新增设备投资额（元）')).toHaveValue('1,200,000');
  expect(screen.getByLabelText('银行账号')).toHaveValue('');
});

it('where paying failed the reason stands there, and the account is corrected as it was seen', async () => {
  const CORRECT = 'POST /api/policy/my/redemptions/r1/account';
  const sent = answerWith({ ...around, [CORRECT]: json({ ...redemption, status: 'APPROVED', version: 8 }) });
  renderAt('/', <RedemptionBody redemption={redemption} />);
  expect(screen.getByText(/支付没有成功：账号户名不符/)).toBeInTheDocument();
  expect(screen.getByText(/原账号 6222\*{8}2222，请重新填写/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '更正账户' }));
  expect(await listed()).toEqual(['请填写银行账号']);
  await userEvent.type(screen.getByLabelText('银行账号'), '622200001111333');
  await userEvent.click(screen.getByRole('button', { name: '更正账户' }));
  await expect.poll(() => sent.some(({ method }) => method === 'POST')).toBe(true);
  expect(sent.find(({ method }) => method === 'POST')!.body).toEqual({
    version: 7,
    account: {
      name: '重庆渝巴精密机械有限公司',
      bank: '重庆银行巴南支行',
      number: '622200001111333',
    },
  });
});

it('what is paid is no more withdrawn; what is in notice is, after being asked', async () => {
  const WITHDRAW = 'POST /api/policy/my/redemptions/r1/withdraw';
  const sent = answerWith({ ...around, [WITHDRAW]: json({ ...redemption, status: 'WITHDRAWN' }) });
  const { unmount } = renderAt('/', <RedemptionBody redemption={{ ...redemption, status: 'PAID' }} />);
  expect(screen.queryByRole('button', { name: '撤回申请' })).not.toBeInTheDocument();
  unmount();
  renderAt('/', <RedemptionBody redemption={{ ...redemption, status: 'IN_NOTICE' }} />);
  await userEvent.click(screen.getByRole('button', { name: '撤回申请' }));
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
  await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: '撤回申请' }));
  await expect.poll(() => sent.find(({ method }) => method === 'POST')?.body).toEqual({ version: 7 });
});

it('of what the enterprise has, what waits for itself comes first', async () => {
  const row = (id: string, status: string) =>
    ({ ...redemption, id, number: id, status, promise: undefined }) as unknown as RedemptionRow;
  answerWith({
    ...around,
    'GET /api/policy/my/redemptions': json({
      items: [row('r1', 'PAID'), row('r2', 'SENT_BACK')],
      total: 2,
      page: 1,
      size: 100,
    }),
  });
  renderAt('/', <MyRedemptions />);
  const items = await screen.findAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual([
    expect.stringMatching(/退回补正.*核定 90,000.00.元.*请补正后再提交/),
    expect.stringMatching(/已支付/),
  ]);
});

it('what the department ended before it was paid says so with its reason, and leads to the project again', () => {
  const ended = { ...redemption, status: 'ENDED', amount: 90000, reason: '企业已迁出本区' } as Redemption;
  answerWith(around);
  renderAt('/', <RedemptionBody redemption={ended} />);
  expect(
    screen.getByText(/区经信委已终止兑付，90,000.00.元 不再支付。原因：企业已迁出本区/),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看兑付项目' })).toBeInTheDocument();
  expect(screen.queryByText(/更正收款账户/)).toBeNull();
});

const read = () =>
  renderAt(
    '/',
    <SignedIn>
      <RedemptionProjectBody project={project} profile="/center/profile" />
    </SignedIn>,
  );

it('who has an application under the project is led to it, who was refused may apply again', async () => {
  answerWith({ ...around, [ELIGIBILITY]: json({ redemptionId: 'r1' }) });
  const { unmount } = read();
  expect(await screen.findByRole('link', { name: '查看我的兑付' })).toHaveAttribute(
    'href',
    '/redemptions/r1',
  );
  unmount();
  answerWith(around);
  read();
  expect(await screen.findByRole('link', { name: '申请兑付' })).toHaveAttribute(
    'href',
    '/redemptions/projects/p1/apply',
  );
});

it('how it stands by the conditions is said before it applies, and that it may all the same', async () => {
  answerWith({ ...around, [ELIGIBILITY]: json({ standing }) });
  read();
  expect(await screen.findByText('主营行业不是制造业')).toBeInTheDocument();
  expect(screen.getByText(/按现有信息不符合政策条件。仍可申请，由部门核对后决定/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '企业画像' })).toHaveAttribute('href', '/center/profile');
  expect(screen.getByRole('link', { name: '申请兑付' })).toBeInTheDocument();
});

it('under a policy that begins later it may apply, is told the day and not that a condition fails', async () => {
  answerWith({
    ...around,
    [ELIGIBILITY]: json({
      standing: { ...standing, outcome: 'ELIGIBLE', conditions: [], beginsOn: '2999-01-01' },
    }),
  });
  readOf({ policyBeginsOn: '2999-01-01' });
  expect(await screen.findByText('政策自 2999年1月1日 起施行，施行后您符合全部条件。')).toBeInTheDocument();
  expect(screen.getByText(/施行前可以提前申请，施行后拨付/)).toBeInTheDocument();
  expect(screen.queryByText(/不符合政策条件/)).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: '申请兑付' })).toBeInTheDocument();
});

it('who applied already is not told that they may, before its first day or with a condition that fails', async () => {
  answerWith({ ...around, [ELIGIBILITY]: json({ standing, barred: true, redemptionId: 'r1' }) });
  readOf({ policyBeginsOn: '2999-01-01', barring: true });
  expect(await screen.findByText(/按现有信息不符合政策条件。由部门核对后决定是否兑付/)).toBeInTheDocument();
  expect(screen.getByText('该政策自 2999年1月1日 起施行，施行后拨付。')).toBeInTheDocument();
  expect(screen.queryByText(/仍可申请|可以提前申请|只受理/)).toBeNull();
});

it('what was typed before on this machine is there again where the money is all bound meanwhile, and that is said', async () => {
  answerWith(around);
  const key = draftKey(me.accountId, 'redemption-p1');
  const account = { name: '某公司', bank: '某银行', number: '' };
  localStorage.setItem(key, JSON.stringify({ basis: '1200000', statement: '', files: [], account }));
  renderAt(
    '/apply',
    <SignedIn>
      <ApplyBody project={{ ...project, money: { ...project.money, free: 0, reserved: 1000000 } }} />
    </SignedIn>,
  );
  expect(await screen.findByText(/^本项目的预算现已全部安排。仍可申请/)).toBeInTheDocument();
  expect(screen.getByLabelText('新增设备投资额（元）')).toHaveValue('1200000');
});

it('under a policy that ended nobody reads how they would stand, nor that they may apply', async () => {
  answerWith({
    ...around,
    [ELIGIBILITY]: json({ standing: { ...standing, outcome: 'INELIGIBLE', conditions: [] } }),
  });
  readOf({ window: 'POLICY_OVER' });
  expect(await screen.findByText('依据的政策已到期，不再核对政策条件。')).toBeInTheDocument();
  expect(screen.queryByText(/按企业画像核对|仍可申请/)).not.toBeInTheDocument();
});

it('that the money of a project is all bound is said before anybody applies for it', async () => {
  answerWith({ ...around, [ELIGIBILITY]: json({ standing }) });
  const spent = { ...project.money, free: 0, reserved: 1000000 };
  readOf({ money: spent });
  expect(await screen.findByText(/^本项目的预算现已全部安排/)).toBeInTheDocument();
  expect(await screen.findByRole('link', { name: '申请兑付' })).toBeInTheDocument();
});

const clause = { label: '职工总数', text: '职工总数：≥ 10 人', certain: true };
const short = {
  ...standing,
  conditions: [
    {
      label: '职工总数',
      outcome: 'NOT_MET',
      certain: true,
      missingFacts: [],
      gapText: '职工总数 7 人，还差 3 人',
    },
  ],
};
const readOf = (of: object) =>
  renderAt(
    '/',
    <SignedIn>
      <RedemptionProjectBody
        project={{ ...project, ...of } as unknown as RedemptionProject}
        profile="/center/profile"
      />
    </SignedIn>,
  );

it('how it stands by the conditions of the project is said apart from those of its policy', async () => {
  answerWith({
    ...around,
    [ELIGIBILITY]: json({ standing: { ...standing, outcome: 'ELIGIBLE' }, audience: short }),
  });
  readOf({ audience: [clause] });
  expect(await screen.findByText('职工总数 7 人，还差 3 人')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: '本项目的兑付对象' })).toBeInTheDocument();
  expect(screen.getByText(/按现有信息不符合本项目的兑付对象。仍可申请/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '申请兑付' })).toBeInTheDocument();
});

it('who is surely not meant by a project that takes no others reads why, and is not offered to apply', async () => {
  answerWith({ ...around, [ELIGIBILITY]: json({ standing, audience: short, barred: true }) });
  const { unmount } = readOf({ audience: [clause], barring: true });
  expect(await screen.findByText(/该项目只受理符合兑付条件的企业申请/)).toBeInTheDocument();
  expect(screen.getByText('职工总数 7 人，还差 3 人')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: '申请兑付' })).toBeNull();
  unmount();
  answerWith({ ...around, [ELIGIBILITY]: json({ standing, audience: short, barred: true }) });
  apply();
  expect(await screen.findByText(/本企业不符合该项目的条件，不能申请/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '提交申请' })).toBeNull();
});

it('whom 免申即享 is for everybody reads in words', async () => {
  answerWith(around);
  readOf({ kind: 'EXEMPT', audience: [clause] });
  expect(await screen.findByRole('heading', { name: '兑付对象' })).toBeInTheDocument();
  expect(screen.getByText(/职工总数：不低于/)).toBeInTheDocument();
});

it('where it cannot be asked how it stands, nobody is kept from applying', async () => {
  answerWith({ ...around, [ELIGIBILITY]: problem(503, 'SERVICE_UNAVAILABLE', { detail: '服务暂不可用' }) });
  read();
  expect(await screen.findByText(/服务暂不可用/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '申请兑付' })).toBeInTheDocument();
});

it('who is excluded is told by which application of its own, and not offered to apply', async () => {
  answerWith({ ...around, [ELIGIBILITY]: json({ standing, excludedBy }) });
  const { unmount } = read();
  const refusal = await screen.findByText(/不能申请：企业 2026 年度/);
  expect(
    refusal.compareDocumentPosition(screen.getByRole('heading', { name: '兑付说明' })) &
      Node.DOCUMENT_POSITION_FOLLOWING,
  ).toBeTruthy();
  expect(screen.getByRole('link', { name: '查看申请 DX20261129000009' })).toHaveAttribute(
    'href',
    '/redemptions/r9',
  );
  expect(screen.queryByRole('link', { name: '申请兑付' })).not.toBeInTheDocument();
  unmount();
  answerWith({ ...around, [ELIGIBILITY]: json({ excludedBy }) });
  apply();
  expect(await screen.findByText(/不能申请：企业 2026 年度/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '提交申请' })).not.toBeInTheDocument();
});

it('what may exclude it is said beside the form, which it may hand in', async () => {
  answerWith({ ...around, [ELIGIBILITY]: json({ excludedBy: { ...excludedBy, certain: false } }) });
  apply();
  expect(await screen.findByText(/申请前请留意：.*仍可申请，由部门核实/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '提交申请' })).toBeInTheDocument();
});

it('within what time it is reviewed is said before it applies', async () => {
  answerWith(around);
  read();
  expect(
    await screen.findByText(/承诺 10 个工作日内审核，现在提交的将于 2026年12月11日前（含当日）审核/),
  ).toBeInTheDocument();
});

it('a figure is read as people type it, and a word is none', () => {
  expect(figureOf('1,200,000.50')).toBe(1200000.5);
  expect(figureOf(' 3 ')).toBe(3);
  expect(figureOf('120万')).toBeUndefined();
  expect(figureOf('1.234')).toBeUndefined();
  expect(figureOf('-1')).toBeUndefined();
});

const offered = {
  ...redemption,
  kind: 'EXEMPT',
  status: 'OFFERED',
  basis: undefined,
  basisClaimed: undefined,
  basisRecognised: undefined,
  amount: 20000,
  account: undefined,
  reason: undefined,
  standing: {
    outcome: 'ELIGIBLE',
    asOf: '2026-11-20',
    verified: true,
    conditions: [{ label: '制造业', outcome: 'MET', certain: true, missingFacts: [] }],
    missing: [],
  },
} as unknown as Redemption;

it('what was offered before its policy was taken down is not to be confirmed, and says why', () => {
  answerWith(around);
  renderAt(
    '/',
    <RedemptionBody redemption={{ ...offered, policyEnd: { how: 'WITHDRAWN', on: '2026-12-03' } }} />,
  );
  expect(
    screen.getByText(/所依据的政策已于 2026年12月3日撤下；这笔资金不能再确认，请以区经信委的说明为准。/),
  ).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '确认领取' })).toBeNull();
  expect(screen.getByRole('button', { name: '放弃' })).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: '为什么可享' })).toBeInTheDocument();
});

it('what is under way goes on where its policy was taken down, and leads to its notice; what is paid is over', () => {
  answerWith(around);
  const withdrawn = {
    ...redemption,
    status: 'IN_NOTICE',
    policyEnd: { how: 'WITHDRAWN', on: '2026-12-03' },
  } as Redemption;
  const { unmount } = renderAt('/', <RedemptionBody redemption={withdrawn} />);
  expect(screen.getByText(/已受理的事项继续办理/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看公示' })).toHaveAttribute('href', '/notices/r1');
  unmount();
  renderAt('/', <RedemptionBody redemption={{ ...withdrawn, status: 'PAID' }} />);
  expect(screen.queryByText(/所依据的政策已于/)).toBeNull();
});

it('what was offered in the time of a policy that ended by itself can be taken still, and says so', () => {
  answerWith(around);
  const policyEnd = { how: 'EXPIRED', on: '2026-12-02' } as const;
  const { unmount } = renderAt('/', <RedemptionBody redemption={{ ...offered, policyEnd }} />);
  expect(screen.getByText(/所依据的政策已于 2026年12月2日到期；已列入名单的仍可确认/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '确认领取' })).toBeInTheDocument();
  unmount();
  renderAt('/', <RedemptionBody redemption={{ ...redemption, status: 'SUBMITTED', policyEnd }} />);
  expect(screen.getByText(/已于 2026年12月2日到期；已受理的事项继续办理，请以区经信委/)).toBeInTheDocument();
});

it('what is offered is taken with one tap and an account, and says why it is', async () => {
  const CONFIRM = 'POST /api/policy/my/redemptions/r1/confirm';
  const sent = answerWith({ ...around, [CONFIRM]: json({ ...offered, status: 'IN_NOTICE', version: 8 }) });
  renderAt('/', <RedemptionBody redemption={offered} />);
  expect(screen.getByText('制造业')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '确认领取' }));
  expect(await listed()).toEqual(['请填写开户银行', '请填写银行账号']);
  await userEvent.type(screen.getByLabelText('开户银行'), '重庆银行巴南支行');
  await userEvent.type(screen.getByLabelText('银行账号'), '622200001111333');
  await userEvent.click(screen.getByRole('button', { name: '确认领取' }));
  await expect
    .poll(() => sent.find(({ method }) => method === 'POST')?.body)
    .toEqual({
      version: 7,
      account: {
        name: '重庆渝巴精密机械有限公司',
        bank: '重庆银行巴南支行',
        number: '622200001111333',
      },
    });
});

it('what is offered is left only after being asked', async () => {
  const DECLINE = 'POST /api/policy/my/redemptions/r1/decline';
  const sent = answerWith({ ...around, [DECLINE]: json({ ...offered, status: 'DECLINED', version: 8 }) });
  renderAt('/', <RedemptionBody redemption={offered} />);
  await userEvent.click(screen.getByRole('button', { name: '放弃' }));
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
  await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: '放弃' }));
  await expect.poll(() => sent.find(({ method }) => method === 'POST')?.body).toEqual({ version: 7 });
});

it('the number of an account may be written in groups, and is none with a sign before it', () => {
  const flawsOf = (number: string) => accountFlaws({ name: '某公司', bank: '某银行', number });
  expect(flawsOf(' 6222 0000-1111 2222 ')).toEqual([]);
  expect(flawsOf('-6222000011112222')).toHaveLength(1);
  expect(flawsOf('62220000a1112222')).toHaveLength(1);
});

it('what nobody but the issuer can tell is no gap of the profile: nothing is asked of the enterprise', async () => {
  answerWith({
    ...around,
    [ELIGIBILITY]: json({
      standing: {
        ...standing,
        outcome: 'UNKNOWN',
        conditions: [{ label: '认定标准', outcome: 'UNKNOWN', certain: false, missingFacts: [] }],
      },
      barred: false,
    }),
  });
  renderAt(
    '/',
    <SignedIn>
      <RedemptionProjectBody project={project} profile="/center/profile" />
    </SignedIn>,
  );
  expect(await screen.findByText(/1 项条件待核实，企业无需补充/)).toBeInTheDocument();
  expect(screen.getByText('仍可申请，由部门审核。')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: '企业画像' })).toBeNull();
});

it('of what nobody applied for no amount is said to be applied for', async () => {
  answerWith(around);
  const exempt = { ...redemption, kind: 'EXEMPT', status: 'IN_NOTICE', amountClaimed: 90000 } as Redemption;
  const { unmount } = renderAt('/', <RedemptionBody redemption={exempt} />);
  expect(await screen.findByText('兑付金额')).toBeInTheDocument();
  expect(screen.queryByText('申请金额')).toBeNull();
  expect(screen.queryByText('核定金额')).toBeNull();
  unmount();
  renderAt('/', <RedemptionBody redemption={{ ...exempt, kind: 'APPLICATION' }} />);
  expect(await screen.findByText('申请金额')).toBeInTheDocument();
  expect(screen.getByText('核定金额')).toBeInTheDocument();
});

/** The day that is so many from today. */
const day = (from: number) => inZone(Date.now()).add(from, 'day').format('YYYY-MM-DD');

it('the day on which a notice is over stands in the timeline, where it is known', () => {
  const inNotice = { ...redemption, status: 'IN_NOTICE' } as Redemption;
  const { rerender } = render(<RedemptionProgress of={{ ...inNotice, noticeUntil: day(0) }} />);
  const over = () => screen.getByText('公示期满').closest('li');
  expect(over()).toHaveTextContent(`预计 ${longDate(day(0))}期满`);
  expect(screen.getByText('支付').closest('li')).toHaveTextContent(/^支付$/);
  rerender(<RedemptionProgress of={{ ...inNotice, noticeUntil: day(-1) }} />);
  expect(over()).toHaveTextContent(`已于 ${longDate(day(-1))}期满`);
  rerender(<RedemptionProgress of={inNotice} />);
  expect(screen.queryByText(/预计/)).toBeNull();
});

it('from the day after its last a notice is over, whoever has still to approve it or to answer', async () => {
  answerWith(around);
  const inNotice = (noticeUntil: string) =>
    ({ ...redemption, status: 'IN_NOTICE', noticeUntil }) as Redemption;
  const { unmount } = renderAt('/', <RedemptionBody redemption={inNotice(day(0))} />);
  expect(await screen.findByText('公示中')).toBeInTheDocument();
  expect(screen.getByText(/正在公示，至/)).toBeInTheDocument();
  unmount();
  renderAt('/', <RedemptionBody redemption={inNotice(day(-1))} />);
  expect(await screen.findByText(/公示期已满；没有未答复的异议后支付/)).toBeInTheDocument();
  expect(screen.queryByText(/公示中|正在公示/)).toBeNull();
  expect(screen.getByRole('button', { name: '撤回申请' })).toBeInTheDocument();
});

it.each([
  ['公示中', day(3), /没有未答复的异议后转为待支付；政策自 2999年1月1日 起施行，施行后支付。/],
  ['公示期满', day(-1), /没有未答复的异议后转为待支付；政策自 2999年1月1日 起施行，施行后支付。/],
])(
  'under a policy to come a notice says from which day on it is paid: %s',
  async (state, noticeUntil, said) => {
    answerWith(around);
    const noticed = { ...redemption, status: 'IN_NOTICE', noticeUntil, policyBeginsOn: '2999-01-01' };
    renderAt('/', <RedemptionBody redemption={noticed as Redemption} />);
    expect((await screen.findAllByText(state))[0]).toBeInTheDocument();
    expect(screen.getByText(said)).toBeInTheDocument();
  },
);
