import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { createQueryClient, type ComparableFact, type PolicyDraft } from '@/shared/api';
import { answerWith, json, problem, type Sent } from '@/shared/test/http';
import { overPlainHttp } from '@/shared/test/plainHttp';
import { SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import DraftPage from './DraftPage';

const fact = (name: string, label: string, more: Partial<ComparableFact>): ComparableFact => ({
  name,
  label,
  group: '基本信息',
  kind: 'NUMBER',
  choices: [],
  aliases: [],
  derived: false,
  operators: ['>=', '>', '<=', '<', '==', '!=', 'between'],
  ...more,
});
const facts = [
  fact('employees', '职工总数', { kind: 'INTEGER', unit: '人' }),
  fact('rdInstitution', '自建研发机构', { kind: 'BOOLEAN', operators: ['==', '!='] }),
];
const draft: PolicyDraft = {
  id: 'd1',
  policyId: 'p1',
  code: 'N99',
  edition: 2,
  state: 'DRAFT',
  content: {
    title: '关于测试的通知',
    tagsBasic: [],
    tagsAdvanced: [],
    exclusions: [],
    relations: [],
    reference: false,
    ruleToCertain: true,
    criteria: {
      type: 'allOf',
      criteria: [
        { type: 'comparison', fact: 'employees', op: '>=', value: 20, unit: '人' },
        { type: 'unverified', reason: '细则待核实' },
      ],
    },
  },
  cases: [{ name: '小厂', facts: { employees: 10 }, expected: 'NEARLY' }],
  attachments: [],
  related: [],
  relatedByOthers: [],
  authorName: '王工',
  keptByMe: true,
  byMe: true,
  updatedAt: '2026-07-31T10:00:00+08:00',
  version: 3,
};
const told = {
  faults: [],
  conditions: [
    {
      label: '职工总数',
      required: '≥ 20 人',
      outcome: 'UNKNOWN',
      certain: true,
      missingFacts: [],
      clause: '职工二十人以上',
    },
  ],
  outcomes: [{ name: '小厂', outcome: 'ELIGIBLE', problems: [], conditions: [] }],
};
const differences = [
  {
    path: '/criteria/0',
    label: '职工总数',
    message: '数值 20 人 与引用原文中的 30 人 不一致',
    certain: true,
  },
];
const apart = { 'POST /api/policy/manage/criteria/preview': () => json({ ...told, differences }) };
let sent: Sent[];

function open(answers: Record<string, unknown> = {}, of: Partial<PolicyDraft> = {}) {
  sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'policy.manage', 'policy.review'] }),
    'GET /api/policy/manage/drafts/d1': json({ ...draft, ...of }),
    'GET /api/policy/manage/facts': json(facts),
    'GET /api/match/self-checks/policies': json({ choices: [] }),
    'POST /api/policy/manage/criteria/preview': json(told),
    'GET /api/policy/manage/demo-profiles': json([]),
    ...(answers as Record<string, Response>),
  });
  const router = createMemoryRouter(
    [
      {
        path: '/policy-drafts/:id',
        element: (
          <SignedIn>
            <DraftPage />
          </SignedIn>
        ),
      },
      { path: '/policy-drafts', element: <p>草稿列表</p> },
    ],
    { initialEntries: ['/policy-drafts/d1'] },
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AntdRoot>
        <RouterProvider router={router} />
      </AntdRoot>
    </QueryClientProvider>,
  );
}
const tab = async (name: RegExp) => userEvent.click(await screen.findByRole('tab', { name }));
const took = (method: string, path: string) =>
  sent.filter((one) => one.method === method && one.url.pathname === path);

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('a condition is changed in its place and everything else is saved as it was', async () => {
  open({ 'PUT /api/policy/manage/drafts/d1': json({ ...draft, version: 4 }) });
  await tab(/申报条件/);
  await userEvent.click(await screen.findByRole('button', { name: '职工总数 不低于 20 人' }));
  const value = screen.getByLabelText('值（人）');
  await userEvent.clear(value);
  await userEvent.type(value, '30');
  await userEvent.click(screen.getByRole('button', { name: /^保\s*存$/ }));
  await waitFor(() => expect(took('PUT', '/api/policy/manage/drafts/d1')).toHaveLength(1));
  const body = took('PUT', '/api/policy/manage/drafts/d1')[0]!.body as {
    version: number;
    content: { criteria: unknown; title: string };
    cases: unknown;
  };
  expect(body.version).toBe(3);
  expect(body.content.title).toBe('关于测试的通知');
  expect(body.cases).toEqual(draft.cases);
  expect(body.content.criteria).toEqual({
    type: 'allOf',
    criteria: [
      { type: 'comparison', fact: 'employees', op: '>=', value: 30, unit: '人' },
      { type: 'unverified', reason: '细则待核实' },
    ],
  });
});

