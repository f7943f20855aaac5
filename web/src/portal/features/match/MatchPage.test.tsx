import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { loanMatch, matchResult, met, nearlyMet, unpublished } from '@/shared/test/match';
import { renderAt, someone } from '@/shared/test/render';
import MatchPage from './MatchPage';

const result = matchResult({
  policies: [nearlyMet],
  loans: [
    loanMatch('L16', [met], { outcome: 'ELIGIBLE' }),
    loanMatch('L02', [unpublished], { outcome: 'UNKNOWN', degree: 0 }),
  ],
});
afterEach(() => vi.unstubAllGlobals());

const answered = () => answerWith({ 'GET /api/match/my/match/latest': json(result) });

it('what is nearly met is open, and its gap is told once: among its conditions, on the card when that is closed', async () => {
  answered();
  renderAt('/match', <MatchPage />);
  const card = within(await screen.findByRole('article'));
  expect(card.getAllByText(/还差约 1 人/)).toHaveLength(1);
  expect(card.queryByRole('list', { name: '未满足的条件' })).not.toBeInTheDocument();
  expect(card.getByRole('button', { name: '收起' })).toHaveAttribute('aria-expanded', 'true');
  expect(card.getByText('条款待核实')).toBeInTheDocument();
  await userEvent.click(card.getByRole('button', { name: '收起' }));
  expect(card.getByRole('list', { name: '未满足的条件' })).toHaveTextContent('还差约 1 人');
});

it('loans are told by what was published, and what was not published has its own group', async () => {
  answered();
  renderAt('/match?kind=LOAN', <MatchPage />);
  expect(await screen.findByRole('heading', { name: '符合公布条件' })).toBeInTheDocument();
  expect(screen.getByText('是否放款、额度和利率由银行审批决定')).toBeInTheDocument();
  expect(screen.getByText('满足 1/1 项')).toBeInTheDocument();
  expect(screen.getByText('未公布条件')).toBeInTheDocument();
  expect(screen.queryByText('可享')).not.toBeInTheDocument();
  expect(screen.queryByText(/^匹配度/)).not.toBeInTheDocument();
  const filters = within(screen.getByRole('navigation', { name: '按结论筛选' }));
  expect(filters.queryByRole('link', { name: /不符合/ })).not.toBeInTheDocument();
});

const onPhone = () =>
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: media === '(max-width: 639px)',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));

it('on a phone the first results come before what is told and offered besides', async () => {
  onPhone();
  const sent = answerWith({
    'GET /api/match/my/match/latest': json(result),
    'POST /api/match/my/match': json(result),
  });
  renderAt('/match', <MatchPage />);
  const card = await screen.findByRole('article');
  const about = screen.getByText(/结果用于自查和规划，不代替/);
  expect(card.compareDocumentPosition(about)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  const basis = within(screen.getByRole('region', { name: '匹配依据' }));
  expect(basis.getByRole('link', { name: '规划报告' })).toHaveAttribute('href', '/match/report');
  const order = [...basis.getByText('重新匹配').parentElement!.children].map((one) =>
    one.textContent!.trim(),
  );
  expect(order).toEqual(['重新匹配', '规划报告', '补充数据', '按日期匹配']);
  const number = basis.getByRole('link', { name: /^[0-9A-Z]{1,8}$/ }).closest('p');
  expect(number).toHaveTextContent(/^结果编号/);
  await userEvent.click(basis.getByRole('button', { name: '重新匹配' }));
  expect(sent.some((one) => one.method === 'POST')).toBe(true);
});

it('on a phone the first loan comes before what holds of the degrees of all of them', async () => {
  onPhone();
  answered();
  renderAt('/match?kind=LOAN', <MatchPage />);
  const [card] = await screen.findAllByRole('article');
  expect(card!.compareDocumentPosition(screen.getByText(/不计匹配度/))).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  );
});

it.each([
  ['that qualifies for nothing', '/match?outcome=ELIGIBLE', result],
  ['of which there is no loan at all', '/match?kind=LOAN', { ...result, loans: [] }],
])('on a phone an enterprise %s reads what the result is worth, once', async (_, at, of) => {
  onPhone();
  answerWith({ 'GET /api/match/my/match/latest': json(of) });
  renderAt(at, <MatchPage />);
  expect(await screen.findByText(/结果用于自查和规划，不代替/)).toBeInTheDocument();
  expect(screen.queryByRole('article')).toBeNull();
});

it('on paper stands what the result rests on, and nothing that leads on from it', async () => {
  answered();
  renderAt('/match?kind=LOAN', <MatchPage />);
  const basis = within(await screen.findByRole('region', { name: '匹配依据' }));
  for (const name of ['补充数据', '按日期匹配'])
    expect(basis.getByRole('link', { name })).toHaveClass('zq-no-print');
  expect(basis.getByText('80%')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /信贷建议/ })).toHaveClass('zq-no-print');
});

it('on paper it is said whose result it is and of which platform, as the head of the site does on the screen', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/match/my/match/latest': json(result),
  });
  renderAt('/match', <MatchPage />);
  const whose = (await screen.findByText(someone.enterprise!.name)).closest('div');
  expect(whose).toHaveTextContent(someone.enterprise!.uscc);
  expect(whose).toHaveTextContent('企业服务云');
  expect(whose).not.toHaveClass('zq-no-print');
});

it('on paper what the enterprise qualifies for stands with its conditions, as what it nearly does', async () => {
  const eligible = {
    ...nearlyMet,
    code: 'N7',
    title: '研发费用补助',
    outcome: 'ELIGIBLE' as const,
    conditions: [met],
  };
  answerWith({ 'GET /api/match/my/match/latest': json(matchResult({ policies: [eligible] })) });
  renderAt('/match', <MatchPage />);
  const card = within(await screen.findByRole('article'));
  expect(card.queryByText(met.label)).toBeNull();
  fireEvent(window, new Event('beforeprint'));
  expect(card.getByText(met.label)).toBeInTheDocument();
  fireEvent(window, new Event('afterprint'));
  expect(card.queryByText(met.label)).toBeNull();
});

