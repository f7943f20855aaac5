import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import FactsPage from './FactsPage';
import { formulaOf, operandsOf } from './model';

const fact = (name: string, label: string, more: object = {}) => ({
  name,
  label,
  group: '人员与社保',
  kind: 'INTEGER',
  unit: '人',
  source: 'SELF',
  period: '上年末',
  visibility: 'AUTHORITIES',
  visibleTo: '部门',
  choices: [],
  retired: false,
  policies: 1,
  products: 0,
  tags: 0,
  ...more,
});
const ratio = fact('rdShare', '研发占比', {
  group: '计算指标',
  kind: 'NUMBER',
  unit: '%',
  source: 'DERIVED',
});
const detail = {
  fact: ratio,
  edition: 3,
  shipped: false,
  closable: 'UP',
  calculation: {
    type: 'percent',
    part: { type: 'fact', fact: 'rdStaff' },
    whole: { type: 'fact', fact: 'employees' },
  },
  calculationWords: '研发人员数 ÷ 职工总数',
  inputs: [{ code: 'rdStaff', name: '研发人员数' }],
  derived: [],
  policies: [{ code: 'C09', name: '企业研发准备金' }],
  products: [],
  tags: [],
};
const known = [
  fact('employees', '职工总数'),
  fact('rdStaff', '研发人员数'),
  fact('revenue', '营业收入', { group: '经营与财务', kind: 'YEARS', unit: '万元', years: 3 }),
];
const edition = {
  edition: 3,
  changedAt: '2026-11-20T10:00:00+08:00',
  changedBy: '周敏',
  label: '研发占比',
  unit: '%',
  formula: '研发人员数 ÷ 职工总数',
  period: '上年末',
  visibility: 'AUTHORITIES',
  visibleTo: '部门',
  retired: false,
};
const answers = (...permissions: string[]) => ({
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json({ ...someone, permissions: ['match.fact.read', ...permissions] }),
  'GET /api/match/facts': json({ items: [ratio], total: 1, page: 1, size: 20 }),
  'GET /api/match/facts/groups': json(['人员与社保', '计算指标']),
  'GET /api/match/facts/choices': json(known),
  'GET /api/match/facts/rdShare': json(detail),
  'GET /api/match/facts/rdShare/editions': json([
    edition,
    { ...edition, edition: 2, changedBy: undefined, period: '上年度' },
  ]),
  'POST /api/match/facts/preview': json({
    words: '研发人员数 ÷ 职工总数',
    unit: '%',
    kind: 'NUMBER',
    faults: [],
  }),
});
const open = () =>
  renderAt(
    '/facts',
    <AntdRoot>
      <SignedIn>
        <FactsPage />
      </SignedIn>
    </AntdRoot>,
    '/facts',
  );

it('who only reads sees the formula and its editions, and no way to change them', async () => {
  answerWith(answers());
  open();

  fireEvent.click(await screen.findByText('研发占比'));

  expect((await screen.findAllByText(/研发人员数 ÷ 职工总数/)).length).toBeGreaterThan(0);
  const record = within(await screen.findByRole('region', { name: '修改记录' }));
  const [last, first] = await record.findAllByText(/^第 . 版$/);
  const told = (step: HTMLElement | undefined) => step!.closest('li')!.textContent;
  expect(told(last)).toMatch(/^第 3 版.*周敏期间：上年度 → 上年末$/);
  expect(told(first)).toMatch(/^第 2 版系统自带名称：研发占比单位：%/);
  expect(screen.getByRole('link', { name: '企业研发准备金' })).toHaveAttribute('href', '/policies/C09');
  expect(screen.queryByRole('button', { name: '新增指标' })).toBeNull();
  expect(screen.queryByRole('button', { name: /修\s*改/ })).toBeNull();
});

it('a formula is built by choosing and saved as another edition', async () => {
  const sent = answerWith({ ...answers('match.fact.manage'), 'PUT /api/match/facts/rdShare': json(detail) });
  open();
  fireEvent.click(await screen.findByText('研发占比'));
  fireEvent.click(await screen.findByText(/^修\s*改$/));

  const part = await screen.findByRole('group', { name: '部分' });
  expect(within(part).getByText('研发人员数（人）')).toBeInTheDocument();
  expect(await screen.findByText('研发人员数 ÷ 职工总数（%）')).toBeInTheDocument();
  fireEvent.click(screen.getByText(/^保\s*存$/));

  await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));
  const put = sent.find(({ method }) => method === 'PUT');
  expect(put?.body).toMatchObject({
    edition: 3,
    content: { label: '研发占比', calculation: detail.calculation, visibility: 'AUTHORITIES' },
  });
});