it('what a person makes of a proposal is saved by itself, with the condition that it became', async () => {
  const criterion = { type: 'comparison', fact: 'employees', op: '<=', value: 300, unit: '人' };
  const proposal = { number: 1, from: 0, to: 7, criterion, why: [], certainty: 'CLEAR' as const };
  open(
    { 'PUT /api/policy/manage/drafts/d1': json({ ...draft, version: 4 }) },
    { reading: { text: '不超过三百人。', items: [{ proposal }] } },
  );
  await tab(/从文本起草（0\/1）/);
  await userEvent.click(await screen.findByRole('button', { name: /^采\s*纳$/ }));
  await waitFor(() => expect(took('PUT', '/api/policy/manage/drafts/d1')).toHaveLength(1), {
    timeout: 20_000,
  });
  const { content, reading } = took('PUT', '/api/policy/manage/drafts/d1')[0]!.body as {
    content: { criteria: { criteria: unknown[] } };
    reading: unknown;
  };
  expect(content.criteria.criteria.at(-1)).toEqual(criterion);
  expect(reading).toEqual({
    text: '不超过三百人。',
    items: [{ proposal, decision: 'ACCEPTED', adopted: criterion }],
  });
  expect(screen.getByRole('tab', { name: '从文本起草（1/1）' })).toBeInTheDocument();
});

it('the whole tree is told in the words of the server', async () => {
  open();
  await tab(/申报条件/);
  const preview = await screen.findByRole('region', { name: '条件预览' });
  expect(await within(preview).findByText('职工二十人以上')).toBeInTheDocument();
  expect(preview).toHaveTextContent('要求：不低于 20 人');
});

it('a case that comes out otherwise says what was expected and what came out', async () => {
  open();
  await tab(/核验案例/);
  expect(await screen.findByText('未通过')).toBeInTheDocument();
  const row = screen.getByText('小厂').closest('li')!;
  expect(row).toHaveTextContent('预期 差一项');
  expect(row).toHaveTextContent('实际 可享');
});

it('a case may name the size of an enterprise, with its words to choose from', async () => {
  open({
    'GET /api/policy/manage/facts': json([
      ...facts,
      fact('enterpriseSize', '企业规模', {
        kind: 'CHOICE',
        derived: true,
        choices: ['大型', '中型', '小型', '微型'],
        operators: ['==', '!=', 'in'],
      }),
    ]),
    'PUT /api/policy/manage/drafts/d1': json({ ...draft, version: 4 }),
  });
  await tab(/核验案例/);
  await userEvent.click(await screen.findByRole('button', { name: '修改案例 小厂' }));
  await userEvent.click(await screen.findByLabelText('添加一项数据'));
  await userEvent.click(await screen.findByTitle('企业规模'));
  await userEvent.click(await screen.findByLabelText('企业规模', { selector: 'input' }));
  await userEvent.click(await screen.findByTitle('小型'));
  await userEvent.click(screen.getByRole('button', { name: /完\s*成/ }));
  await userEvent.click(await screen.findByRole('button', { name: /^保\s*存$/ }));
  await waitFor(() =>
    expect(took('PUT', '/api/policy/manage/drafts/d1')[0]?.body).toMatchObject({
      cases: [{ name: '小厂', facts: { employees: 10, enterpriseSize: '小型' } }],
    }),
  );
});