it('what of the library was not matched is named with the reason', async () => {
  const unmatched = [{ policyId: 'p2', code: 'N41', title: '中小企业划型标准规定' }];
  answerWith({ 'GET /api/match/my/match/latest': json({ ...result, unmatched }) });
  renderAt('/match', <MatchPage />);
  expect(await screen.findByText(/逐条对照了 1 条政策。另有 1 条是规划纲要或划型标准/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '《中小企业划型标准规定》' })).toHaveAttribute(
    'href',
    '/policies/N41',
  );
});

it('with recommendations switched off everything stands in one general order, and a note says so', async () => {
  answerWith({ 'GET /api/match/my/match/latest': json({ ...result, order: 'GENERAL' }) });
  renderAt('/match?kind=LOAN&outcome=ELIGIBLE', <MatchPage />);
  expect(await screen.findByText(/个性化推荐已关闭/)).toBeInTheDocument();
  expect(screen.queryByRole('navigation', { name: '按结论筛选' })).not.toBeInTheDocument();
  expect(within(screen.getByRole('list', { name: '贷款产品' })).getAllByRole('article')).toHaveLength(2);
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

it.each([
  ['that is none', problem(400, 'VALIDATION_FAILED')],
  ['of which there is no result', problem(404, 'NOT_FOUND')],
])('an id %s says so and leads to the match', async (_, answer) => {
  answerWith({ 'GET /api/match/results/r1': answer });
  renderAt('/match/results/r1', <MatchPage />, '/match/results/:resultId');
  expect(await screen.findByText('没有这份匹配结果')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '智能匹配' })).toHaveAttribute('href', '/match');
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

const eligible = (code: string, more: object = {}) => ({
  ...nearlyMet,
  policyId: `id-${code}`,
  code,
  title: `政策${code}`,
  outcome: 'ELIGIBLE' as const,
  degree: 100,
  conditions: [met],
  ...more,
});

it('what can be had leads to where it is handed in, or else to the policy', async () => {
  const project = { window: 'OPEN', kind: 'APPLICATION' };
  answerWith({
    'GET /api/match/my/match/latest': json(
      matchResult({ policies: ['A', 'B', 'C'].map((code) => eligible(code)), loans: [] }),
    ),
    'GET /api/policy/projects': json({
      items: [
        { ...project, id: 'd1', policyId: 'id-A' },
        { ...project, id: 'd2', policyId: 'id-B', window: 'OVER' },
        { ...project, id: 'd3', policyId: 'id-C' },
        { ...project, id: 'd4', policyId: 'id-C' },
      ],
    }),
    'GET /api/policy/redemption/projects': json({
      items: [
        { ...project, id: 'r1', policyId: 'id-A' },
        { ...project, id: 'r2', policyId: 'id-B', kind: 'EXEMPT' },
      ],
    }),
  });
  renderAt('/match', <MatchPage />);
  expect(await screen.findByRole('link', { name: '立即申报 政策A' })).toHaveAttribute(
    'href',
    '/declarations/projects/d1',
  );
  expect(await screen.findByRole('link', { name: '申请兑付 政策A' })).toHaveAttribute(
    'href',
    '/redemptions/projects/r1',
  );
  expect(screen.getByRole('link', { name: '查看政策 政策B' })).toHaveAttribute('href', '/policies/B');
  expect(screen.queryByRole('link', { name: '申请兑付 政策B' })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: '立即申报 政策C' })).toHaveAttribute('href', '/policies/C');
});

it('what could not be checked of any of a list is said once above it, and of each only where it differs', async () => {
  const show = (policies: object[]) =>
    answerWith({
      'GET /api/match/my/match/latest': json(matchResult({ policies: policies as never, loans: [] })),
    });
  show([eligible('A'), eligible('B')]);
  const { unmount } = renderAt('/match', <MatchPage />);
  await screen.findAllByRole('article');
  expect(screen.getAllByText('条款待核实')).toHaveLength(1);
  expect(screen.getByText('条款待核实').closest('article')).toBeNull();
  unmount();

  show([eligible('A'), eligible('B', { verified: true })]);
  renderAt('/match', <MatchPage />);
  const [first, second] = await screen.findAllByRole('article');
  expect(within(first!).getByText('条款待核实')).toBeVisible();
  expect(within(second!).queryByText('条款待核实')).not.toBeInTheDocument();
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
  renderAt('/match', <MatchPage />);
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
  renderAt('/match', <MatchPage />);
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
    'POST /api/match/my/match': [
      json({
        ...result,
        id: '01a213c8-0a45-7d9e-8f10-aab20fcd4070',
        policies: [{ ...nearlyMet, outcome: 'ELIGIBLE' }],
      }),
      json({ ...result, id: '01a213c8-0a45-7d9e-8f10-aab20fcd4071' }),
    ],
  });
  renderAt('/match', <MatchPage />);
  const told = within(await screen.findByRole('region', { name: '与上次匹配相比' }));
  expect(told.getByText(/可享的政策/)).toHaveTextContent('可享的政策 0 条 → 1 条，1 条结论有变化。');
  expect(told.getByRole('listitem')).toHaveTextContent('高新技术企业认定管理办法差一项可享');
  // One that a person asks for stands in no other one's place by itself.
  await userEvent.click(screen.getByRole('button', { name: '重新匹配' }));
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: '与上次匹配相比' })).not.toBeInTheDocument(),
  );
});
