import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import PolicyDeskPage from './PolicyDeskPage';

const page = (items: object[], total = items.length) => json({ items, total, page: 1, size: 5 });
const answers = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/policy/desk': json({
    at: '2026-11-26T10:00:00+08:00',
    soonUntil: '2026-12-01',
    closingUntil: '2026-12-10',
    figures: [
      { list: 'DECLARATIONS', which: 'WAITING', count: 4 },
      { list: 'DECLARATIONS', which: 'OVERDUE', count: 1 },
      { list: 'DECLARATIONS', which: 'DUE_TODAY', count: 0 },
      { list: 'DECLARATIONS', which: 'DUE_SOON', count: 2 },
      { list: 'BATCHES', which: 'WAITING', count: 3 },
      { list: 'RETURNS', which: 'TOLD', count: 1 },
      { list: 'REDEMPTIONS', which: 'ACCOUNT_WANTED', count: 5 },
      { list: 'REDEMPTIONS', which: 'TO_DECIDE', count: 6 },
    ],
  }),
  'GET /api/policy/manage/redemption-projects': page(
    [
      {
        id: 'r1',
        title: '设备更新补助',
        policyTitle: '设备更新政策',
        closesOn: '2099-12-31',
        money: { allocated: 1000, free: 400, reserved: 300, approved: 200, paid: 100, returned: 0 },
      },
    ],
    7,
  ),
  'GET /api/stats/policy-funnel': page([
    {
      policyId: 'p1',
      title: '设备更新政策',
      matched: 40,
      told: 30,
      opened: 12,
      filed: 5,
      approved: 3,
      paid: 2,
      amountPaid: 250_000,
    },
    { policyId: 'p2', title: '参照政策', opened: 0, filed: 0, approved: 0, paid: 0, amountPaid: 0 },
  ]),
  'GET /api/match/reverse/policies/targets': json([
    { subjectId: 'p1', code: 'N01', title: '设备更新政策', issuer: '' },
  ]),
};

function open(...of: (string | { figures: object[] })[]) {
  const permissions = of.filter((one) => typeof one === 'string');
  const desk = of.find((one) => typeof one !== 'string');
  const sent = answerWith({
    ...answers,
    ...(desk && {
      'GET /api/policy/desk': json({
        at: '2026-11-26T10:00:00+08:00',
        soonUntil: '2026-12-01',
        closingUntil: '2026-12-10',
        ...desk,
      }),
    }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', ...permissions] }),
  });
  renderAt(
    '/',
    <AntdRoot>
      <SignedIn>
        <PolicyDeskPage />
      </SignedIn>
    </AntdRoot>,
  );
  return sent;
}

it('each figure opens the list that it counts', async () => {
  open('policy.declaration.handle', 'policy.payment.approve');
  expect(await screen.findByRole('link', { name: /待办理申报\s*4/ })).toHaveAttribute(
    'href',
    '/declarations?waiting=true',
  );
  expect(screen.getByRole('link', { name: /待复核支付批次\s*3/ })).toHaveAttribute(
    'href',
    '/payments?waiting=true',
  );
  expect(screen.getByRole('link', { name: /退回待确认\s*1/ })).toHaveAttribute(
    'href',
    '/payment-returns?state=OPEN',
  );
  expect(screen.getByRole('link', { name: /待更正账户\s*5/ })).toHaveAttribute(
    'href',
    '/redemptions?accountWanted=true',
  );
  expect(screen.getByRole('link', { name: /不再符合待决定\s*6/ })).toHaveAttribute(
    'href',
    '/payments/new?lapsed=true',
  );
  expect(screen.getByRole('link', { name: /申报已超期\s*1/ })).toHaveAttribute(
    'href',
    '/declarations?due=OVERDUE',
  );
  expect(screen.getByRole('link', { name: /申报 3 个工作日内到期\s*2/ })).toHaveAttribute(
    'href',
    '/declarations?due=SOON',
  );
});

it('it says what it counts', async () => {
  open('policy.payment.approve');
  await screen.findByRole('region', { name: '等我处理' });
  await userEvent.click(screen.getByText('这一页的数字怎么统计'));
  expect(screen.getByText(/本人编制的不能由本人复核/)).toBeVisible();
});

it('of what is zero there is one line, not a row of boxes', async () => {
  open('policy.declaration.handle');
  const due = within(await screen.findByRole('region', { name: '承诺时限' }));
  expect(due.getByRole('link', { name: /申报已超期\s*1/ }).closest('li')).not.toBeNull();
  expect(due.getByRole('link', { name: '申报今天到期' }).closest('p')).toHaveTextContent('目前没有：');
});

it('where nothing of a part is there, one sentence says so', async () => {
  open('policy.declaration.handle', {
    figures: [
      { list: 'DECLARATIONS', which: 'WAITING', count: 4 },
      { list: 'DECLARATIONS', which: 'OVERDUE', count: 0 },
      { list: 'DECLARATIONS', which: 'DUE_TODAY', count: 0 },
    ],
  });
  expect(await screen.findByText('承诺时限：没有到期的事项')).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: '承诺时限' })).toBeNull();
});

