import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { PolicyDetail } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { matchResult, nearlyMet } from '@/shared/test/match';
import { renderAt } from '@/shared/test/render';
import PolicyPage from './PolicyPage';

const policy = {
  id: 'p1',
  code: 'C02',
  edition: 1,
  title: '重庆市推动优质中小企业梯度培育改革工作方案',
  docNumber: '渝府办发〔2024〕14号',
  issuer: '重庆市人民政府办公厅',
  level: 'MUNICIPAL',
  category: 'INDUSTRY',
  publishDate: '2024-02-04',
  status: 'EFFECTIVE',
  benefit: '',
  tags: [],
  tagsBasic: [],
  tagsAdvanced: [],
  verified: false,
  criteriaVerified: true,
  confidence: 'high',
  summary: '本文件为纲领性文件。',
  dept: '经信委',
  carried: [],
  exclusions: [],
  criteria: [{ label: '从业人员', text: '从业人员不超过300人', certain: true }],
  source: 'http://jjxxw.cq.gov.cn/a.html',
  sourceUrl: 'http://jjxxw.cq.gov.cn/a.html',
  supersedes: [],
  editions: [],
  attachments: [],
  relations: [],
} satisfies PolicyDetail;

const show = () => renderAt('/policies/C02', <PolicyPage />, '/policies/:id');

it('tag and note of what was checked say the same, and a benefit that was not entered is not said to be none', async () => {
  answerWith({ 'GET /api/policy/policies/C02': json(policy) });
  show();
  expect(await screen.findAllByText('条款待核实')).toHaveLength(2);
  expect(screen.getByText('未列出优惠，以原文为准')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /查看原文/ })).toBeInTheDocument();
  expect(screen.getByText('政府网站')).toBeInTheDocument();
  expect(screen.getByText(/业务咨询请联系区经信委。/)).toBeInTheDocument();
});

it('a policy that is not there leads to all that are', async () => {
  answerWith({
    'GET /api/policy/policies/C02': problem(404, 'POLICY_NOT_FOUND', { detail: '没有找到该政策' }),
  });
  show();
  expect(await screen.findByRole('link', { name: '全部惠企政策' })).toHaveAttribute('href', '/policies');
});

it('the link of an old edition shows it, says so, and leads to the one in force', async () => {
  const ref = {
    id: 'p1',
    code: 'C02',
    title: policy.title,
    docNumber: policy.docNumber,
    publishDate: '2024-02-04',
  };
  answerWith({
    'GET /api/policy/policies/C02/editions/1': json({
      ...policy,
      editions: [
        { ...ref, edition: 2, current: true },
        { ...ref, edition: 1, current: false },
      ],
    }),
  });
  renderAt('/policies/C02?edition=1', <PolicyPage />, '/policies/:id');
  expect(await screen.findByText(/您看的是旧版（第 1 版）/)).toBeInTheDocument();
  expect(screen.getByText('旧版')).toBeInTheDocument();
  expect(screen.queryByText('现行有效')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: '现行版（第 2 版）' })).toHaveAttribute('href', '/policies/C02');
});

const successor = { id: 'p2', code: 'N06', title: '新办法', docNumber: '' };

it.each([
  [
    { status: 'EXPIRED', validTo: '2026-11-30' },
    '本政策已于 2026年11月30日 到期，是否延续请以发文机关公布为准。',
  ],
  [{ status: 'SUPERSEDED', supersededBy: successor }, '本政策已被《新办法》替代，仅供查阅。'],
  [{ status: 'SUPERSEDED' }, '本政策已被替代，仅供查阅。'],
  [
    { validTo: '2999-12-31', supersededBy: successor },
    '本政策有效期至 2999年12月31日，其后由《新办法》替代。',
  ],
  [{ status: 'UPCOMING', effectiveFrom: '2999-01-01' }, '本政策自 2999年1月1日 起施行。'],
  [
    { effectiveFrom: '2026-01-01', conditionsFrom: '2999-02-01' },
    '本政策自 2026年1月1日 起施行；申报条件自 2999年2月1日 起适用，匹配、申报和兑付以该日为准。',
  ],
  [{ conditionsFrom: '2999-02-01' }, '申报条件自 2999年2月1日 起适用，匹配、申报和兑付以该日为准。'],
])('how it stands is said in a sentence: %o', async (stands, words) => {
  answerWith({ 'GET /api/policy/policies/C02': json({ ...policy, ...stands }) });
  const { container } = show();
  await screen.findByText('来源与可信度');
  expect(container).toHaveTextContent(words);
});

it('the wording of the document is folded, and not there where it is not kept', async () => {
  answerWith({
    'GET /api/policy/policies/C02': json({ ...policy, text: '第一条 总则。\n第二条 申报程序。' }),
  });
  const { unmount } = show();
  const fold = (await screen.findByText('第二条 申报程序。')).closest('details')!;
  expect(fold).not.toHaveAttribute('open');
  expect(screen.getByRole('region', { name: '文件原文' })).toContainElement(fold);
  unmount();

  answerWith({ 'GET /api/policy/policies/C02': json(policy) });
  show();
  expect(await screen.findByText('来源与可信度')).toBeInTheDocument();
  expect(screen.queryByText('文件原文')).not.toBeInTheDocument();
});

