import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { createQueryClient, type SandboxMoney, type SandboxSummary } from '@/shared/api';
import { answerWith, json, type Sent } from '@/shared/test/http';
import { AntdRoot } from '@/shared/ui/antd';
import type { Criterion } from './criteria/model';
import { Sandbox } from './Sandbox';

const tree: Criterion = { type: 'comparison', fact: 'employees', op: '>=', value: 20 };
const none = (uncounted: number): SandboxMoney => ({ counted: 0, uncounted });
const nothing = { gainMoney: none(0), loseMoney: none(0), unknownMoney: none(0) };
const summary: SandboxSummary = {
  enterprises: 40,
  switchedOff: 3,
  listed: true,
  compared: true,
  withheld: false,
  fewest: 3,
  before: 10,
  after: 11,
  gain: 5,
  lose: 2,
  unknown: 7,
  decided: 1,
  undecided: 2,
  nearly: 1,
  benefit: {
    words: '企业所得税15%',
    method: '年度应纳税所得额 ×（25% − 15%）；已享受其他税率优惠的只能就高选择，所以从 0 起',
    reckoned: true,
    averaged: false,
  },
  benefitBefore: {
    words: '绿色工厂称号',
    method: '优惠随实际发生额确定，平台没有相应数据',
    reckoned: false,
    averaged: false,
  },
  gainMoney: { low: 0, high: 120, counted: 4, uncounted: 1 },
  loseMoney: none(2),
  unknownMoney: { counted: 2, uncounted: 5 },
  towns: [
    { value: '一品街道', label: '一品街道', gain: 0, lose: 0, unknown: 0, ...nothing },
    { value: '南泉街道', label: '南泉街道', gain: 0, lose: 0, unknown: 4, ...nothing },
    { value: '界石镇', label: '界石镇', gain: 5, lose: 0, unknown: 3, ...nothing },
  ],
  industries: [{ value: 'C', label: '制造业(C)', gain: 4, lose: 2, unknown: 0, ...nothing }],
  sizes: [],
};
let sent: Sent[];

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
  sent = answerWith({
    'POST /api/match/sandbox': json(summary),
    'POST /api/match/sandbox/enterprises': json({
      items: [
        {
          id: 'e1',
          name: '重庆某某机械有限公司',
          town: '界石镇',
          industry: 'C',
          size: '小型',
          before: 'NEARLY',
          after: 'ELIGIBLE',
          change: 'GAIN',
        },
      ],
      total: 1,
      page: 1,
      size: 20,
    }),
  });
});
const shown = (criteria: Criterion | undefined, from?: string) => (
  <AntdRoot>
    <Sandbox code="N99" criteria={criteria} benefit="企业所得税15%" from={from} />
  </AntdRoot>
);
const show = (criteria: Criterion | undefined, from?: string) => {
  const client = createQueryClient();
  return render(shown(criteria, from), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
};

it('each figure opens the list that it counts', async () => {
  show(tree);
  await userEvent.click(screen.getByText('开始推演'));
  expect(await screen.findByText(/按现行版可享/)).toHaveTextContent(
    '共 40 家企业。按现行版可享 10 家，按草稿可享 11 家。',
  );
  expect(screen.getByText(/另有 3 家关闭了个性化推荐/)).toBeInTheDocument();
  await userEvent.click(screen.getByLabelText('制造业(C) 新增可享 4 家，查看名单'));
  expect(await screen.findByText('重庆某某机械有限公司')).toBeInTheDocument();
  const asked = sent.find((one) => one.url.pathname.endsWith('/enterprises'))!;
  expect(asked.body).toMatchObject({ code: 'N99', criteria: tree, change: 'GAIN', industry: 'C', page: 1 });
  expect(asked.body).not.toHaveProperty('town');
});

it('who passes between qualifying and not decided is told with a list, so that the figures add up', async () => {
  show(tree);
  await userEvent.click(screen.getByText('开始推演'));
  expect(await screen.findByText(/家由待补充转为可享/)).toHaveTextContent('其中 1 家由待补充转为可享');
  await userEvent.click(screen.getByLabelText('由可享转为待补充 2 家，查看名单'));
  expect(await screen.findByText('重庆某某机械有限公司')).toBeInTheDocument();
  expect(sent.find((one) => one.url.pathname.endsWith('/enterprises'))!.body).toMatchObject({
    change: 'UNKNOWN',
    before: 'TRUE',
  });
});

it('one condition short is told as the match tells it, in the list and in the figures', async () => {
  show(tree);
  await userEvent.click(screen.getByText('开始推演'));
  expect(await screen.findByText(/家差一项/)).toHaveTextContent('其中 1 家差一项，补上仍可享');
  await userEvent.click(screen.getByLabelText('全部 新增可享 5 家，查看名单'));
  const row = (await screen.findByText('重庆某某机械有限公司')).closest('tr')!;
  expect(row).toHaveTextContent('差一项可享');
});

it('who meets a draft that begins later does not qualify yet, and lacks nothing', async () => {
  show(tree, '2999-01-01');
  await userEvent.click(screen.getByText('开始推演'));
  expect(await screen.findByText(/草稿自 2999年1月1日 起施行/)).toBeInTheDocument();
  await userEvent.click(screen.getByLabelText('全部 新增可享 5 家，查看名单'));
  const row = (await screen.findByText('重庆某某机械有限公司')).closest('tr')!;
  expect(row).toHaveTextContent('差一项尚未施行');
});

it('who meets an edition that is published and begins later does not qualify yet either', async () => {
  answerWith({
    'POST /api/match/sandbox': json({ ...summary, beginsOn: '2999-01-01' }),
    'POST /api/match/sandbox/enterprises': json({
      items: [
        {
          id: 'e1',
          name: '重庆某某机械有限公司',
          town: '界石镇',
          industry: 'C',
          size: '小型',
          before: 'ELIGIBLE',
          after: 'NEARLY',
          change: 'LOSE',
        },
      ],
      total: 1,
      page: 1,
      size: 20,
    }),
  });
  show(tree);
  await userEvent.click(screen.getByText('开始推演'));
  expect(await screen.findByText(/已发布的版本自 2999年1月1日 起施行/)).toBeInTheDocument();
  await userEvent.click(screen.getByLabelText('全部 不再可享 2 家，查看名单'));
  const row = (await screen.findByText('重庆某某机械有限公司')).closest('tr')!;
  expect(row).toHaveTextContent('尚未施行差一项');
});

it('a day that is typed after the run changes nothing of its result, which is told to be of before', async () => {
  const { rerender } = show(tree, '2999-01-01');
  await userEvent.click(screen.getByText('开始推演'));
  expect(await screen.findByText(/草稿自 2999年1月1日 起施行/)).toBeInTheDocument();
  expect(screen.queryByText(/在推演后又有修改/)).toBeNull();
  rerender(shown(tree, '2020-01-01'));
  expect(screen.getByText(/施行日期在推演后又有修改，下面是修改前的结果/)).toBeInTheDocument();
  expect(screen.getByText(/草稿自 2999年1月1日 起施行/)).toBeInTheDocument();
});

it('where nothing changes is told in one line, and where most does stands first', async () => {
  show(tree);
  await userEvent.click(screen.getByText('开始推演'));
  const towns = await screen.findByRole('region', { name: '按镇街' });
  expect(within(towns).getAllByRole('row')[1]).toHaveTextContent('界石镇');
  expect(within(towns).queryByText('一品街道')).not.toBeInTheDocument();
  expect(towns).toHaveTextContent('其余 1 个镇街没有变化');
});

it('money is told as a range with its basis, and where a benefit comes to no sum that is said instead of 0', async () => {
  show(tree);
  await userEvent.click(screen.getByText('开始推演'));
  expect((await screen.findByText('约 0—120 万元，')).parentElement).toHaveTextContent(
    '约 0—120 万元，1 家缺数据未计',
  );
  expect(screen.getByText('优惠不能折算为金额')).toBeInTheDocument();
  expect(screen.getAllByText('—*').length).toBeGreaterThan(0);
  expect(screen.getByText(/\* 可测算的企业不足 3 家，不列合计/)).toBeInTheDocument();
  expect(screen.getByText(/“企业所得税15%”，年度应纳税所得额/)).toHaveTextContent(
    '不再可享按现行版：“绿色工厂称号”',
  );
  expect(sent.find((one) => one.url.pathname === '/api/match/sandbox')!.body).toMatchObject({
    benefit: '企业所得税15%',
  });
});

it('where each counts with an average of which there is none, no data of the enterprises is said to be missing', async () => {
  answerWith({
    'POST /api/match/sandbox': json({
      ...summary,
      benefit: { ...summary.benefit, averaged: true },
      gainMoney: none(8),
    }),
  });
  show(tree);
  await userEvent.click(screen.getByText('开始推演'));
  expect((await screen.findByText('同规模企业过少或一家占一半以上，')).parentElement).toHaveTextContent(
    '同规模企业过少或一家占一半以上，不测算',
  );
});

it('nothing can be tried out without conditions', () => {
  show(undefined);
  expect(screen.getByText('开始推演').closest('button')).toBeDisabled();
});

it('figures that rest on what is for the enterprises alone are told, and open no list', async () => {
  answerWith({ 'POST /api/match/sandbox': json({ ...summary, listed: false }) });
  show(tree);
  await userEvent.click(screen.getByText('开始推演'));
  expect(await screen.findByText(/只列家数，不列名单/)).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /制造业\(C\) 4 2 0/ })).toBeInTheDocument();
  expect(screen.queryByLabelText(/查看名单/)).toBeNull();
});

