import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { KIND_HELP } from '@/shared/loans';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ApplyPage from './ApplyPage';

const earlier = {
  applicationId: 'a1',
  number: 'RZ7',
  productTitle: '云税贷',
  bankId: 'b1',
  bankName: '建设银行',
};

const DRAFT = '/api/finance/my/loan-drafts/p1';
const draft = (more: object = {}) => ({
  productId: 'p1',
  productCode: 'L01',
  productTitle: '信用快贷',
  bankName: '建设银行',
  productSuspended: false,
  productChanged: false,
  amountWan: '88',
  termMonths: 12,
  useAccountPhone: false,
  contactName: '李经理',
  contactPhone: '13812345678',
  savedAt: '2026-11-29T10:00:00+08:00',
  savedBy: '李经理',
  savedByMe: false,
  version: 4,
  ...more,
});

const open = (kind: unknown, more: Parameters<typeof answerWith>[0] = {}, at = '/loans/L01/apply') => {
  const sent = answerWith({
    'GET /api/match/my/match/latest': () => new Response(null, { status: 204 }),
    'GET /api/match/my/match/changes': json({ profile: false, library: false }),
    'GET /api/match/my/profile': json({ groups: [], taxAuthorization: { granted: false, covers: [] } }),
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/finance/products/L01': json({
      id: 'p1',
      code: 'L01',
      edition: 1,
      title: '信用快贷',
      bankName: '建设银行',
      rateText: '3.45%',
      maxAmountWan: 300,
      termMonths: 36,
    }),
    'GET /api/user/reference/dictionary': json([{ code: 'LOAN_PURPOSE.2_EQUIPMENT', name: '购置设备' }]),
    'GET /api/finance/my/application-kind': json(kind),
    [`GET ${DRAFT}`]: new Response(null, { status: 204 }),
    ...more,
  });
  const { router } = renderAt(
    at,
    <AntdRoot>
      <SignedIn>
        <ApplyPage />
      </SignedIn>
    </AntdRoot>,
    '/loans/:id/apply?',
  );
  return Object.assign(sent, { router });
};
const kind = (name: string) => screen.findByRole('radio', { name });

beforeEach(() => localStorage.clear());

it('an enterprise whose code is frozen is told beside the form that its bank reads it', async () => {
  open({ kind: 'FIRST', earlierLoans: [], codeFrozenSince: '2026-11-10T09:00:00+08:00' });
  expect(await screen.findByText(/企业码自 2026-11-10 起冻结。冻结期间仍可提交申请/)).toBeInTheDocument();
  expect(screen.getByLabelText('申请金额（万元）')).toBeInTheDocument();
});

it('after a loan of another bank asks for one more, renews nothing and says why', async () => {
  open({ kind: 'ADDITIONAL', earlierLoans: [] });
  expect(await kind('新增贷款')).toBeChecked();
  expect(await kind('首贷')).toBeDisabled();
  expect(await kind('续贷')).toBeDisabled();
  expect(screen.getByText(/其中没有本银行的，不能选续贷/)).toBeInTheDocument();
});

it('offers the loans of this bank to whoever chooses to renew one', async () => {
  open({ kind: 'ADDITIONAL', earlierLoans: [earlier] });
  expect(await kind('新增贷款')).toBeChecked();
  expect(screen.queryByText('续哪一笔贷款')).not.toBeInTheDocument();
  await userEvent.click(await kind('续贷'));
  expect(await screen.findByText('续哪一笔贷款')).toBeInTheDocument();
  expect(screen.getByText('云税贷（RZ7）')).toBeInTheDocument();
  expect(screen.getByText(new RegExp(`^${KIND_HELP.RENEWAL}`))).toBeInTheDocument();
});

it('asks whoever has not borrowed on the platform for the first one, or for one more beside those from elsewhere', async () => {
  const sent = open({ kind: 'FIRST', earlierLoans: [] });
  expect(await kind('首贷')).toBeChecked();
  expect(await kind('续贷')).toBeDisabled();
  fireEvent.click(await kind('新增贷款'));
  await waitFor(() => expect(screen.getByText(/本企业已有过贷款/)).toBeInTheDocument());
  expect(sent.some(({ url }) => url.searchParams.get('product') === 'p1')).toBe(true);
});