it('files of the edition are there to be opened, and relations are told in words from this side', async () => {
  const other = { id: 'p2', code: 'N01', title: '促进条例', docNumber: '渝人大〔2020〕1号' };
  answerWith({
    'GET /api/policy/policies/C02': json({
      ...policy,
      attachments: [
        {
          id: 'f1',
          name: '申报指南.pdf',
          contentType: 'application/pdf',
          size: 20_480,
          uploadedAt: '2026-07-31T10:00:00+08:00',
          url: '/api/policy/policies/C02/editions/1/attachments/f1',
        },
      ],
      relations: [{ kind: 'IMPLEMENTS', stated: false, words: '由其配套落实', policy: other }],
    }),
  });
  show();
  expect(await screen.findByRole('link', { name: /申报指南\.pdf/ })).toHaveAttribute(
    'href',
    '/api/policy/policies/C02/editions/1/attachments/f1',
  );
  expect(screen.getByText(/由其配套落实/)).toHaveTextContent('由其配套落实：《促进条例》 渝人大〔2020〕1号');
  expect(screen.getByRole('link', { name: '促进条例' })).toHaveAttribute('href', '/policies/N01');
});

it('of several projects each door says which it leads to, and whom to ask is not of a district twice', async () => {
  const project = { window: 'OPEN', kind: 'APPLICATION' };
  answerWith({
    'GET /api/policy/policies/C02': json({ ...policy, dept: '区经济信息委' }),
    'GET /api/policy/projects': json({
      items: [
        { ...project, id: 'd1', title: '设备更新' },
        { ...project, id: 'd2', title: '数字化改造' },
      ],
    }),
    'GET /api/policy/redemption/projects': json({ items: [{ ...project, id: 'r1', title: '设备补助' }] }),
  });
  show();
  expect(await screen.findByRole('link', { name: '立即申报：设备更新' })).toHaveAttribute(
    'href',
    '/declarations/projects/d1',
  );
  expect(screen.getByRole('link', { name: '立即申报：数字化改造' })).toBeVisible();
  expect(await screen.findByRole('link', { name: '申请兑付：设备补助' })).toBeInTheDocument();
  expect(screen.getByText(/业务咨询请联系区经济信息委。/)).toBeInTheDocument();
});

it('what can be handed in now is the main thing, and matching is beside it', async () => {
  answerWith({
    'GET /api/policy/policies/C02': json(policy),
    'GET /api/policy/projects': json({ items: [{ window: 'OPEN', id: 'd1', title: '设备更新' }] }),
  });
  show();
  const declare = await screen.findByRole('link', { name: '立即申报：设备更新' });
  const match = screen.getByRole('link', { name: '匹配本企业' });
  expect(declare.className).toMatch(/main/);
  expect(match.className).not.toMatch(/main/);
});

it('a policy without conditions is not offered to be matched, and nobody is said to have looked for them', async () => {
  answerWith({ 'GET /api/policy/policies/C02': json({ ...policy, criteria: [] }) });
  show();
  expect(await screen.findByText(/没有录入可逐条对照的申报条件，不参与企业匹配/)).toBeVisible();
  expect(screen.queryByRole('link', { name: '匹配本企业' })).not.toBeInTheDocument();
  expect(screen.queryByText(/匹配会逐条对照|未能核对/)).not.toBeInTheDocument();
});

it('how the latest match came out is said where that is at hand, and is not fetched for it', async () => {
  const sent = answerWith({ 'GET /api/policy/policies/C02': json(policy) });
  const { queries } = show();
  await screen.findByRole('link', { name: '匹配本企业' });
  expect(screen.queryByText(/最近一次匹配/)).not.toBeInTheDocument();

  act(() =>
    queries.setQueryData(
      ['match', 'latest'],
      matchResult({ policies: [{ ...nearlyMet, code: 'C02' }], loans: [] }),
    ),
  );
  expect(await screen.findByText(/最近一次匹配：差一项，满足 \d+\/\d+ 项/)).toBeVisible();
  expect(sent.some((one) => one.url.pathname.startsWith('/api/match'))).toBe(false);
});

it('conditions that are another policy’s are told one by one under the sentence, folded, with whose they are', async () => {
  answerWith({
    'GET /api/policy/policies/C02': json({
      ...policy,
      criteria: [{ label: '申报条件', text: '沿用专精特新中小企业的条件', certain: false }],
      carried: [
        {
          clause: '沿用专精特新中小企业的条件',
          count: 7,
          criteria: [{ label: '研发费用', text: '上年度研发费用总额≥100万元', certain: true }],
          from: { id: 'p4', code: 'N04', title: '专精特新中小企业认定标准', docNumber: '' },
        },
      ],
    }),
  });
  show();
  const title = await screen.findByText('匹配时按沿用的 7 项条件判定：沿用《专精特新中小企业认定标准》');
  const fold = title.closest('details')!;
  expect(fold).not.toHaveAttribute('open');
  expect(screen.getByRole('region', { name: '申报条件' })).toContainElement(fold);
  expect(fold).toHaveTextContent(/上年度研发费用总额不低于 100\s万元/);
  expect(within(fold).getByText('《专精特新中小企业认定标准》').closest('a')).toHaveAttribute(
    'href',
    '/policies/N04',
  );
});

it('with which policies it cannot be had together is told with the clause, and that it is not certain is told once', async () => {
  const other = { id: 'p5', code: 'N12', title: '集成电路企业加计扣除', docNumber: '' };
  const clause = '同一项研发费用只按一种比例加计扣除';
  answerWith({
    'GET /api/policy/policies/C02': json({
      ...policy,
      exclusions: [
        { policy: other, clause, place: '第三条', certain: false },
        { policy: { ...other, code: 'N13' }, clause: `${clause}（文件未明示，待核实）`, certain: false },
      ],
    }),
  });
  show();
  const block = await screen.findByRole('region', { name: '不能同时享受的政策' });
  const [first, second] = within(block).getAllByRole('listitem');
  expect(first).toHaveTextContent(`《集成电路企业加计扣除》：${clause}（第三条） 待核实`);
  expect(second!.textContent).toMatch(/（文件未明示，待核实）$/);
  expect(within(first!).getByRole('link')).toHaveAttribute('href', '/policies/N12');
});