it('the figures above the changes open their lists too', async () => {
  show(tree);
  await userEvent.click(screen.getByText('开始推演'));
  await userEvent.click(await screen.findByLabelText('按草稿可享 11 家，查看名单'));
  expect(await screen.findByText('重庆某某机械有限公司')).toBeInTheDocument();
  const asked = sent.find((one) => one.url.pathname.endsWith('/enterprises'))!;
  expect(asked.body).toMatchObject({ after: 'TRUE' });
  expect(asked.body).not.toHaveProperty('change');
  expect(screen.getByLabelText('全部企业 40 家，查看名单')).toBeInTheDocument();
  expect(screen.getByLabelText('按现行版可享 10 家，查看名单')).toBeInTheDocument();
});

it('a count that would set very few apart by what is for the enterprises alone is said not to be told', async () => {
  answerWith({
    'POST /api/match/sandbox': json({
      ...summary,
      listed: false,
      after: undefined,
      lose: undefined,
      loseMoney: none(0),
      decided: undefined,
      undecided: undefined,
      nearly: undefined,
      towns: [
        { value: '界石镇', label: '界石镇', gain: 5, unknown: 3, ...nothing },
        { value: '南泉街道', label: '南泉街道', ...nothing },
      ],
    }),
  });
  show(tree);
  await userEvent.click(screen.getByText('开始推演'));
  expect(
    await screen.findByText(
      /符合的或不符合的不足 3 家的，以及由其他数字可以推出的，不列数字；不列的也可能是 0 家/,
    ),
  ).toBeInTheDocument();
  expect(screen.getByText('不再可享', { selector: 'dt' }).parentElement).toHaveTextContent(/^不再可享不列$/);
  expect(screen.getByText(/按草稿可享的家数不列/)).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /界石镇 5 不列 3/ })).toBeInTheDocument();
  expect(screen.getByText(/其余 1 个镇街/)).toHaveTextContent('没有可以列出的家数');
});

it('where what is for the enterprises alone decides of very few nothing is counted, and the page says why', async () => {
  answerWith({
    'POST /api/match/sandbox': json({
      enterprises: 40,
      switchedOff: 0,
      listed: false,
      compared: true,
      withheld: true,
      fewest: 3,
      before: 10,
      benefit: summary.benefit,
      benefitBefore: summary.benefitBefore,
      ...nothing,
      towns: [],
      industries: [],
      sizes: [],
    }),
  });
  show(tree);
  await userEvent.click(screen.getByText('开始推演'));
  expect(await screen.findByText(/其中有的只决定不足 3 家企业的结论.*不列家数/)).toBeInTheDocument();
  expect(screen.queryByText('新增可享')).toBeNull();
});
