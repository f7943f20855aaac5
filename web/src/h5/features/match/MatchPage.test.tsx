import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { loanMatch, matchResult, met, nearlyMet } from '@/shared/test/match';
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

it('until when a policy holds stands on its card', async () => {
  answerWith({
    'GET /api/match/my/match/latest': json(
      matchResult({ policies: [{ ...nearlyMet, validTo: '2099-12-31' }] }),
    ),
  });
  renderAt('/match?outcome=NEARLY', <MatchPage />);
  expect(within(await screen.findByRole('article')).getByText(/有效期至 2099年12月31日/)).toBeVisible();
});

it('what cannot be had together stands on the closed card: whoever reads no further would apply for both', async () => {
  const reason = '优惠无法直接比较，请按实际情况选择';
  const other = {
    policyId: 'p2',
    code: 'N14',
    title: '小微企业六税两费减半政策',
    outcome: 'ELIGIBLE' as const,
    clause: '不得同时享受',
    certain: true,
  };
  const choice = { proposed: true, insteadOf: ['N14'], reason, leftOpen: true };
  const chosen = { ...nearlyMet, outcome: 'ELIGIBLE' as const, excludes: [other], choice };
  answerWith({ 'GET /api/match/my/match/latest': json(matchResult({ policies: [chosen] })) });
  renderAt('/match?outcome=ELIGIBLE', <MatchPage />);
  const card = within(await screen.findByRole('article'));
  const details = card.getByText(/^查看 2 项条件/).closest('details');
  expect(details).not.toHaveAttribute('open');
  const words = card.getByText('只能选其一').parentElement!;
  expect(words).toHaveTextContent(`只能选其一：${reason}`);
  expect(details).not.toContainElement(words);
  expect(card.getAllByText(/不得同时享受/)).toHaveLength(2);
  expect(card.getByRole('link', { name: '《小微企业六税两费减半政策》' })).toHaveAttribute(
    'href',
    '/policies/N14',
  );
});

it('which list the rows are in is a heading above theirs', async () => {
  answered();
  renderAt('/match?outcome=NEARLY', <MatchPage />);
  await screen.findByRole('article');
  const levels = screen.getAllByRole('heading').map((one) => Number(one.tagName.slice(1)));
  // The page's own stands in the bar above.
  levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 1)).toBeLessThanOrEqual(1));
  expect(levels).toContain(3);
});

it('a loan product is applied for from its closed row', async () => {
  answerWith({
    'GET /api/match/my/match/latest': json(
      matchResult({ loans: [loanMatch('L16', [met], { outcome: 'ELIGIBLE' })] }),
    ),
  });
  renderAt('/match?kind=LOAN', <MatchPage />);
  expect(await screen.findByRole('link', { name: '申请 产品L16' })).toHaveAttribute(
    'href',
    `/loans/L16/apply?result=${result.id}`,
  );
});

it('what a loan is decided by stands above the button that applies for it, and the main action first', async () => {
  answerWith({
    'GET /api/match/my/match/latest': json(
      matchResult({ loans: [loanMatch('L16', [met], { outcome: 'ELIGIBLE' })] }),
    ),
  });
  renderAt('/match?kind=LOAN', <MatchPage />);
  const apply = await screen.findByRole('link', { name: '申请 产品L16' });
  const conditions = within(screen.getByRole('article')).getByRole('group');
  expect(conditions.compareDocumentPosition(apply)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  const again = screen.getByRole('button', { name: '重新匹配' });
  expect([...again.parentElement!.children].map((one) => one.textContent)).toEqual([
    '重新匹配',
    '规划报告',
    '按日期匹配',
  ]);
  expect(screen.getByText(/^结果编号/)).toBeVisible();
});

it('with recommendations switched off everything stands in one general order, and a note says so', async () => {
  answerWith({ 'GET /api/match/my/match/latest': json({ ...result, order: 'GENERAL' }) });
  renderAt('/match?outcome=HELD', <MatchPage />);
  expect(await screen.findByText(/个性化推荐已关闭/)).toBeInTheDocument();
  expect(screen.queryByRole('group', { name: '按结论筛选' })).not.toBeInTheDocument();
  expect(screen.getAllByRole('article')).toHaveLength(result.policies.length);
});

const ended = problem(410, 'TAX_AUTHORIZATION_ENDED', {
  detail: '涉税数据授权已收回或已到期，用到这些数据的匹配结果已一并删除，请重新匹配',
});

it('a result that went with its tax data says why it is gone and leads to a new match', async () => {
  answerWith({ 'GET /api/match/results/r1': ended });
  renderAt('/match/results/r1', <MatchPage />, '/match/results/:resultId');
  expect(await screen.findByText(/涉税数据授权已收回或已到期/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '智能匹配' })).toHaveAttribute('href', '/match');
  expect(screen.queryByRole('button', { name: '重试' })).not.toBeInTheDocument();
});