it('many queues in which nothing waits are counted, and named when asked for', async () => {
  open('policy.payment.prepare', {
    figures: [
      { list: 'DECLARATIONS', which: 'WAITING', count: 4 },
      { list: 'BATCHES', which: 'WAITING', count: 0 },
      { list: 'BATCHES', which: 'TO_SEND', count: 0 },
      { list: 'RETURNS', which: 'TOLD', count: 0 },
      { list: 'DRAFTS', which: 'WAITING', count: 0 },
    ],
  });
  const fold = await screen.findByText('其余 4 类目前没有待办');
  expect(fold.closest('details')).not.toHaveAttribute('open');
  await userEvent.click(fold);
  expect(screen.getByRole('link', { name: '待送国库批次' })).toHaveAttribute(
    'href',
    '/payments?state=APPROVED',
  );
});

it('an amount of nothing opens no list', async () => {
  open('policy.redemption.manage', 'policy.redemption.handle');
  const budgets = await screen.findByRole('region', { name: '兑付预算执行（万元）' });
  expect(await within(budgets).findByRole('link', { name: /^已支付/ })).toBeInTheDocument();
  expect(within(budgets).getByText('已交回')).toBeInTheDocument();
  expect(within(budgets).queryByRole('link', { name: /^已交回/ })).toBeNull();
});

it('money stands where the ledger has it, and what was not counted is no zero', async () => {
  open('policy.redemption.manage', 'stats.policy-funnel.read');
  const budgets = await screen.findByRole('region', { name: '兑付预算执行（万元）' });
  expect(await within(budgets).findByText('核定待付')).toBeInTheDocument();
  expect(within(budgets).getByRole('link', { name: '查看全部 7 个' })).toBeInTheDocument();
  const funnel = await screen.findByRole('row', { name: /设备更新政策 40 30 75% 12 40% 5 42% 3 60% 2 67%/ });
  expect(funnel).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /参照政策 — — 0 0 0 0/ })).toBeInTheDocument();
});

it('figures of money and of the funnel open the lists that they count', async () => {
  open(
    'policy.redemption.manage',
    'policy.redemption.handle',
    'policy.declaration.handle',
    'stats.policy-funnel.read',
    'match.reverse.policy',
  );
  const budgets = await screen.findByRole('region', { name: '兑付预算执行（万元）' });
  const opens = async (within_: HTMLElement, name: RegExp, to: string) =>
    expect(await within(within_).findByRole('link', { name })).toHaveAttribute('href', to);
  await opens(budgets, /^已支付/, '/redemptions?projectId=r1&money=PAID');
  await opens(budgets, /^核定待付/, '/redemptions?projectId=r1&money=APPROVED');
  await opens(budgets, /^公示预留/, '/redemptions?projectId=r1&money=RESERVED');
  await opens(budgets, /^可用/, '/redemption-projects/r1');
  const funnel = await screen.findByRole('region', { name: '政策漏斗' });
  const list = (step: string) => `/policy-funnel/enterprises?policyId=p1&step=${step}`;
  await opens(funnel, /^5 家申报/, list('FILED'));
  await opens(funnel, /^3 家通过/, list('APPROVED'));
  await opens(funnel, /^2 家兑付/, list('PAID'));
  await opens(funnel, /^40 家匹配/, '/reverse/policies?code=N01&outcome=ELIGIBLE');
  expect(within(funnel).queryByRole('link', { name: /家推送|家打开/ })).toBeNull();
});

