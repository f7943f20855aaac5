import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { ConditionResult, LoanMatch, MatchResult, PolicyMatch } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import MatchPage from './MatchPage';

const met = { label: '制造业', outcome: 'MET', certain: true, missingFacts: [] } as ConditionResult;
const gap = {
  ...met,
  label: '研发人员占比',
  outcome: 'NOT_MET',
  gapText: '研发人员占比 9.83%，还差约 1 人',
} as ConditionResult;
const unpublished = {
  ...met,
  label: '待核实',
  outcome: 'UNKNOWN',
  certain: false,
  gapText: '准入条件未公布，以银行核定为准',
} as ConditionResult;
const policy = {
  policyId: 'p1',
  code: 'N01',
  edition: '2016',
  title: '高新技术企业认定管理办法',
  docNumber: '国科发火〔2016〕32号',
  level: '国家',
  category: '创新',
  outcome: 'NEARLY',
  degree: 90,
  completeness: 100,
  verified: false,
  periodOver: false,
  alreadyHeld: false,
  conditions: [met, gap],
  missing: [],
  excludes: [],
  firstSteps: [],
} as unknown as PolicyMatch;
const loan = (code: string, conditions: ConditionResult[], more: Partial<LoanMatch>) =>
  ({
    productId: code,
    code,
    edition: '1',
    title: `产品${code}`,
    bankName: '重庆银行',
    degree: 100,
    completeness: 100,
    verified: true,
    conditions,
    missing: [],
    ...more,
  }) as unknown as LoanMatch;
const result = {
  id: '01a213c8-0a45-7d9e-8f10-aab20fcd406e',
  enterpriseName: '重庆渝巴精密机械有限公司',
  createdAt: '2026-11-26T08:00:00+08:00',
  asOf: '2026-11-26',
  profileCompleteness: 80,
  policies: [policy],
  loans: [
    loan('L16', [met], { outcome: 'ELIGIBLE' }),
    loan('L02', [unpublished], { outcome: 'UNKNOWN', degree: 0 }),
  ],
} as unknown as MatchResult;

const answered = () => answerWith({ 'GET /api/match/my/match/latest': json(result) });

it('what is nearly met is open, and its gap stands on the card', async () => {
  answered();
  renderAt('/match', <MatchPage />);
  const card = within(await screen.findByRole('article'));
  expect(card.getByRole('list', { name: '未满足的条件' })).toHaveTextContent('还差约 1 人');
  expect(card.getByRole('button', { name: '收起' })).toHaveAttribute('aria-expanded', 'true');
  expect(card.getByText('条款待核实')).toBeInTheDocument();
});

it('loans are told by what was published, and what was not published has its own group', async () => {
  answered();
  renderAt('/match?kind=LOAN', <MatchPage />);
  expect(await screen.findByRole('heading', { name: '符合公布条件' })).toBeInTheDocument();
  expect(screen.getByText('是否放款、额度和利率由银行审批决定')).toBeInTheDocument();
  expect(screen.getByText('公布 1 项，已满足 1 项')).toBeInTheDocument();
  expect(screen.getByText('银行未公布准入条件')).toBeInTheDocument();
  expect(screen.queryByText('可享')).not.toBeInTheDocument();
  expect(screen.queryByText(/^匹配度/)).not.toBeInTheDocument();
});

it('with recommendations switched off everything stands in one general order, and a note says so', async () => {
  answerWith({ 'GET /api/match/my/match/latest': json({ ...result, order: 'GENERAL' }) });
  renderAt('/match?kind=LOAN&outcome=ELIGIBLE', <MatchPage />);
  expect(await screen.findByText(/个性化推荐已关闭/)).toBeInTheDocument();
  expect(screen.queryByRole('navigation', { name: '按结论筛选' })).not.toBeInTheDocument();
  expect(within(screen.getByRole('list', { name: '贷款产品' })).getAllByRole('article')).toHaveLength(2);
});
