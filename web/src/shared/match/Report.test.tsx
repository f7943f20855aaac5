import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { LoanMatch, PlanningReport, PolicyMatch } from '../api';
import { answerWith, json } from '../test/http';
import { renderAt } from '../test/render';
import { Report } from './Report';

const policy = (code: string, more: Partial<PolicyMatch> = {}) =>
  ({
    policyId: code,
    code,
    title: `政策${code}`,
    docNumber: '财税〔2023〕1号',
    edition: '2023',
    level: '国家',
    outcome: 'ELIGIBLE',
    verified: true,
    conditions: [],
    missing: [],
    excludes: [],
    firstSteps: [],
    ...more,
  }) as unknown as PolicyMatch;

const nearly = {
  ...policy('N17', {
    outcome: 'NEARLY',
    benefit: '进项税额加计5%抵减',
    verified: false,
    validTo: '2027-12-31',
    firstSteps: [
      { qualification: '高新技术企业', policyId: 'N01', code: 'N01', title: '高新技术企业认定管理办法' },
    ],
  }),
  todo: ['资质荣誉中没有“高新技术企业”'],
  steps: [],
};

const short = {
  ...policy('N01', { outcome: 'NEARLY' }),
  todo: ['研发人员占比 8.72%，还差约 3 人（1.28 个百分点）'],
  steps: ['将研发人员占比提高到 10% 及以上，再更新企业画像'],
};

const loan = {
  productId: 'L16',
  code: 'L16',
  title: '好企贷',
  bankName: '重庆银行',
  outcome: 'ELIGIBLE',
  degree: 100,
  conditions: [{ label: '重庆企业', outcome: 'MET', certain: true, missingFacts: [] }],
  missing: [],
} as unknown as LoanMatch;

const report: PlanningReport = {
  resultId: '01a213c8-0a45-7d9e-8f10-aab20fcd406e',
  enterpriseName: '重庆渝巴精密机械有限公司',
  asOf: '2026-11-26',
  summary: {
    matched: 5,
    eligible: 0,
    periodOver: 0,
    nearly: 2,
    upcoming: 0,
    unknown: 0,
    ineligible: 0,
    held: 1,
    unclear: 1,
    allPeriodOver: 1,
  },
  eligible: [],
  nearly: [nearly, short],
  unknown: [],
  loans: [loan],
  stoppedLoans: [],
  factsToFill: [],
  held: [policy('N02', { alreadyHeld: true })],
  unclear: [policy('N06', { outcome: 'UNKNOWN' })],
  unmatched: [
    { policyId: 'N41', code: 'N41', title: '中小企业划型标准规定' },
    { policyId: 'C02', code: 'C02', title: '发展规划' },
  ],
  nextFacts: { undecided: 0, steps: [] },
  benefits: [
    {
      code: 'N17',
      title: '政策N17',
      low: 40,
      high: 200,
      unit: '万元',
      basis: ['文件载明：研发费用100%加计扣除', '最近一年研发费用 800 万元 × 100% = 可加计 800 万元'],
      certain: false,
    },
  ],
  total: { lowWan: 40, highWan: 200, counted: 1, uncounted: 2 },
  calendar: [
    {
      day: '2027-12-31',
      kind: 'ENDS',
      code: 'N17',
      title: '政策N17',
      words: '有效期最后一天，请在此前申报',
      certain: true,
    },
  ],
  tasks: [
    { kind: 'CLOSE_GAP', words: '先申报高新技术企业，再申报《政策N17》', due: '2027-12-31', codes: ['N17'] },
    { kind: 'FILL', words: '在企业画像中填写职工总数', codes: [] },
  ],
  sources: [
    { code: 'N17', title: '政策N17', docNumber: '财税〔2023〕1号', edition: '2023', verified: false },
  ],
  facts: [{ name: 'employees', label: '职工总数', value: '60 人', tax: false }],
};

const none = { items: [], total: 0, page: 1, size: 100 };

beforeEach(() => {
  answerWith({
    'GET /api/policy/projects': json(none),
    'GET /api/policy/redemption/projects': json(none),
  });
});

const show = (more: Partial<PlanningReport> = {}) =>
  renderAt(
    '/',
    <Report
      report={{ ...report, ...more }}
      paths={{
        policy: (code) => `/policies/${code}`,
        ineligible: '/match?outcome=INELIGIBLE',
        loan: (code) => `/loans/${code}`,
        fact: (name) => `/facts/${name}`,
      }}
    />,
  );