it('a figure whose list the reader may not open is a figure', async () => {
  open('policy.redemption.manage', 'policy.declaration.handle', 'stats.policy-funnel.read');
  const budgets = await screen.findByRole('region', { name: '兑付预算执行（万元）' });
  expect(await within(budgets).findByText('核定待付')).toBeInTheDocument();
  expect(within(budgets).queryByRole('link', { name: /核定待付/ })).toBeNull();
  const funnel = await screen.findByRole('row', { name: /设备更新政策 40 30 75% 12 40% 5 42% 3 60% 2 67%/ });
  expect(within(funnel).queryByRole('link')).toBeNull();
});

it('who may not see a part is not asked for it', async () => {
  const sent = open('policy.payment.approve');
  await screen.findByRole('link', { name: /待复核支付批次/ });
  expect(sent.map((one) => one.url.pathname)).not.toContain('/api/stats/policy-funnel');
  expect(screen.queryByRole('region', { name: '兑付预算执行（万元）' })).toBeNull();
});

it('what is due has its own word for that nothing is', async () => {
  open('policy.declaration.handle', 'policy.redemption.handle', {
    figures: [
      { list: 'DECLARATIONS', which: 'OVERDUE', count: 1 },
      ...['DUE_TODAY', 'DUE_SOON'].map((which) => ({ list: 'DECLARATIONS', which, count: 0 })),
      ...['OVERDUE', 'DUE_TODAY', 'DUE_SOON'].map((which) => ({ list: 'REDEMPTIONS', which, count: 0 })),
    ],
  });
  expect(await screen.findByText('其余 5 类没有临期')).toBeInTheDocument();
});

it('all money of the desk is in 万元 to the second decimal, and the heads say what is counted', async () => {
  open('policy.redemption.manage', 'stats.policy-funnel.read');
  const budgets = await screen.findByRole('region', { name: '兑付预算执行（万元）' });
  await within(budgets).findByText('核定待付');
  expect([...budgets.querySelectorAll('dd')].map((one) => one.textContent)).toEqual([
    '0.01',
    '0.02',
    '0.03',
    '0.04',
    '0.00',
  ]);
  await screen.findByRole('row', { name: /^设备更新政策.* 25\.00$/ });
  expect(screen.getAllByRole('columnheader').map((one) => one.textContent)).toEqual([
    '政策',
    '匹配（家）',
    '推送（家）',
    '打开（家）',
    '申报（家）',
    '通过（家）',
    '兑付（家）',
    '兑付金额（万元）',
  ]);
});

it('what exceeds the stage before says why, and what was counted says when', async () => {
  const funnel = {
    ...answers,
    'GET /api/stats/policy-funnel': page([
      {
        policyId: 'p1',
        title: '设备更新政策',
        matched: 3,
        countedAt: '2020-01-02T07:37:00+08:00',
        told: 9,
        opened: 9,
        filed: 12,
        approved: 5,
        paid: 5,
        amountPaid: 0,
      },
      { policyId: 'p2', title: '参照政策', opened: 4, filed: 0, approved: 0, paid: 0, amountPaid: 0 },
    ]),
  };
  answerWith({
    ...funnel,
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'stats.policy-funnel.read'] }),
  });
  renderAt(
    '/',
    <AntdRoot>
      <SignedIn>
        <PolicyDeskPage />
      </SignedIn>
    </AntdRoot>,
  );
  const cells = within(await screen.findByRole('row', { name: /^设备更新政策/ })).getAllByRole('cell');
  expect(cells.map((one) => one.textContent)).toEqual([
    '设备更新政策',
    '32020年1月2日 统计',
    '9含推送后不再符合的',
    '9 100%',
    '12含未打开、直接申报的',
    '5 42%',
    '5 100%',
    '0.00',
  ]);
  expect(screen.getByRole('row', { name: /^参照政策/ })).not.toHaveTextContent('含');
});