it('who saves after somebody else goes on writing, or takes the newest edition into the form and saves it', async () => {
  let newest = detail;
  const sent = answerWith({
    ...answers('match.fact.manage'),
    'GET /api/match/facts/rdShare': () => json(newest),
    'PUT /api/match/facts/rdShare': [
      problem(409, 'VERSION_CONFLICT'),
      problem(409, 'VERSION_CONFLICT'),
      () => json(newest),
    ],
  });
  open();
  fireEvent.click(await screen.findByText('研发占比'));
  fireEvent.click(await screen.findByText(/^修\s*改$/));
  const name = () =>
    within(document.querySelector<HTMLElement>('form:has(#label)')!).getByLabelText('指标名称');
  await screen.findByRole('group', { name: '部分' });
  fireEvent.change(name(), { target: { value: '我的说法' } });
  newest = { ...detail, edition: 4, fact: { ...ratio, label: '同事的说法' } };

  fireEvent.click(screen.getByText(/^保\s*存$/));
  fireEvent.click(await screen.findByText('继续编辑'));
  expect(name()).toHaveValue('我的说法');

  await waitFor(() => expect(screen.queryByText('继续编辑')).toBeNull());
  fireEvent.click(screen.getByText(/^保\s*存$/));
  fireEvent.click(await screen.findByText('载入最新内容'));
  await waitFor(() => expect(name()).toHaveValue('同事的说法'));
  fireEvent.click(screen.getByText(/^保\s*存$/));
  await waitFor(() =>
    expect(sent.filter(({ method }) => method === 'PUT').at(-1)?.body).toMatchObject({ edition: 4 }),
  );
});

it('what is wrong with a formula is said at the part that is wrong', async () => {
  answerWith({
    ...answers('match.fact.manage'),
    'POST /api/match/facts/preview': json({
      words: '',
      kind: 'NUMBER',
      faults: [{ path: '/whole', code: 'FORMULA_UNIT_MISMATCH', message: '单位不一致' }],
    }),
  });
  open();
  fireEvent.click(await screen.findByText('研发占比'));
  fireEvent.click(await screen.findByText(/^修\s*改$/));

  const whole = await screen.findByRole('group', { name: '整体' });
  expect(await within(whole).findByRole('alert')).toHaveTextContent('单位不一致');
});

it('one that is in use is not retired, and it is said where', async () => {
  answerWith({
    ...answers('match.fact.manage'),
    'POST /api/match/facts/rdShare/retire': problem(409, 'FACT_IN_USE', {
      detail: '“研发占比”正被引用，不能停用：标签“研发型”',
    }),
  });
  open();
  fireEvent.click(await screen.findByText('研发占比'));
  fireEvent.click(await screen.findByText(/^停\s*用$/));
  const asked = within((await screen.findAllByText(/停用指标“/))[0]!.closest<HTMLElement>('.ant-modal')!);
  fireEvent.click(asked.getByText(/^停\s*用$/));

  expect(await screen.findByText(/不能停用：标签“研发型”/)).toBeInTheDocument();
});

it('another kind of formula keeps the parts that it has a place for', () => {
  const before = formulaOf('percent', {
    type: 'over',
    part: { type: 'fact', fact: 'rdStaff' },
    whole: { type: 'fact', fact: 'employees' },
  });

  expect(operandsOf(formulaOf('minus', before)).map(({ value }) => value)).toEqual([
    { type: 'fact', fact: 'rdStaff' },
    { type: 'fact', fact: 'employees' },
  ]);
});

it('a formula is tried with a case of a policy', async () => {
  const sent = answerWith({
    ...answers('match.fact.manage', 'policy.manage'),
    'GET /api/policy/manage/drafts': json({
      items: [{ id: 'd1', code: 'N99', edition: 2, title: '关于测试的通知', state: 'DRAFT' }],
      total: 1,
      page: 1,
      size: 20,
    }),
    'GET /api/policy/manage/drafts/d1': json({
      cases: [{ name: '小厂', facts: { employees: 10, rdStaff: 1 }, expected: 'NEARLY' }],
    }),
  });
  open();
  fireEvent.click(await screen.findByText('研发占比'));
  fireEvent.click(await screen.findByText(/^修\s*改$/));
  const policy = await screen.findByLabelText('核验案例所属的政策');
  fireEvent.mouseDown(policy);
  fireEvent.click(
    await screen.findByText('关于测试的通知（第 2 版）', { selector: '.ant-select-item-option-content' }),
  );
  const which = screen.getByLabelText('核验案例');
  await waitFor(() => expect(which).toBeEnabled());
  fireEvent.mouseDown(which);
  fireEvent.click(await screen.findByText('小厂', { selector: '.ant-select-item-option-content' }));
  await waitFor(() =>
    expect(sent.filter(({ url }) => url.pathname.endsWith('/preview')).at(-1)!.body).toMatchObject({
      profile: { name: '小厂', facts: { employees: 10, rdStaff: 1 } },
    }),
  );
});