const part = (name: string) => within(screen.getByRole('region', { name }));

it('what is nearly met says what lacks, what to do, until when and what it brings', () => {
  show();
  const item = within(part('差一项').getAllByRole('listitem')[0]!);
  expect(item.getByText('资质荣誉中没有“高新技术企业”')).toBeInTheDocument();
  expect(item.getByText(/先申报高新技术企业/)).toBeInTheDocument();
  expect(item.getByRole('link', { name: '《高新技术企业认定管理办法》' })).toHaveAttribute(
    'href',
    '/policies/N01',
  );
  expect(item.getByText('有效期至 2027年12月31日，请在此前申报')).toBeInTheDocument();
  expect(item.getByText('预计优惠').parentElement).toHaveTextContent('进项税额加计 5%抵减');
  expect(item.getByText('条款待核实')).toBeInTheDocument();
});

it('a gap that is a number says what to do too', () => {
  show();
  const todo = part('差一项').getByText('将研发人员占比提高到 10% 及以上，再更新企业画像');
  expect(todo.closest('div')).toHaveTextContent(/^怎么办/);
});

it('what is enough alone stands in one line, in which each policy leads to its page', () => {
  const choice = '任选一项：将研发人员占比提高到 10%；或 先申报高新技术企业（《高新技术企业认定管理办法》）';
  show({ nearly: [{ ...nearly, steps: [choice] }] });
  const line = part('差一项').getByText(/任选一项/);
  expect(line).toHaveTextContent(choice);
  expect(within(line).getByRole('link', { name: '《高新技术企业认定管理办法》' })).toBeInTheDocument();
  expect(part('差一项').queryByText(/^先申报高新技术企业/)).not.toBeInTheDocument();
});

it('a long number of a document may wrap where the card ends', () => {
  show({
    nearly: [
      {
        ...nearly,
        docNumber: '财政部 税务总局 国家发展改革委公告2020年第23号',
        edition: '2021',
      },
    ],
  });
  const number = screen.getByText('财政部 税务总局 国家发展改革委公告2020年第23号 · 2021 年版');
  expect(number.closest('.zq-whole')).toBeNull();
});

it('the figures at the head add up, and what was not matched is named with the reason', () => {
  show();
  expect(
    screen.getByText('另有已获得 1 条、条件待核实 1 条、已过有效期 1 条；合计 5 条。'),
  ).toBeInTheDocument();
  expect(screen.getByText(/逐条对照了 5 条政策。另有 2 条是规划纲要或划型标准/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '《中小企业划型标准规定》' })).toHaveAttribute(
    'href',
    '/policies/N41',
  );
});

it('what is held and what nobody can decide have parts of their own', () => {
  show();
  expect(part('已获得').getByRole('link')).toHaveTextContent('政策N02');
  expect(part('条件待核实').getByRole('link')).toHaveTextContent('政策N06');
});

it('a loan is told by what its bank has published, and that the bank decides', () => {
  show();
  const loans = part('可考虑的贷款产品');
  expect(loans.getByText('满足 1/1 项')).toBeInTheDocument();
  expect(loans.getByText(/由银行审批决定/)).toBeInTheDocument();
  expect(loans.queryByText(/100%/)).not.toBeInTheDocument();
});

it('what it may bring is told as a range with its basis, and how many are not in the sum', () => {
  show();
  expect(screen.getByText(/1 条可以折算金额/)).toHaveTextContent(
    /其余 2 条未载明可折算的金额，或与已计入的只能择一，未计入/,
  );
  const basis = part('差一项').getByRole('list', { name: '估算依据', hidden: true });
  expect(basis).toHaveTextContent('最近一年研发费用 800 万元 × 100% = 可加计 800 万元');
  expect(part('差一项').getByText(/40—200/)).toHaveTextContent('40—200 万元');
  expect(screen.getByText('预计合计').parentElement).toHaveTextContent('预计合计40—200 万元估算，非承诺');
});

it('a share is not told as if it were an amount', () => {
  show({
    benefits: [
      {
        code: 'N17',
        title: '政策N17',
        low: 50,
        high: 50,
        unit: '%',
        basis: ['按利息的比例计'],
        certain: false,
      },
    ],
  });
  expect(part('差一项').getByText(/估算比例/)).toHaveTextContent('估算比例 50%');
});