it('what is missing in the document is shown at its fields, on its tab', async () => {
  open({
    'POST /api/policy/manage/drafts/d1/submit': problem(400, 'VALIDATION_FAILED', {
      errors: [{ field: 'docNumber', code: 'REQUIRED', message: '请填写文号' }],
    }),
  });
  await tab(/申报条件/);
  await userEvent.click(screen.getByRole('button', { name: '提交审核' }));
  expect(await screen.findAllByText('请填写文号')).toHaveLength(2);
  expect(screen.getByRole('tab', { name: '文件' })).toHaveAttribute('aria-selected', 'true');
  expect(screen.getByLabelText('文号')).toHaveFocus();

  // What was refused is not said of what stands there now.
  await userEvent.type(screen.getByLabelText('文号'), '测');
  await waitFor(() => expect(screen.getAllByText('请填写文号')).toHaveLength(1));
});

it('whatever keeps it from being handed in is listed at once with its tab, and the first is led to', async () => {
  const missing = (field: string, message: string) => ({ field, code: 'REQUIRED', message });
  const faults = [
    { path: '/criteria/0', code: 'FACT_REQUIRED', member: 'fact', message: '请选择指标' },
    { path: '/criteria/1/bands/1/then', code: 'FACT_REQUIRED', member: 'fact', message: '请选择指标' },
  ];
  open({
    'POST /api/policy/manage/criteria/preview': json({ ...told, faults }),
    'POST /api/policy/manage/drafts/d1/submit': [
      problem(422, 'DRAFT_FAULTY', {
        detail: '文件有 3 处待填写或改正；申报条件有 2 处错误：请选择指标；还缺应为“不符合”的案例',
        errors: [
          missing('department', '请填写区级主管部门'),
          { field: 'validTo', code: 'RANGE', message: '截止日不能早于起始日 2026-11-01' },
          missing('editionName', '填写了申报条件，请填写版本名（如 2026）'),
        ],
        faults,
        parts: [
          { code: 'VALIDATION_FAILED', detail: '文件有 3 处待填写或改正' },
          { code: 'CRITERIA_FAULTY', detail: '申报条件有 2 处错误：请选择指标' },
          { code: 'GOLDEN_CASE_REQUIRED', detail: '还缺应为“不符合”的案例' },
        ],
      }),
      new Response(null, { status: 204 }),
    ],
  });
  await tab(/核验案例/);
  await userEvent.click(screen.getByRole('button', { name: '提交审核' }));

  const list = within((await screen.findByText('还不能提交审核，有 6 处待改')).closest('[role="alert"]')!);
  expect(list.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
    '文件请填写区级主管部门',
    '文件有效期至：截止日不能早于起始日 2026-11-01',
    '文件填写了申报条件，请填写版本名（如 2026）',
    '申报条件第 1 项：请选择指标',
    '申报条件第 2 项 › 第 2 档：请选择指标',
    '核验案例还缺应为“不符合”的案例',
  ]);
  expect(screen.getByRole('tab', { name: '文件' })).toHaveAttribute('aria-selected', 'true');
  expect(screen.getByLabelText('区级主管部门')).toHaveFocus();

  await userEvent.click(list.getAllByRole('button', { name: '文件' })[2]!);
  expect(screen.getByLabelText('版本名')).toHaveFocus();
  await userEvent.click(list.getByRole('button', { name: '核验案例' }));
  expect(screen.getByRole('tab', { name: /核验案例/ })).toHaveAttribute('aria-selected', 'true');

  await userEvent.click(screen.getByRole('button', { name: '提交审核' }));
  expect(await screen.findByText('已提交审核')).toBeInTheDocument();
  expect(screen.queryByText(/还不能提交审核/)).toBeNull();
});

