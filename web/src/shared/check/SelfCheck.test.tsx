import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Fact, PolicyMatch, SelfCheckForm, SrdiGrade } from '../api';
import { answerWith, json, problem } from '../test/http';
import { gap, matchResult, nearlyMet } from '../test/match';
import { renderAt, someone } from '../test/render';
import type { CheckLinks } from './links';
import { SelfCheck } from './SelfCheck';

const number = (name: string, label: string, more: Partial<Fact> = {}): Fact => ({
  name,
  label,
  unit: '人',
  kind: 'INTEGER',
  editable: true,
  min: 0,
  ...more,
});
const form = (more: Partial<SelfCheckForm> = {}): SelfCheckForm => ({
  kind: 'POLICIES',
  title: '政策申报规划自查',
  steps: [
    { name: '规模', facts: [number('employees', '职工总数')] },
    { name: '研发', facts: [number('rdStaff', '研发人员数')] },
  ],
  choices: [],
  ...more,
});
const links: CheckLinks = {
  here: '/checks/policies',
  policy: (code, text) => <a href={`/policies/${code}`}>{text}</a>,
  loan: (code, text) => <a href={`/loans/${code}`}>{text}</a>,
  match: (text) => <a href="/match">{text}</a>,
  claim: (text) => <a href="/code/claim">{text}</a>,
};
const answer = {
  asOf: '2026-11-27',
  order: 'BY_PROFILE',
  policies: matchResult({ policies: [nearlyMet] }).policies,
  next: {
    undecided: 1,
    steps: [{ facts: [{ name: 'rdStaff', label: '研发人员数' }], decides: [{ code: 'N01', title: '甲' }] }],
  },
};
const FORM = 'GET /api/match/self-checks/policies';
const CHECK = 'POST /api/match/self-checks/policies';
const ME = 'GET /api/auth/me';
const SESSION = 'GET /bff/session';
const nobody = json({ signedIn: false });

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
  sessionStorage.clear();
});

it('anybody types figures step by step and gets an answer; a fact to fill in leads to its field', async () => {
  const sent = answerWith({ [SESSION]: nobody, [FORM]: json(form()), [CHECK]: json(answer) });
  renderAt('/', <SelfCheck kind="policies" links={links} />);
  await userEvent.type(await screen.findByLabelText('职工总数（人）'), '45');
  await userEvent.click(screen.getByRole('button', { name: '查看结果' }));

  const result = await screen.findByRole('region', { name: '自查结果' });
  expect(sent.find((one) => one.method === 'POST')?.body).toEqual({ facts: { employees: 45 } });
  expect(within(result).getAllByText(/还差约 1 人/).length).toBeGreaterThan(0);
  expect(within(result).getByText(/可再判定/)).toHaveTextContent('填 1 项可再判定 1 条政策');
  await userEvent.click(within(result).getByRole('button', { name: '研发人员数' }));
  await waitFor(() => expect(screen.getByLabelText('研发人员数（人）')).toHaveFocus());
  expect(screen.getByRole('link', { name: '登录并带上已填的数据' })).toHaveAttribute(
    'href',
    '/bff/login?continue=%2Fchecks%2Fpolicies',
  );
});

it('a figure stands in its field as the result shows it, but while somebody types there', async () => {
  const sent = answerWith({
    [SESSION]: nobody,
    [FORM]: json(
      form({
        steps: [
          {
            name: '规模',
            facts: [
              number('revenueY1', '营业收入', { unit: '万元', kind: 'NUMBER' }),
              number('founded', '成立年份', { unit: undefined }),
            ],
          },
        ],
      }),
    ),
    [CHECK]: json(answer),
  });
  renderAt('/', <SelfCheck kind="policies" links={links} />);
  const revenue = await screen.findByLabelText('营业收入（万元）');
  await userEvent.type(revenue, '1234567.5');
  expect(revenue).toHaveValue('1234567.5');
  await userEvent.type(screen.getByLabelText('成立年份'), '2015');
  expect(revenue).toHaveValue('1,234,567.5');
  await userEvent.click(screen.getByRole('button', { name: '查看结果' }));
  await screen.findByRole('region', { name: '自查结果' });
  expect(screen.getByLabelText('成立年份')).toHaveValue('2015');
  expect(sent.find((one) => one.method === 'POST')?.body).toEqual({
    facts: { revenueY1: 1234567.5, founded: 2015 },
  });
});