it('what is to be done stands with its last day, and a day that no document states is told so', () => {
  show({
    tasks: [...report.tasks, { kind: 'APPLY', words: '核对材料并申报《政策N01》', codes: ['N01'] }],
  });
  const [first, own, open] = part('要做的事').getAllByRole('listitem');
  expect(first).toHaveTextContent('2027年12月31日止');
  // No document could state when an enterprise is to fill in its own profile.
  expect(own).toHaveTextContent('随时可办');
  expect(open).toHaveTextContent('期限未载明');
  expect(part('日历').getByText('2027年12月31日')).toHaveAttribute('datetime', '2027-12-31');
});

it('what to fill in first is told once, and the other lists lead there', () => {
  const fact = { name: 'employees', label: '职工总数' };
  show({
    nextFacts: {
      undecided: 1,
      steps: [{ facts: [fact], decides: [{ code: 'N06', title: '政策N06' }] }],
    },
    factsToFill: [{ ...fact, decides: 3 }],
  });
  const tasks = part('要做的事');
  expect(tasks.queryByText('在企业画像中填写职工总数')).not.toBeInTheDocument();
  expect(tasks.getByText(/填写 1 项企业数据/)).toHaveTextContent('先后见再填几项');
  for (const link of [tasks, part('待补充的数据')].map((one) => one.getByRole('link', { name: '再填几项' })))
    expect(link).toHaveAttribute('href', '#next-facts');
});

it('it says which documents and which facts it rests on', () => {
  show();
  expect(part('来源').getByText('1 份文件')).toBeInTheDocument();
  expect(part('来源').getByText('职工总数：60 人')).toBeInTheDocument();
});

it('what can be had now stands first, and last what it rests on', () => {
  show({ eligible: [policy('C01')] });
  const titles = screen.getAllByRole('region').map((one) => one.getAttribute('aria-labelledby'));
  expect(titles.slice(0, 3)).toEqual(['eligible-title', 'nearly-title', 'tasks-title']);
  expect(titles.at(-1)).toBe('sources-title');
  const nav = within(screen.getByRole('navigation', { name: '报告目录' }));
  expect(nav.getAllByRole('link')[0]).toHaveAttribute('href', '#eligible');
});

it('what can be handed in now is one step from the policy that it is for', async () => {
  answerWith({
    'GET /api/policy/projects': json({
      ...none,
      items: [{ id: 'd1', policyId: 'C01', window: 'OPEN' }],
    }),
    'GET /api/policy/redemption/projects': json(none),
  });
  show({ eligible: [policy('C01')] });
  expect(await screen.findByRole('link', { name: '立即申报 政策C01' })).toHaveAttribute(
    'href',
    '/declarations/projects/d1',
  );
});

it('of a long list the first rows are shown, and the rest when asked for', async () => {
  const many = Array.from({ length: 7 }, (_, index) => ({
    ...loan,
    code: `L${index}`,
    title: `贷款${index}`,
  }));
  show({ loans: many });
  const sixth = part('可考虑的贷款产品').getByText('贷款5').closest('li')!;
  expect(sixth.className).not.toBe('');
  await userEvent.click(part('可考虑的贷款产品').getByRole('button', { name: '展开全部 7 项' }));
  expect(sixth.className).toBe('');
});

it('a policy that a task names is a link', () => {
  show();
  expect(part('要做的事').getByRole('link', { name: '《政策N17》' })).toHaveAttribute(
    'href',
    '/policies/N17',
  );
});

it('what could not be checked of any is said once', () => {
  const unverified = { verified: false, confidence: '' };
  show({ eligible: [policy('C01', unverified), policy('C02', unverified)] });
  expect(part('可享').getAllByText('条款待核实')).toHaveLength(1);
});

it('what has not begun stands apart from what one condition is missing of, and is counted apart', () => {
  const begins = { ...policy('N06', { outcome: 'NEARLY', beginsOn: '2027-04-01' }), todo: [], steps: [] };
  show({ nearly: [nearly, short, begins], summary: { ...report.summary, matched: 6, upcoming: 1 } });
  expect(part('尚未施行').getByText('政策N06')).toBeInTheDocument();
  expect(part('差一项').queryByText('政策N06')).toBeNull();
  expect(screen.getByText(/另有尚未施行 1 条、已获得 1 条/)).toBeInTheDocument();
});