it('what was changed since it was refused is told so in the list, and is checked again when it is handed in', async () => {
  const missing = (field: string, message: string) => ({ field, code: 'REQUIRED', message });
  open({
    'PUT /api/policy/manage/drafts/d1': json({ ...draft, version: 4 }),
    'POST /api/policy/manage/drafts/d1/submit': problem(400, 'VALIDATION_FAILED', {
      errors: [missing('department', '请填写区级主管部门'), missing('docNumber', '请填写文号')],
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '提交审核' }));
  const box = (await screen.findByText('还不能提交审核，有 2 处待改')).closest<HTMLElement>(
    '[role="alert"]',
  )!;

  await userEvent.type(screen.getByLabelText('区级主管部门'), '区经信委');
  expect(box).toHaveTextContent('还不能提交审核，有 1 处待改，1 处已有修改');
  const items = within(box).getAllByRole('listitem');
  expect(items[0]).toHaveTextContent('请填写区级主管部门（已有修改，待重新检查）');
  expect(items[1]).toHaveTextContent(/请填写文号$/);

  await userEvent.type(screen.getByLabelText('文号'), '巴南府发〔2026〕1号');
  await userEvent.click(screen.getByRole('button', { name: /^保\s*存$/ }));
  await waitFor(() => expect(took('PUT', '/api/policy/manage/drafts/d1')).toHaveLength(1));
  expect(await screen.findByText(/上次提交时的 2 处都已有修改，请再次提交审核/)).toBeInTheDocument();
  expect(screen.getByText('提交后由未参与撰写的同事审核发布')).toBeInTheDocument();
});

it('a number that is not verified is not called a number twice', async () => {
  open({}, { state: 'REVIEW', content: { ...draft.content, docNumber: '文号待核实' } });
  const name = await screen.findByText('文号', { selector: 'dt' });
  expect(name.nextElementSibling).toHaveTextContent(/^待核实$/);
});

it('of two who write it the second is told who saved last, and what they typed stays', async () => {
  open({ 'PUT /api/policy/manage/drafts/d1': problem(409, 'VERSION_CONFLICT') });
  const title = await screen.findByLabelText('政策名称');
  await userEvent.type(title, '（二）');
  await userEvent.click(screen.getByRole('button', { name: /^保\s*存$/ }));

  const told = (await screen.findAllByRole('dialog'))[0]!;
  expect(told).toHaveTextContent('这份政策草稿已被别人改过');
  expect(told).toHaveTextContent('王工 撰写');
  expect(within(told).getByRole('link', { name: '在新窗口查看最新内容' })).toHaveAttribute(
    'target',
    '_blank',
  );
  await userEvent.click(within(told).getByRole('button', { name: '继续编辑' }));
  expect(screen.getByLabelText('政策名称')).toHaveValue('关于测试的通知（二）');
});

it('a figure that is not the quoted one is told before it is handed in, and why it was refused stands at the condition', async () => {
  open({
    ...apart,
    'POST /api/policy/manage/drafts/d1/submit': problem(422, 'QUOTE_DIFFERS', {
      detail: '“职工总数”的数值 20 人 与引用原文中的 30 人 不一致。请改正数值或原文',
    }),
  });
  const warning = (await screen.findByText('有 1 项条件的数值与引用的原文不一致')).closest('[role="alert"]')!;
  expect(warning).toHaveTextContent('职工总数：数值 20 人 与引用原文中的 30 人 不一致');
  expect(warning).toHaveTextContent('取消勾选“数值已与原文核对”后才能提交审核');
  await userEvent.click(screen.getByRole('button', { name: '提交审核' }));
  expect(await screen.findByText(/不一致。请改正数值或原文$/)).toBeInTheDocument();
  expect(screen.getByRole('tab', { name: /申报条件/ })).toHaveAttribute('aria-selected', 'true');
});

it('who reviews is told of it on the page, at the condition, and once more before it is published', async () => {
  open(apart, { state: 'REVIEW', byMe: false });
  const warning = (await screen.findByText('有 1 项条件的数值与引用的原文不一致')).closest('[role="alert"]')!;
  expect(warning).toHaveTextContent('请核对后再发布');
  await tab(/申报条件/);
  const row = await screen.findByRole('group', { name: '职工总数 不低于 20 人' });
  expect(row.closest('li')).toHaveTextContent('数值 20 人 与引用原文中的 30 人 不一致');
  await userEvent.click(screen.getByRole('button', { name: /^发\s*布$/ }));
  expect((await screen.findAllByRole('dialog'))[0]).toHaveTextContent(
    '职工总数：数值 20 人 与引用原文中的 30 人 不一致',
  );
});

it('what is published already is left as it was', async () => {
  open(apart, { state: 'PUBLISHED' });
  await tab(/申报条件/);
  const preview = await screen.findByRole('region', { name: '条件预览' });
  expect(await within(preview).findByText('职工二十人以上')).toBeInTheDocument();
  expect(screen.queryByText(/与引用(的|原文中的)/)).not.toBeInTheDocument();
});

it('words of what cannot be had together go to the document, where the number is entered', async () => {
  const proposal = { number: 1, from: 0, to: 7, why: [], certainty: 'MANUAL' as const, exclusion: {} };
  open(
    { 'PUT /api/policy/manage/drafts/d1': json({ ...draft, version: 4 }) },
    { reading: { text: '就高不重复享受。', items: [{ proposal }] } },
  );
  await tab(/从文本起草（0\/1）/);
  await userEvent.click(await screen.findByRole('button', { name: '填入“不能同享的政策”' }));
  await waitFor(() => expect(took('PUT', '/api/policy/manage/drafts/d1')).toHaveLength(1), {
    timeout: 20_000,
  });
  expect(took('PUT', '/api/policy/manage/drafts/d1')[0]!.body).toMatchObject({
    content: { exclusions: [{ text: '就高不重复享受', certain: true }] },
    reading: { items: [{ decision: 'ACCEPTED' }] },
  });
  await tab(/^文件$/);
  expect(screen.getByLabelText('原文依据')).toHaveValue('就高不重复享受');
});

it('the edition has to have a name where conditions are entered', async () => {
  open({});
  expect(await screen.findByLabelText('版本名')).toBeInTheDocument();
  expect(screen.queryByLabelText('版本名（选填）')).toBeNull();
});

it('who wrote it cannot publish it, and is told why; nobody can change what is in review', async () => {
  open({}, { state: 'REVIEW' });
  expect(await screen.findByText('您写过这份草稿，须由未参与撰写的同事发布')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /^发\s*布$/ })).toBeDisabled();
  expect(screen.queryByRole('button', { name: /^保\s*存$/ })).not.toBeInTheDocument();
  // It is read, not a form that is shut.
  expect(screen.queryByLabelText('政策名称')).not.toBeInTheDocument();
  expect(screen.getByText('政策名称').closest('div')).toHaveTextContent('关于测试的通知');
});

