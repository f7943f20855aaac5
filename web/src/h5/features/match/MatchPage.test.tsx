import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { matchResult, nearlyMet } from '@/shared/test/match';
import { renderAt } from '@/shared/test/render';
import MatchPage from './MatchPage';

const result = matchResult({ policies: [nearlyMet] });
const answered = () => answerWith({ 'GET /api/match/my/match/latest': json(result) });

it('on the phone the gap stands on the closed card too', async () => {
  answered();
  renderAt('/match?outcome=NEARLY', <MatchPage />);
  const card = within(await screen.findByRole('article'));
  expect(card.getByText('匹配度')).toHaveTextContent('90%');
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
