import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { ReversePage } from './ReversePage';

const row = {
  enterpriseId: 'e1',
  name: '重庆渝巴精密机械有限公司',
  uscc: '91500113MAX5XQ4WX4',
  townName: '龙洲湾街道',
  industryName: '应用软件开发（I6513）',
  outcome: 'NEARLY',
  degree: 80,
  completeness: 100,
  reasons: ['研发人员数 3 人，还差 2 人', '已满足 4 项，共 5 项'],
};
const summary = {
  code: 'N01',
  title: '高新技术企业认定管理办法',
  edition: '2016',
  verified: true,
  asOf: '2026-11-27',
  eligible: 4,
  nearly: 1,
  unknown: 9,
  ineligible: 20,
  held: 2,
  switchedOff: 3,
  taxWithdrawn: 1,
};
const answers = (kind: 'policies' | 'products', permissions: string[], items: object[] = [row]) => ({
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json({ ...someone, permissions }),
  [`GET /api/match/reverse/${kind}/targets`]: json([
    { code: 'N01', title: '高新技术企业认定管理办法', issuer: '国科发火〔2016〕32号' },
  ]),
  [`GET /api/match/reverse/${kind}`]: json({ items, total: items.length, page: 1, size: 20 }),
  [`GET /api/match/reverse/${kind}/summary`]: json(summary),
  'GET /api/match/reverse/policies/push': json({
    told: 1200,
    waiting: 0,
    preparing: false,
    open: 3,
    inForce: true,
  }),
  'GET /api/user/reference/towns': json([]),
  'GET /api/user/reference/industries': json([]),
});
const page = (kind: 'policies' | 'products') => (
  <AntdRoot>
    <ReversePage kind={kind} />
  </AntdRoot>
);

it('enterprises of a policy come with outcome and reasons, and all of them are counted, also who is left out', async () => {
  const sent = answerWith(answers('policies', ['match.reverse.policy', 'user.enterprise.read']));
  renderAt('/reverse/policies?code=N01&outcome=NEARLY', page('policies'));

  await waitFor(() =>
    expect(screen.getByText(row.name).closest('a')).toHaveAttribute('href', '/enterprises/e1'),
  );
  expect(screen.getByText(/还差 2\s人/)).toBeInTheDocument();
  const counts = await screen.findByText(/另有 4 家不列出/).then((note) => note.parentElement!);
  expect(
    within(counts).getByText(/另有 4 家不列出（关闭个性化推荐 3 家，收回涉税数据授权 1 家）/),
  ).toBeInTheDocument();
  expect(counts).toHaveTextContent('可享 4');
  expect(screen.getByRole('button', { name: /导\s*出/ })).toBeInTheDocument();
  // Counted whatever outcome is on the list.
  expect(sent.find((one) => one.url.pathname.endsWith('/summary'))?.url.search).toBe('?code=N01');
});

it('of what begins later who will qualify is counted, filtered and listed apart from whom one condition is missing', async () => {
  answerWith({
    ...answers('policies', ['match.reverse.policy'], [{ ...row, outcome: 'UPCOMING' }]),
    'GET /api/match/reverse/policies/summary': json({
      ...summary,
      eligible: 0,
      upcoming: 6,
      beginsOn: '2999-01-01',
      notice: '自 2999年1月1日 起施行，没有企业现在符合',
    }),
  });
  renderAt('/reverse/policies?code=N01&outcome=ELIGIBLE', page('policies'));
  const counts = await screen.findByText(/没有企业现在符合/).then((note) => note.parentElement!);
  expect(counts).toHaveTextContent('尚未施行（施行后符合） 6差一项 1');
  expect(counts).not.toHaveTextContent('可享');
  expect(
    within((await screen.findByText(row.name)).closest('tr')!).getByText('尚未施行'),
  ).toBeInTheDocument();
});