it('of another institution a draft is read, and is neither changed nor reviewed', async () => {
  open({}, { owner: '区农业农村委', keptByMe: false });
  expect(await screen.findByText('该政策由区农业农村委维护，您可以查看，不能修改或审核')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^保\s*存$/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '提交审核' })).not.toBeInTheDocument();
  expect(screen.queryByLabelText('政策名称')).not.toBeInTheDocument();
});

it('what waits for its first day says when it is published by itself, and is sent back and not published', async () => {
  open({}, { state: 'SCHEDULED', scheduledFor: '2027-01-01', publishedBy: '李审', byMe: false });
  expect(await screen.findByText(/李审 已审核，2027-01-01 自动发布/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '退回修改' })).toBeEnabled();
  expect(screen.queryByRole('button', { name: /^发\s*布$/ })).not.toBeInTheDocument();
});

it('what did not take effect on its day says why, and what there is to do', async () => {
  open(
    {},
    {
      state: 'SCHEDULED',
      scheduledFor: '2027-01-01',
      heldReason: '核验案例“十人小厂”应为“差一项”，实为“可享”，不能发布',
      publishedBy: '李审',
      byMe: false,
    },
  );
  const told = (await screen.findByText('2027-01-01 起未能自动发布，现行版继续有效')).closest(
    '[role="alert"]',
  )!;
  expect(told).toHaveTextContent('核验案例“十人小厂”应为“差一项”，实为“可享”');
  expect(screen.queryByText(/李审 已审核/)).toBeNull();
  expect(screen.getByRole('button', { name: '退回修改' })).toBeEnabled();
});

