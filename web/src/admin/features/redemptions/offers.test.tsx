import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import OffersPage from './OffersPage';

const OFFERS = 'POST /api/policy/manage/redemption-projects/p1/offers';
const SUM = 'GET /api/policy/manage/redemption-projects/p1/offers/sum';
const candidate = (enterpriseId: string, name: string) => ({
  enterpriseId,
  name,
  uscc: '91500113MAX5XQ4WX4',
  outcome: 'ELIGIBLE',
  degree: 100,
  completeness: 100,
  reasons: ['已满足 5 项，共 5 项'],
});

const exempt = {
  id: 'p1',
  policyId: 'z1',
  title: '认定奖补',
  kind: 'EXEMPT',
  ruleWords: '每家企业定额 20,000.00 元',
  money: { allocated: 200000, free: 200000, reserved: 0, approved: 0, paid: 0, returned: 0 },
  window: 'OPEN',
  status: 'OPEN',
};
const candidates = {
  items: [candidate('e1', '重庆渝巴精密机械有限公司'), candidate('e2', '重庆旭岩智能装备股份有限公司')],
  total: 2,
  page: 1,
  size: 20,
};

const around = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json({
    ...someone,
    permissions: ['self', 'policy.redemption.handle', 'match.reverse.policy'],
  }),
  'GET /api/policy/redemption/projects/p1': json(exempt),
  'GET /api/policy/policies/z1': json({ id: 'z1', code: 'C01' }),
  'GET /api/match/reverse/policies': json(candidates),
  [SUM]: json({ yuan: 20000, free: 200000 }),
  'GET /api/policy/manage/redemption-projects/p1/offers': json([
    { redemptionId: 'r2', enterpriseId: 'e2', status: 'OFFERED' },
  ]),
};

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

const openList = () =>
  renderAt(
    '/redemption-projects/p1/offers',
    <AntdRoot>
      <SignedIn>
        <OffersPage />
      </SignedIn>
    </AntdRoot>,
    '/redemption-projects/:id/offers',
  );

/** Opens the list and chooses its first. */
async function openAndChoose() {
  openList();
  const boxes = await screen.findAllByRole('checkbox', { name: '选择此行' });
  await waitFor(() => expect(boxes[1]).toBeDisabled());
  await userEvent.click(boxes[0]!);
}

async function confirm(answer: Response, more: Record<string, Response> = {}) {
  const sent = answerWith({ ...around, ...more, [OFFERS]: answer });
  await openAndChoose();
  await userEvent.click(screen.getByRole('button', { name: '确认名单' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '确认名单' }));
  return sent;
}

it('only those that qualify are asked for, and who is on the list already is not offered twice', async () => {
  const sent = await confirm(problem(422, 'OFFERS_FAULTY', { detail: '名单有误', errors: [] }));
  await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true));
  const asked = sent.find(({ url }) => url.pathname === '/api/match/reverse/policies')!;
  expect(asked.url.searchParams.get('outcome')).toBe('ELIGIBLE');
  expect(asked.url.searchParams.get('code')).toBe('C01');
  const known = sent.find(({ url }) => url.pathname === '/api/policy/manage/redemption-projects/p1/offers')!;
  expect(known.url.searchParams.getAll('enterprises')).toEqual(['e1', 'e2']);
  const made = sent.find(({ method }) => method === 'POST')!;
  expect(made.body).toEqual({ offers: [{ enterpriseId: 'e1' }] });
  expect(made.headers.get('Idempotency-Key')).toBeTruthy();
});