it('who comes from a match finds what it estimates filled in, as one writes it', async () => {
  open(
    { kind: 'FIRST', earlierLoans: [] },
    {
      'GET /api/match/results/m1': json({
        id: 'm1',
        loans: [{ code: 'L01', outcome: 'ELIGIBLE', conditions: [], missing: [], estimate: { highWan: 80 } }],
      }),
    },
    '/loans/L01/apply?match=m1',
  );
  expect(await screen.findByLabelText('申请金额（万元）')).toHaveValue('80');
  expect(screen.getByText(/该产品最高.*已预填，可修改/)).toBeInTheDocument();
});

it.each([
  ['of another enterprise', problem(404, 'NOT_FOUND')],
  ['that went with its tax data', problem(410, 'TAX_AUTHORIZATION_ENDED')],
  ['whose id is none', problem(400, 'VALIDATION_FAILED')],
])('who comes from a match %s fills in the form without it, and is told', async (_, answer) => {
  const sent = open(
    { kind: 'FIRST', earlierLoans: [] },
    { 'GET /api/match/results/m1': answer },
    '/loans/L01/apply?match=m1',
  );
  expect(await screen.findByText('这份匹配结果已不存在')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '重新匹配' })).toBeInTheDocument();
  expect(screen.getByLabelText('申请金额（万元）')).toHaveValue('');
  expect(sent.filter(({ url }) => url.pathname === '/api/match/results/m1')).toHaveLength(1);
});

it('a match that cannot be read right now keeps nobody from the form, and is not said to be gone', async () => {
  const sent = open(
    { kind: 'FIRST', earlierLoans: [] },
    { 'GET /api/match/results/m1': problem(409, 'ELSEWHERE') },
    '/loans/L01/apply?match=m1',
  );
  expect(await screen.findByLabelText('申请金额（万元）')).toBeInTheDocument();
  // What shows how the product fits asks for it once more.
  await waitFor(() =>
    expect(sent.filter(({ url }) => url.pathname === '/api/match/results/m1')).toHaveLength(2),
  );
  expect(screen.getByLabelText('申请金额（万元）')).toBeInTheDocument();
  expect(screen.queryByText('这份匹配结果已不存在')).toBeNull();
});

const fact = { name: 'revenue', label: '营业收入' };
const matched = (conditions: unknown[]) => ({
  'GET /api/match/my/match/latest': json({
    id: 'm1',
    createdAt: '2026-11-20T10:00:00+08:00',
    loans: [{ code: 'L01', outcome: 'INELIGIBLE', conditions, missing: [fact] }],
  }),
});

it('says before sending what the enterprise does not meet, by how much, and what nobody knows, and lets it go on', async () => {
  open(
    { kind: 'FIRST', earlierLoans: [] },
    matched([
      { label: '成立年限', outcome: 'NOT_MET', certain: true, gapText: '还差 8 个月', missingFacts: [] },
      { label: '营业收入', outcome: 'UNKNOWN', certain: true, missingFacts: [fact] },
      { label: '注册地在巴南', outcome: 'MET', certain: true, missingFacts: [] },
    ]),
  );
  expect(await screen.findByText('有 1 项公布的条件未满足')).toBeInTheDocument();
  expect(screen.getByText('还差 8 个月')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '营业收入' })).toHaveAttribute(
    'href',
    '/center/profile/edit?fact=revenue',
  );
  expect(screen.queryByText('注册地在巴南')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: '下一步：检查并提交' })).toBeEnabled();
});

it('says nothing of conditions where all are met', async () => {
  open(
    { kind: 'FIRST', earlierLoans: [] },
    matched([{ label: '注册地在巴南', outcome: 'MET', certain: true, missingFacts: [] }]),
  );
  expect(await kind('首贷')).toBeChecked();
  expect(screen.queryByText(/公布的条件/)).not.toBeInTheDocument();
});

it('does not take a loan for the first one while the profile says that one is still owed', async () => {
  open(
    { kind: 'FIRST', earlierLoans: [] },
    {
      'GET /api/match/my/profile': json({
        groups: [{ name: '融资', facts: [{ name: 'totalBizLoan', kind: 'NUMBER', value: 300 }] }],
        taxAuthorization: { granted: false, covers: [] },
      }),
    },
  );
  expect(await kind('新增贷款')).toBeChecked();
  expect(screen.getByText(/经营性贷款余额为 300 万元，因此没有预选首贷/)).toBeInTheDocument();
  await userEvent.click(await kind('首贷'));
  expect(await screen.findByText(/其中有本企业贷款的，不是首贷/)).toBeInTheDocument();
});