it('a product that is matched from a later day on is not said to come into force', async () => {
  answerWith({
    ...answers('products', ['match.reverse.product'], [{ ...row, outcome: 'UPCOMING' }]),
    'GET /api/match/reverse/products/summary': json({
      ...summary,
      eligible: 0,
      upcoming: 6,
      beginsOn: '2999-01-01',
      notice: '自 2999年1月1日 起匹配，没有企业现在符合',
    }),
  });
  renderAt('/reverse/products?code=N01&outcome=ELIGIBLE', page('products'));
  const counts = await screen.findByText(/没有企业现在符合/).then((note) => note.parentElement!);
  expect(counts).toHaveTextContent('尚未开始匹配（开始后符合） 6差一项 1');
  const cells = within((await screen.findByText(row.name)).closest('tr')!);
  expect(cells.getByText('尚未开始匹配')).toBeInTheDocument();
  expect(screen.queryByText(/施行/)).toBeNull();
});

it('who was not told yet is told once it is confirmed, and then nobody is left', async () => {
  document.cookie = 'XSRF-TOKEN=t';
  const sent = answerWith({
    ...answers('policies', ['match.reverse.policy', 'match.policy.push']),
    'POST /api/match/reverse/policies/push': json({
      told: 1203,
      waiting: 0,
      preparing: false,
      open: 0,
      inForce: true,
    }),
  });
  renderAt('/reverse/policies?code=N01', page('policies'));
  expect(await screen.findByRole('status', { name: '政策推送' })).toHaveTextContent('已推送 1,200 家');
  expect(screen.getByRole('status', { name: '政策推送' })).toHaveTextContent('没有成员账号、收不到通知');
  await userEvent.click(screen.getByRole('button', { name: '推送给其余 3 家' }));
  expect(sent.some((one) => one.method === 'POST')).toBe(false);
  expect(await screen.findByText(/不限于当前筛选出的.*没有成员账号的企业收不到/)).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: /^推\s*送$/ }));
  await waitFor(() => expect(sent.find((one) => one.method === 'POST')?.body).toEqual({ code: 'N01' }));
  await waitFor(() =>
    expect(screen.getByRole('status', { name: '政策推送' })).toHaveTextContent('已推送 1,203 家'),
  );
  expect(screen.queryByRole('button', { name: /推送给其余/ })).not.toBeInTheDocument();
});

it.each([
  [{ told: 0, waiting: 0, preparing: false, open: 0, inForce: false }, '不在有效期内，不能推送'],
  [{ told: 0, waiting: 0, preparing: false, inForce: true }, '正在重新匹配，稍后可推送'],
  [{ told: 5, waiting: 9, preparing: false, open: 1, inForce: true }, '正在推送'],
])('nobody is told where %o', async (standing, words) => {
  answerWith({
    ...answers('policies', ['match.reverse.policy']),
    'GET /api/match/reverse/policies/push': json(standing),
  });
  renderAt('/reverse/policies?code=N01', page('policies'));
  expect(await screen.findByRole('status', { name: '政策推送' })).toHaveTextContent(words);
  expect(screen.queryByRole('button', { name: /推送给其余/ })).not.toBeInTheDocument();
});

it('who may only look at those who qualify is not offered to write to them', async () => {
  answerWith(answers('policies', ['match.reverse.policy']));
  renderAt('/reverse/policies?code=N01', page('policies'));
  expect(await screen.findByRole('status', { name: '政策推送' })).toHaveTextContent('已推送 1,200 家');
  expect(screen.queryByRole('button', { name: /推送给其余/ })).not.toBeInTheDocument();
});

it('a bank gets no link to what it may not read', async () => {
  answerWith(answers('products', ['match.reverse.product']));
  renderAt('/reverse/products?code=N01', page('products'));
  expect(await screen.findByText(row.name)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: row.name })).not.toBeInTheDocument();
});

it('while nothing is chosen it says what to do', async () => {
  answerWith(answers('policies', ['match.reverse.policy'], []));
  renderAt('/reverse/policies', page('policies'));
  expect(await screen.findByText('请先选择政策')).toBeInTheDocument();
  expect(screen.getByText('请选择')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /导\s*出/ })).not.toBeInTheDocument();
  expect(screen.queryByText(/共 0 条/)).not.toBeInTheDocument();
});

it('where nobody lies within what one may see, that is said, and not that other words might find somebody', async () => {
  answerWith(answers('products', ['match.reverse.product'], []));
  renderAt('/reverse/products?code=N01', page('products'));
  expect(await screen.findByText('数据权限内没有可列出的企业')).toBeInTheDocument();
});