it('a case that conditions cannot do without is asked for on the tab of the cases', async () => {
  open({
    'POST /api/policy/manage/drafts/d1/submit': problem(422, 'GOLDEN_CASE_REQUIRED', {
      detail: '还缺应为“可享”的案例',
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '提交审核' }));
  expect(await screen.findByText('还缺应为“可享”的案例')).toBeInTheDocument();
  expect(screen.getByRole('tab', { name: /核验案例/ })).toHaveAttribute('aria-selected', 'true');
});

it('a draft that was changed and is deleted is left without being asked', async () => {
  open({ 'DELETE /api/policy/manage/drafts/d1': () => new Response(null, { status: 204 }) });
  await userEvent.type(await screen.findByLabelText('政策名称'), '改');
  await userEvent.click(screen.getByRole('button', { name: '删除草稿' }));
  await userEvent.click(await screen.findByRole('button', { name: /^删\s*除$/ }));
  expect(await screen.findByText('草稿列表')).toBeInTheDocument();
  expect(screen.queryByText('离开此页面？')).not.toBeInTheDocument();
});

const guide = {
  id: 'f1',
  name: '申报指南.pdf',
  contentType: 'application/pdf',
  size: 20_480,
  uploadedAt: '2026-07-31T10:00:00+08:00',
  url: '/api/policy/manage/drafts/d1/attachments/f1',
};

it('files are uploaded one after the other, each against what is stored by then, and one that is refused says why', async () => {
  overPlainHttp();
  open({
    'POST /api/policy/manage/drafts/d1/attachments': [
      json({ ...draft, version: 4, attachments: [guide] }),
      problem(415, 'ATTACHMENT_TYPE_NOT_ALLOWED', { detail: '附件不能含宏' }),
    ],
  });
  await tab(/附件（0）/);
  const input = document.querySelector<HTMLInputElement>('section[aria-label="附件"] input[type=file]')!;
  await userEvent.upload(input, [
    new File(['a'], '申报指南.pdf', { type: 'application/pdf' }),
    new File(['b'], '汇总表.xlsx'),
  ]);
  expect(await screen.findByRole('link', { name: '申报指南.pdf' })).toHaveAttribute('href', guide.url);
  expect(await screen.findByText('汇总表.xlsx：附件不能含宏')).toBeInTheDocument();
  expect(screen.getByRole('tab', { name: '附件（1）' })).toBeInTheDocument();
  const posted = took('POST', '/api/policy/manage/drafts/d1/attachments');
  expect(posted.map(({ url }) => url.searchParams.get('version'))).toEqual(['3', '4']);
});

it('a file whose content is another kind than its name says is kept under its right name, and that is told', async () => {
  overPlainHttp();
  open({
    'POST /api/policy/manage/drafts/d1/attachments': json({
      ...draft,
      version: 4,
      attachments: [{ ...guide, name: '申报指南.docx' }],
    }),
  });
  await tab(/附件（0）/);
  const input = document.querySelector<HTMLInputElement>('section[aria-label="附件"] input[type=file]')!;
  await userEvent.upload(input, new File(['a'], '申报指南.pdf', { type: 'application/pdf' }));
  expect(
    await screen.findByText(/申报指南\.pdf：内容不是 pdf 文件，已按“申报指南\.docx”保存/),
  ).toBeInTheDocument();
});

it('a relation to another policy is searched for by its words and saved with the document', async () => {
  open({
    'PUT /api/policy/manage/drafts/d1': json({ ...draft, version: 4 }),
    'GET /api/policy/manage/policies': json({
      items: [{ id: 'p2', code: 'N01', title: '促进条例', docNumber: '渝人大〔2020〕1号' }],
      total: 1,
      page: 1,
      size: 20,
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '添加与其他文件的关系' }));
  await userEvent.click(await screen.findByLabelText('本政策'));
  await userEvent.click(await screen.findByText('配套落实'));
  await userEvent.type(screen.getByLabelText('政策'), '促进');
  await userEvent.click(await screen.findByText('促进条例（渝人大〔2020〕1号，N01）'));
  await userEvent.click(screen.getByRole('button', { name: /^保\s*存$/ }));
  await waitFor(() => expect(took('PUT', '/api/policy/manage/drafts/d1')).toHaveLength(1));
  const body = took('PUT', '/api/policy/manage/drafts/d1')[0]!.body as { content: { relations: unknown } };
  expect(body.content.relations).toEqual([{ kind: 'IMPLEMENTS', code: 'N01' }]);
  expect(
    took('GET', '/api/policy/manage/policies').some(({ url }) => url.searchParams.get('q') === '促进'),
  ).toBe(true);
});