const FIRST = { kind: 'FIRST', earlierLoans: [] };
const amount = () => screen.findByLabelText('申请金额（万元）');
const saves = (sent: ReturnType<typeof open>) =>
  sent.filter(({ method }) => method === 'PUT').map(({ body }) => body);

it('goes on with the draft that was begun elsewhere, and says when and by whom it was saved', async () => {
  open(FIRST, { [`GET ${DRAFT}`]: json(draft()) });
  expect(await amount()).toHaveValue('88');
  expect(screen.getByLabelText('姓名')).toHaveValue('李经理');
  expect(screen.getByLabelText('手机号')).toHaveValue('13812345678');
  expect(screen.getByRole('status')).toHaveTextContent('草稿已保存 2026-11-29 10:00（李经理）');
});

it("who goes on with a colleague's draft is its contact, by name and number, and is told", async () => {
  open(FIRST, {
    [`GET ${DRAFT}`]: json(draft({ useAccountPhone: true, contactPhone: undefined, purpose: '购置设备' })),
  });
  expect(await screen.findByText(/草稿由李经理保存.*联系人已改为您本人/)).toBeInTheDocument();
  expect(screen.getByLabelText('姓名')).toHaveValue(someone.name);
  await userEvent.click(screen.getByRole('button', { name: /下一步/ }));
  expect(await screen.findByText(`${someone.name}，账号手机号 ${someone.phone}`)).toBeInTheDocument();
});

it("who takes the own account's number in a colleague's draft is its contact by name as well", async () => {
  open(FIRST, { [`GET ${DRAFT}`]: json(draft({ purpose: '购置设备' })) });
  expect(await screen.findByLabelText('姓名')).toHaveValue('李经理');
  await userEvent.click(screen.getByRole('radio', { name: `使用账号手机号 ${someone.phone}` }));
  expect(screen.getByLabelText('姓名')).toHaveValue(someone.name);
  await userEvent.click(screen.getByRole('button', { name: /下一步/ }));
  expect(await screen.findByText(`${someone.name}，账号手机号 ${someone.phone}`)).toBeInTheDocument();
});

it('takes an amount whose digits an input method wrote in full width', async () => {
  open(FIRST, {});
  await userEvent.type(await amount(), '５０');
  await userEvent.tab();
  expect(await amount()).toHaveValue('50');
});

it("the browser's way back leads from the check to the form, as it was filled in", async () => {
  const { router } = open(FIRST, { [`GET ${DRAFT}`]: json(draft({ amountWan: '8', purpose: '购置设备' })) });
  await userEvent.type(await amount(), '0');
  await userEvent.click(screen.getByRole('button', { name: /下一步/ }));
  await screen.findByRole('button', { name: /提交申请/ });

  await act(async () => void router.navigate(-1));
  expect(await amount()).toHaveValue('80');
  expect(router.state.location.pathname).toBe('/loans/L01/apply');

  await act(async () => void router.navigate(1));
  await userEvent.click(await screen.findByRole('button', { name: '返回修改' }));
  await userEvent.type(await amount(), '{Backspace}');
  await act(async () => void router.navigate(1));
  expect(screen.queryByRole('button', { name: /提交申请/ })).toBeNull();
  expect(await amount()).toHaveValue('8');
  await waitFor(() => expect(router.state.location.search).toBe('?step=fill'));
});

it('whoever left the form and comes back by the way forward sees the form, as the address says, and loses nothing', async () => {
  const { router } = open(
    FIRST,
    { [`GET ${DRAFT}`]: json(draft({ amountWan: '8', purpose: '购置设备' })) },
    '/loans/L01/apply?step=check',
  );
  expect(await amount()).toHaveValue('8');
  await waitFor(() => expect(router.state.location.search).toBe('?step=fill'));
  await userEvent.click(screen.getByRole('button', { name: /下一步/ }));
  await screen.findByRole('button', { name: /提交申请/ });
  expect(router.state.location.search).toBe('?step=check');
});

