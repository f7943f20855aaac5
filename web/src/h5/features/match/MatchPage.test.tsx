import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { ConditionResult, MatchResult, PolicyMatch } from '@/shared/api';
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
const result = {
  id: '01a213c8-0a45-7d9e-8f10-aab20fcd406e',
  enterpriseName: '重庆渝巴精密机械有限公司',
  createdAt: '2026-11-26T08:00:00+08:00',
  asOf: '2026-11-26',
  profileCompleteness: 80,
  policies: [policy],
  loans: [],
} as unknown as MatchResult;

const answered = () => answerWith({ 'GET /api/match/my/match/latest': json(result) });

it('on the phone the gap stands on the closed card too', async () => {
  answered();
  renderAt('/match?outcome=NEARLY', <MatchPage />);
  const card = within(await screen.findByRole('article'));
  expect(card.getByText('匹配度 90% · 数据完整度 100%')).toBeInTheDocument();
  expect(card.getByRole('list', { name: '未满足的条件' })).toBeVisible();
  expect(card.getByText('查看 2 项条件').closest('details')).not.toHaveAttribute('open');
});

it('with recommendations switched off everything stands in one general order, and a note says so', async () => {
  answerWith({ 'GET /api/match/my/match/latest': json({ ...result, order: 'GENERAL' }) });
  renderAt('/match?outcome=HELD', <MatchPage />);
  expect(await screen.findByText(/个性化推荐已关闭/)).toBeInTheDocument();
  expect(screen.queryByRole('group', { name: '按结论筛选' })).not.toBeInTheDocument();
  expect(screen.getAllByRole('article')).toHaveLength(result.policies.length);
});