it('a figure that the server refuses is told at its field, in its step', async () => {
  answerWith({
    [SESSION]: nobody,
    [FORM]: json(form()),
    [CHECK]: problem(400, 'VALIDATION_FAILED', {
      errors: [
        { field: 'rdStaff', code: 'FACT_INCONSISTENT', message: '研发人员数（9）不能大于职工总数（3）' },
      ],
    }),
  });
  renderAt('/', <SelfCheck kind="policies" links={links} />);
  await userEvent.type(await screen.findByLabelText('职工总数（人）'), '3');
  await userEvent.click(screen.getByRole('button', { name: '查看结果' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('不能大于职工总数');
  expect(screen.getByLabelText('研发人员数（人）')).toHaveAttribute('aria-invalid', 'true');
});

it('who acts for an enterprise starts from its profile, and saves what they typed only when they say so', async () => {
  const own = form({
    enterpriseName: '重庆渝巴精密机械有限公司',
    version: 4,
    steps: [
      {
        name: '规模',
        facts: [
          number('employees', '职工总数', { value: 45, source: 'SELF', asOf: '2026-11-01' }),
          number('registered', '登记人数', { value: 1, source: 'REGISTER', editable: false }),
        ],
      },
    ],
  });
  const sent = answerWith({
    [SESSION]: json({ signedIn: true }),
    [ME]: json(someone),
    [FORM]: json(own),
    [CHECK]: json(answer),
    'PUT /api/match/my/profile/facts': json({}),
  });
  renderAt('/', <SelfCheck kind="policies" links={links} />);
  const field = await screen.findByLabelText('职工总数（人）');
  expect(field).toHaveValue('45');
  expect(field).toHaveAccessibleDescription(/企业填报/);
  await userEvent.clear(field);
  await userEvent.type(field, '50');
  await userEvent.clear(screen.getByLabelText('登记人数（人）'));
  await userEvent.type(screen.getByLabelText('登记人数（人）'), '2');
  await userEvent.click(screen.getByRole('button', { name: '查看结果' }));
  await screen.findByRole('region', { name: '自查结果' });
  expect(sent.find((one) => one.method === 'POST')?.body).toEqual({
    facts: { employees: 50, registered: 2 },
  });
  expect(sent.some((one) => one.method === 'PUT')).toBe(false);
  expect(screen.getByText(/登记人数以登记信息为准/)).toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: '保存到企业画像' }));
  await waitFor(() =>
    expect(sent.find((one) => one.method === 'PUT')?.body).toEqual({ facts: { employees: 50 }, version: 4 }),
  );
});

it('what was typed before the sign-in takes the place of no registered figure, and no source answers for it', async () => {
  sessionStorage.setItem(
    'zq-self-check:policies',
    JSON.stringify({ employees: ['50'], registered: ['2'], rdStaff: ['9'] }),
  );
  const own = form({
    enterpriseName: '重庆渝巴精密机械有限公司',
    version: 4,
    steps: [
      {
        name: '规模',
        facts: [
          number('employees', '职工总数', { value: 45, source: 'SELF', asOf: '2026-11-01' }),
          number('registered', '登记人数', { value: 1, source: 'REGISTER', editable: false }),
          number('rdStaff', '研发人员数'),
        ],
      },
    ],
  });
  const sent = answerWith({
    [SESSION]: json({ signedIn: true }),
    [ME]: json(someone),
    [FORM]: json(own),
    [CHECK]: json(answer),
  });
  renderAt('/', <SelfCheck kind="policies" links={links} />);
  const registered = await screen.findByLabelText('登记人数（人）');
  expect(registered).toHaveValue('1');
  expect(registered).toHaveAccessibleDescription(/您填的 2 人 与登记信息不同/);
  const typed = screen.getByLabelText('职工总数（人）');
  expect(typed).toHaveValue('50');
  expect(typed).toHaveAccessibleDescription('您填的与企业画像（企业填报 2026-11-01）不同');
  await userEvent.click(screen.getByRole('button', { name: '查看结果' }));
  await screen.findByRole('region', { name: '自查结果' });
  expect(sent.find((one) => one.method === 'POST')?.body).toEqual({ facts: { employees: 50, rdStaff: 9 } });
});