it('under a policy to come it is read who will qualify, and nobody is chosen before the day', async () => {
  const sent = answerWith({
    ...around,
    'GET /api/policy/redemption/projects/p1': json({ ...exempt, policyBeginsOn: '2999-01-01' }),
    'GET /api/match/reverse/policies': json({
      ...candidates,
      items: candidates.items.map((one) => ({ ...one, outcome: 'UPCOMING' })),
    }),
    'GET /api/policy/manage/redemption-projects/p1/offers': json([]),
  });
  openList();
  expect(await screen.findByText(/^重庆渝巴精密机械有限公司/, { selector: 'td' })).toBeInTheDocument();
  const asked = sent.find(({ url }) => url.pathname === '/api/match/reverse/policies')!;
  expect(asked.url.searchParams.get('outcome')).toBe('UPCOMING');
  for (const box of screen.getAllByRole('checkbox', { name: '选择此行' })) expect(box).toBeDisabled();
  expect(screen.getByRole('button', { name: '确认名单' })).toBeDisabled();
  expect(screen.getByText('政策自 2999年1月1日 起施行，施行前不能确认名单')).toBeInTheDocument();
  expect(screen.getByText('2999年1月1日 起可以确认名单')).toBeInTheDocument();
});

/** Opens the list, chooses all of four, and presses the button. */
async function confirmAll(sum: Response) {
  const names = ['甲', '乙', '丙', '丁'];
  const sent = answerWith({
    ...around,
    [SUM]: sum,
    'GET /api/match/reverse/policies': json({
      ...candidates,
      items: names.map((name) => candidate(name, `${name}公司`)),
      total: 4,
    }),
    'GET /api/policy/manage/redemption-projects/p1/offers': json([]),
  });
  await openList();
  const boxes = await screen.findAllByRole('checkbox', { name: '选择此行' });
  for (const box of boxes) await userEvent.click(box);
  await userEvent.click(screen.getByRole('button', { name: '确认名单' }));

  return { sent, dialog: await screen.findByRole('dialog') };
}

it('who confirms reads whom it is offered to, how much that is together, and what of the budget stays', async () => {
  const { sent, dialog } = await confirmAll(json({ yuan: 80000, free: 90000.5 }));
  expect(dialog).toHaveTextContent('向 4 家企业发出免申即享？');
  expect(dialog).toHaveTextContent('甲公司、乙公司、丙公司 等 4 家');
  await waitFor(() =>
    expect(within(dialog).getByRole('status')).toHaveTextContent(
      /^共 80,000.00.元，可用预算 90,000.50.元，发出后剩余 10,000.50.元。$/,
    ),
  );
  expect(within(dialog).getByRole('button', { name: '确认名单' })).toBeEnabled();
  const asked = sent.filter(({ url }) => url.pathname.endsWith('/offers/sum'));
  expect(asked.map(({ url }) => url.search)).toEqual(['?enterprises=4']);
});

it('a list that the budget has no room for says so, and is not confirmed', async () => {
  const { dialog } = await confirmAll(json({ yuan: 80000, free: 60000 }));
  await waitFor(() =>
    expect(within(dialog).getByRole('status')).toHaveTextContent(
      /^共 80,000.00.元，超过可用预算 60,000.00.元，不能发出；/,
    ),
  );
  expect(within(dialog).getByRole('button', { name: '确认名单' })).toBeDisabled();
});

it('a candidate is looked for by name and town, and who was chosen before stays chosen', async () => {
  const other = { ...candidates, items: [candidate('e3', '重庆渝巴软件有限公司')], total: 1 };
  const sent = answerWith({
    ...around,
    'GET /api/match/reverse/policies': [json(candidates), json(other), json(other)],
    'GET /api/user/reference/towns': json([{ code: '500113004', name: '鱼洞街道' }]),
    'GET /api/user/reference/industries': json([{ code: 'C', name: '制造业' }]),
  });
  await openAndChoose();
  await userEvent.type(
    screen.getByRole('searchbox', { name: '企业名称或统一社会信用代码' }),
    ' 渝巴 {Enter}',
  );
  const asked = (wanted: object) => () =>
    expect(
      sent
        .filter(({ url }) => url.pathname === '/api/match/reverse/policies')
        .map(({ url }) => Object.fromEntries(url.searchParams)),
    ).toContainEqual(expect.objectContaining(wanted));
  await waitFor(asked({ q: '渝巴', page: '1', outcome: 'ELIGIBLE' }));
  await userEvent.click(screen.getByRole('combobox', { name: '所属镇街' }));
  await userEvent.click(await screen.findByText('鱼洞街道', { selector: '.ant-select-item-option-content' }));
  await waitFor(asked({ q: '渝巴', townCode: '500113004' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: '选择此行' }));
  expect(screen.getByText('已选 2 家')).toBeInTheDocument();
});