it('a latest result that rested on tax data that has gone is not shown, and the enterprise is matched anew', async () => {
  answerWith({
    'GET /api/match/my/match/latest': ended,
    'GET /api/match/my/match/changes': json({ profile: false, library: false }),
    'POST /api/match/my/match': json(result),
  });
  renderAt('/match', <MatchPage />);
  expect(await screen.findByText('上次的匹配结果不再适用')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '重新匹配' }));
  expect(await screen.findByText(/^完整度/)).toBeInTheDocument();
});

it('what was read before the tax data went is not shown any longer', async () => {
  answerWith({ 'GET /api/match/results/r1': [json(result), ended] });
  const { queries } = renderAt('/match/results/r1', <MatchPage />, '/match/results/:resultId');
  expect(await screen.findByText(/^这是 .* 的匹配结果/)).toBeInTheDocument();
  await queries.invalidateQueries();
  expect(await screen.findByText('这份匹配结果已删除')).toBeInTheDocument();
  expect(screen.queryByRole('article')).not.toBeInTheDocument();
});

const changed = json({ profile: true, library: false });
const upToDate = json({ profile: false, library: false });
const posts = (sent: { method: string }[]) => sent.filter((one) => one.method === 'POST').length;

it('what has changed is matched anew by itself, once', async () => {
  const sent = answerWith({
    'GET /api/match/my/match/latest': json(result),
    'GET /api/match/my/match/changes': [changed, upToDate],
    'POST /api/match/my/match': json({ ...result, profileCompleteness: 93 }),
  });
  renderAt('/match?outcome=NEARLY', <MatchPage />);
  expect(await screen.findByText('93%')).toBeInTheDocument();
  expect(await screen.findByRole('button', { name: '重新匹配' })).toBeEnabled();
  expect(screen.queryByText(/^上次匹配后/)).not.toBeInTheDocument();
  expect(posts(sent)).toBe(1);
});

it('where that is too often, what is shown is said to be of before, and nothing is tried again by itself', async () => {
  const sent = answerWith({
    'GET /api/match/my/match/latest': json(result),
    'GET /api/match/my/match/changes': changed,
    'POST /api/match/my/match': problem(429, 'TOO_MANY_REQUESTS', { detail: '匹配过于频繁，请稍后再试' }),
  });
  renderAt('/match?outcome=NEARLY', <MatchPage />);
  expect(await screen.findByText(/以下是更新前的结果。请点击“重新匹配”。/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '重新匹配' })).toBeEnabled();
  expect(posts(sent)).toBe(1);
});

it('an earlier result stays as it was', async () => {
  const sent = answerWith({
    'GET /api/match/results/r1': json(result),
    'GET /api/match/my/match/changes': changed,
  });
  renderAt('/match/results/r1', <MatchPage />, '/match/results/:resultId');
  expect(await screen.findByText(/^这是 .* 的匹配结果/)).toBeInTheDocument();
  expect(posts(sent)).toBe(0);
});

it('after it was matched anew by itself the page says what came out otherwise', async () => {
  answerWith({
    'GET /api/match/my/match/latest': json(result),
    'GET /api/match/my/match/changes': [
      json({ profile: true, library: false }),
      json({ profile: false, library: false }),
    ],
    'POST /api/match/my/match': json({
      ...result,
      id: '01a213c8-0a45-7d9e-8f10-aab20fcd4070',
      policies: [{ ...nearlyMet, outcome: 'ELIGIBLE' }],
    }),
  });
  renderAt('/match?outcome=ELIGIBLE', <MatchPage />);
  const told = within(await screen.findByRole('region', { name: '与上次匹配相比' }));
  expect(told.getByText(/可享的政策/)).toHaveTextContent('可享的政策 0 条 → 1 条，1 条结论有变化。');
  expect(told.getByRole('listitem')).toHaveTextContent('高新技术企业认定管理办法差一项可享');
});