it('a day is asked for once it is wholly typed; what is refused is said at its field and takes nothing away', async () => {
  const SRDI = 'POST /api/match/self-checks/srdi';
  const sent = answerWith({
    [SESSION]: nobody,
    'GET /api/match/self-checks/srdi': json(form({ kind: 'SRDI', title: '专精特新申报自查' })),
    [SRDI]: [
      json({ asOf: '2026-11-27', grades: [], next: [] }),
      problem(400, 'VALIDATION_FAILED', {
        errors: [{ field: 'day', code: 'RANGE', message: '日期应在前 10 年到后 2 年之间' }],
      }),
      json({ asOf: '2025-06-01', grades: [], next: [] }),
    ],
  });
  const posts = () => sent.filter((one) => one.method === 'POST').length;
  renderAt('/', <SelfCheck kind="srdi" links={links} />);
  await userEvent.type(await screen.findByLabelText('职工总数（人）'), '45');
  await userEvent.click(screen.getByRole('button', { name: '查看结果' }));
  const day = await screen.findByLabelText('按哪一天的版本');
  await waitFor(() => expect(screen.getByRole('region', { name: '自查结果' })).toHaveFocus());

  act(() => day.focus());
  fireEvent.change(day, { target: { value: '0001-01-01' } });
  fireEvent.change(day, { target: { value: '1926-01-01' } });
  expect(posts()).toBe(1);
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('日期应在前 10 年到后 2 年之间');
  expect(day).toHaveAttribute('aria-invalid', 'true');
  expect(day).toHaveFocus();
  expect(screen.getByText(/以 2026年11月27日 的版本对照/)).toBeInTheDocument();
  expect(screen.getByLabelText('职工总数（人）')).toHaveValue('45');

  fireEvent.change(day, { target: { value: '2025-06-01' } });
  await userEvent.tab();
  expect(await screen.findByText(/以 2025年6月1日 的版本对照/)).toBeInTheDocument();
  expect(posts()).toBe(3);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('of an edition that has ended nobody is told that they qualify, and its table is told item by item', async () => {
  const grade: SrdiGrade = {
    policyId: 'p3',
    code: 'N03',
    title: '创新型中小企业评价',
    docNumber: '工信部企业〔2022〕63号',
    level: '国家',
    edition: '2022',
    grants: '创新型中小企业',
    from: '2022-06-01',
    to: '2026-03-31',
    status: 'SUPERSEDED',
    successor: {
      code: 'N06',
      title: '优质中小企业梯度培育管理办法',
      docNumber: '工信部企业〔2026〕2号',
      from: '2026-04-01',
      figuresKnown: false,
      reason: '认定标准以公布的原文为准',
    },
    verified: true,
    held: false,
    outcome: 'MET',
    entry: [],
    alternatives: [],
    missing: [],
    sheet: {
      label: '评价得分',
      low: 35,
      high: 65,
      pass: 60,
      strict: false,
      maximum: 100,
      lackingLeast: 0,
      lackingMost: 25,
      next: { item: '创新能力 · 研发费用占营业收入', points: 5, words: '还差约 1 万元（0.1 个百分点）' },
      groups: [
        {
          name: '创新能力',
          low: 15,
          high: 20,
          maximum: 40,
          minimum: 20,
          items: [
            {
              name: '知识产权',
              low: 5,
              high: 10,
              maximum: 20,
              certain: false,
              clause: 'Ⅱ类≥1项5分',
              missing: [{ name: 'employees', label: '职工总数' }],
            },
          ],
        },
      ],
    },
  };
  const sent = answerWith({
    [SESSION]: nobody,
    'GET /api/match/self-checks/srdi': json(form({ kind: 'SRDI', title: '专精特新申报自查' })),
    'POST /api/match/self-checks/srdi': json({ asOf: '2026-11-27', grades: [grade], next: [] }),
  });
  renderAt('/', <SelfCheck kind="srdi" links={links} />);
  await userEvent.click(await screen.findByRole('button', { name: '查看结果' }));

  const card = within(await screen.findByRole('article', { name: '创新型中小企业（国家）' }));
  expect(card.getByText('不能判断现在是否符合')).toBeInTheDocument();
  expect(card.queryByText('已满足')).not.toBeInTheDocument();
  expect(card.getByText(/具体数值本平台没有取得原文/)).toBeInTheDocument();
  expect(card.getByText('最多还差 25 分，补充数据后可判断')).toBeInTheDocument();
  expect(card.getByText('5—10 / 20')).toBeInTheDocument();
  expect(card.getByText(/下一步最划算/)).toHaveTextContent('研发费用占营业收入');
  expect(sent.find((one) => one.method === 'POST')?.body).toEqual({ facts: {} });
});

it('a long list is shown ten at a time, and leads only to what is asked here', async () => {
  const open = (code: string): PolicyMatch => ({
    ...nearlyMet,
    code,
    title: `政策${code}`,
    outcome: 'UNKNOWN',
    degree: 0,
    conditions: [{ ...gap, outcome: 'UNKNOWN', gapText: undefined }],
    missing: [
      { name: 'resident', label: '居民企业' },
      { name: 'rdStaff', label: '研发人员数' },
    ],
  });
  const policies = Array.from({ length: 13 }, (_, at) => open(`N${at}`));
  answerWith({
    [SESSION]: nobody,
    [FORM]: json(form()),
    [CHECK]: json({ ...answer, policies, next: { undecided: 0, steps: [] } }),
  });
  renderAt('/', <SelfCheck kind="policies" links={links} />);
  await userEvent.click(await screen.findByRole('button', { name: '查看结果' }));

  const result = within(await screen.findByRole('region', { name: '自查结果' }));
  expect(result.getAllByRole('article')).toHaveLength(10);
  const card = within(result.getAllByRole('article')[0]!);
  expect(card.getByText('待补充 2 项数据后计算匹配度')).toBeInTheDocument();
  expect(card.queryByText(/%/)).not.toBeInTheDocument();
  expect(card.getByText(/去填写/)).toHaveTextContent('去填写：研发人员数另有 1 项登录后在企业画像中补充');

  await userEvent.click(result.getByRole('button', { name: /再显示 3 条/ }));
  expect(result.getAllByRole('article')).toHaveLength(13);
  expect(result.queryByRole('button', { name: /再显示/ })).not.toBeInTheDocument();
});

it('a stored score beside the one that is worked out says where it is from', async () => {
  const scored = (more: object) =>
    ({
      policyId: 'p',
      code: 'N04',
      title: '甲',
      docNumber: '文',
      level: '国家',
      edition: '2022',
      grants: '专精特新中小企业',
      status: 'IN_FORCE',
      verified: true,
      held: false,
      outcome: 'MET',
      entry: [],
      alternatives: [],
      missing: [],
      ...more,
    }) as unknown as SrdiGrade;
  const sheet = { label: '评价得分', low: 47, high: 91, pass: 60, maximum: 100, lackingMost: 13, groups: [] };
  const asked = { ...gap, label: '评价得分', outcome: 'MET', actual: '61 分', gapText: undefined };
  const stored = number('zjtxScore', '评价得分', {
    kind: 'NUMBER',
    unit: '分',
    value: 61,
    source: 'SELF',
    asOf: '2026-10-28',
  });
  answerWith({
    [SESSION]: json({ signedIn: true }),
    [ME]: json(someone),
    'GET /api/match/self-checks/srdi': json(
      form({ kind: 'SRDI', enterpriseName: '甲', steps: [{ name: '得分', facts: [stored] }] }),
    ),
    'POST /api/match/self-checks/srdi': json({
      asOf: '2026-11-27',
      grades: [scored({ sheet }), scored({ code: 'C01', level: '本市', entry: [asked] })],
      next: [],
    }),
  });
  renderAt('/', <SelfCheck kind="srdi" links={links} />);
  await userEvent.click(await screen.findByRole('button', { name: '查看结果' }));

  const city = within(await screen.findByRole('article', { name: '专精特新中小企业（本市）' }));
  expect(city.getByText(/两者来源不同/)).toHaveTextContent(
    '用的是企业画像中的 61 分（企业填报 2026-10-28）；本页按国家评分表逐项试算为 47—91 分',
  );
  expect(screen.getByText(/不采用企业画像中的 61 分/)).toBeInTheDocument();
});