it('where one no longer qualifies none is offered, and it is named', async () => {
  await confirm(
    problem(422, 'OFFERS_FAULTY', {
      detail: '名单有误',
      errors: [
        {
          field: 'offers[0]',
          code: 'NOT_ELIGIBLE',
          message: '重庆渝巴精密机械有限公司按现有信息不符合该政策的条件',
        },
      ],
    }),
  );
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('有 1 处不符，没有发出任何一家');
  expect(alert).toHaveTextContent('重庆渝巴精密机械有限公司按现有信息不符合该政策的条件');

  const row = screen.getByText('重庆渝巴精密机械有限公司', { selector: 'td' }).closest('tr')!;
  expect(row).toHaveTextContent('不再符合');
  expect(within(row).getByRole('checkbox')).toBeDisabled();
  expect(screen.getByText('已选 0 家')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '确认名单' })).toBeDisabled();
  await userEvent.click(screen.getByText('不再符合 1'));
  expect(screen.queryByText(/重庆旭岩智能装备/)).toBeNull();
  expect(screen.getByText(/重庆渝巴精密机械有限公司/, { selector: 'td' })).toBeInTheDocument();
});

it('a list beyond the budget says whom it does not reach for and what is free, and stays on the page', async () => {
  await confirm(
    problem(409, 'BUDGET_EXHAUSTED', {
      detail: '该项目可用预算为 1 万元，列到“重庆渝巴精密机械有限公司”时不足（名单共 1 家，合计 2 万元）',
    }),
  );
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('没有发出任何一家');
  expect(alert).toHaveTextContent('可用预算为 1 万元，列到“重庆渝巴精密机械有限公司”时不足');
});

it('candidates of a project with conditions of its own are those whom it and its policy mean', async () => {
  const criteria = { type: 'comparison', fact: 'employees', op: '>=', value: 10 };
  const sent = await confirm(problem(422, 'OFFERS_FAULTY', { detail: '名单有误', errors: [] }), {
    'GET /api/auth/me': json({
      ...someone,
      permissions: ['self', 'policy.redemption.handle', 'match.reverse.policy', 'user.enterprise.read'],
    }),
    'GET /api/policy/redemption/projects/p1': json({ ...exempt, criteria }),
    'POST /api/match/reverse/audience/enterprises': json(candidates),
  });
  const asked = sent.find(({ url }) => url.pathname === '/api/match/reverse/audience/enterprises')!;
  expect(asked.body).toEqual({ policyId: 'z1', criteria, outcome: 'ELIGIBLE', page: 1, pageSize: 20 });
  expect(sent.some(({ url }) => url.pathname === '/api/match/reverse/policies')).toBe(false);
});

it('where its conditions are of what is for the enterprises alone, candidates are those of the policy, and it is said', async () => {
  const criteria = { type: 'comparison', fact: 'taxableIncome', op: '>=', value: 100 };
  const sent = await confirm(problem(422, 'OFFERS_FAULTY', { detail: '名单有误', errors: [] }), {
    'GET /api/auth/me': json({
      ...someone,
      permissions: ['self', 'policy.redemption.handle', 'match.reverse.policy', 'user.enterprise.read'],
    }),
    'GET /api/policy/redemption/projects/p1': json({ ...exempt, criteria }),
    'POST /api/match/reverse/audience/enterprises': problem(403, 'AUDIENCE_COUNTS_ONLY', {
      detail: '条件用到只对企业本人可见的数据，只列家数，不列名单',
    }),
  });
  expect(sent.some(({ url }) => url.pathname === '/api/match/reverse/policies')).toBe(true);
  expect(screen.getByText(/按政策条件反向匹配，只列出“可享”的企业/)).toHaveTextContent(
    '不符合兑付对象的不能确认',
  );
});