it('saves what is typed at each pause, with the version that the save before gave', async () => {
  const sent = open(FIRST, { [`PUT ${DRAFT}`]: [json(draft({ version: 0 })), json(draft({ version: 1 }))] });
  await userEvent.type(await amount(), '88');
  expect(await screen.findByText(/草稿已保存/)).toBeInTheDocument();
  expect(saves(sent)).toEqual([
    expect.objectContaining({ amountWan: '88', productEdition: 1, useAccountPhone: true }),
  ]);
  expect(saves(sent)[0]).not.toHaveProperty('version');
  await userEvent.type(await amount(), '0');
  await waitFor(() => expect(saves(sent)).toHaveLength(2));
  expect(saves(sent)[1]).toMatchObject({ amountWan: '880', version: 0 });
  await waitFor(() => expect(localStorage).toHaveLength(0));
});

it('says that a colleague saved meanwhile, and goes on with theirs where that is wanted', async () => {
  open(FIRST, {
    [`GET ${DRAFT}`]: [json(draft()), json(draft({ amountWan: '120', version: 5 }))],
    [`PUT ${DRAFT}`]: problem(409, 'VERSION_CONFLICT'),
  });
  await userEvent.type(await amount(), '0');
  expect(await screen.findByText(/已在别处修改/)).toBeInTheDocument();
  expect(await amount()).toHaveValue('880');
  fireEvent.click(screen.getByRole('button', { name: '载入最新草稿' }));
  await waitFor(() => expect(screen.getByLabelText('申请金额（万元）')).toHaveValue('120'));
});

it('puts what is typed here in the place of theirs only when told so', async () => {
  const sent = open(FIRST, {
    [`GET ${DRAFT}`]: [json(draft()), json(draft({ amountWan: '120', version: 5 }))],
    [`PUT ${DRAFT}`]: [problem(409, 'VERSION_CONFLICT'), json(draft({ amountWan: '880', version: 6 }))],
  });
  await userEvent.type(await amount(), '0');
  fireEvent.click(await screen.findByRole('button', { name: '保存这里的填写' }));
  expect(await screen.findByText(/草稿已保存/)).toBeInTheDocument();
  expect(saves(sent).at(-1)).toMatchObject({ amountWan: '880', version: 5 });
});

it('keeps what a bad network does not let through, and saves it when there is one again', async () => {
  const sent = open(FIRST, {
    [`PUT ${DRAFT}`]: [new TypeError('Failed to fetch'), json(draft({ version: 0 }))],
  });
  await userEvent.type(await amount(), '88');
  expect(await screen.findByText(/草稿没有保存/)).toBeInTheDocument();
  expect(Object.values(localStorage).join()).toContain('88');
  act(() => void dispatchEvent(new Event('online')));
  expect(await screen.findByText(/草稿已保存/)).toBeInTheDocument();
  expect(saves(sent)).toHaveLength(2);
  await waitFor(() => expect(localStorage).toHaveLength(0));
});

it('gives the draft up after asking once more, and leaves the form', async () => {
  const sent = open(FIRST, {
    [`GET ${DRAFT}`]: json(draft()),
    [`DELETE ${DRAFT}`]: new Response(null, { status: 204 }),
  });
  fireEvent.click(await screen.findByRole('button', { name: '放弃草稿' }));
  fireEvent.click(await screen.findByRole('button', { name: '放弃草稿' }));
  await waitFor(() => expect(sent.router.state.location.pathname).toBe('/loans/L01'));
  expect(sent.find(({ method }) => method === 'DELETE')?.url.searchParams.get('version')).toBe('4');
});

it('says that the bank takes none for now before anything is filled in', async () => {
  open(FIRST, {
    'GET /api/finance/products/L01': json({
      id: 'p1',
      code: 'L01',
      edition: 1,
      title: '信用快贷',
      bankName: '建设银行',
      status: 'SUSPENDED',
      rateText: '3.45%',
      maxAmountWan: 300,
      termMonths: 36,
    }),
  });
  expect(await screen.findByText('该产品已暂停受理新申请')).toBeInTheDocument();
  expect(screen.queryByLabelText(/申请金额/)).not.toBeInTheDocument();
});
