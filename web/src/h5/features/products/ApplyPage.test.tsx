import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { draftKey } from '@/shared/api/drafts';
import { KIND_HELP } from '@/shared/loans';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import ApplyPage from './ApplyPage';

const DRAFT = '/api/finance/my/loan-drafts/p1';
const product = {
  id: 'p1',
  code: 'L01',
  edition: 1,
  title: '信用快贷',
  bankName: '建设银行',
  maxAmountWan: 300,
  termMonths: 36,
};
const answers = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json(someone),
  'GET /api/finance/products/L01': json(product),
  'GET /api/user/reference/dictionary': json([
    { code: 'LOAN_PURPOSE.2_EQUIPMENT', name: '购置设备' },
    { code: 'LOAN_PURPOSE.5_BUILDINGS', name: '厂房建设与装修' },
    { code: 'LOAN_PURPOSE.9_OTHER', name: '其他' },
  ]),
  'GET /api/match/my/match/latest': json({
    id: 'm1',
    createdAt: '2026-11-20T10:00:00+08:00',
    loans: [
      {
        code: 'L01',
        conditions: [
          { label: '成立年限', outcome: 'NOT_MET', certain: true, gapText: '还差 8 个月', missingFacts: [] },
        ],
      },
    ],
  }),
  'GET /api/match/my/match/changes': json({ profile: false, library: false }),
  'GET /api/match/my/profile': json({ groups: [], taxAuthorization: { granted: false, covers: [] } }),
  'POST /api/finance/my/applications': problem(409, 'APPLICATION_ALREADY_OPEN'),
  'GET /api/finance/my/application-kind': json({ kind: 'FIRST', earlierLoans: [] }),
  [`GET ${DRAFT}`]: new Response(null, { status: 204 }),
};
const open = (
  kind: unknown = { kind: 'FIRST', earlierLoans: [] },
  more: Parameters<typeof answerWith>[0] = {},
  at = '/loans/L01/apply',
) => {
  const sent = answerWith({ ...answers, 'GET /api/finance/my/application-kind': json(kind), ...more });
  const view = renderAt(
    at,
    <MobileRoot>
      <SignedIn>
        <ApplyPage />
      </SignedIn>
    </MobileRoot>,
    '/loans/:id/apply?',
  );
  return { ...view, sent };
};

beforeEach(() => localStorage.clear());

it('an enterprise whose code is frozen is told beside the form that its bank reads it', async () => {
  open({ kind: 'FIRST', earlierLoans: [], codeFrozenSince: '2026-11-10T09:00:00+08:00' });
  expect(await screen.findByText(/企业码自 2026-11-10 起冻结。冻结期间仍可提交申请/)).toBeInTheDocument();
  expect(screen.getByLabelText('申请金额（万元）')).toBeInTheDocument();
});

it('what was typed is not left without a question, and is there again afterwards', async () => {
  const { router, unmount } = open();
  await userEvent.type(await screen.findByLabelText('申请金额（万元）'), '88');
  await waitFor(() => expect(Object.values(localStorage).join()).toContain('88'));
  await act(async () => void router.navigate('/loans/L01'));
  await screen.findByText('离开此页面？');
  fireEvent.click(screen.getByRole('button', { name: '离开' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/loans/L01'));
  unmount();
  open();
  expect(await screen.findByLabelText('申请金额（万元）')).toHaveValue('88');
  expect(screen.getByText('已恢复上次未提交的填写。')).toBeInTheDocument();
});

it('an incomplete application says how much is to be put right, and leads to each field', async () => {
  open();
  await userEvent.type(await screen.findByLabelText('姓名'), ' ');
  fireEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
  const summary = (await screen.findByText('有 3 处需要修改')).parentElement;
  await waitFor(() => expect(summary).toHaveFocus());
  fireEvent.click(screen.getByRole('button', { name: '请填写申请金额' }));
  await waitFor(() => expect(screen.getByLabelText('申请金额（万元）')).toHaveFocus());
  fireEvent.click(screen.getByRole('button', { name: '请选择期限' }));
  await waitFor(() => expect(screen.getByRole('radio', { name: '3 个月' })).toHaveFocus());
  const terms = within(screen.getByRole('radiogroup', { name: '期限' }));
  fireEvent.click(terms.getByRole('radio', { name: '3 个月' }));
  expect(await screen.findByText('有 2 处需要修改')).toBeInTheDocument();
});

it('says before anything is filled in that an application for the product is open, with the way to it', async () => {
  const { sent } = open({
    kind: 'FIRST',
    earlierLoans: [],
    openApplication: { applicationId: 'a9', number: 'RZ202611270001' },
  });
  expect(await screen.findByText('该产品已有一笔申请正在办理（RZ202611270001）')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看这笔申请' })).toHaveAttribute('href', '/my/applications/a9');
  expect(screen.queryByLabelText('申请金额（万元）')).toBeNull();
  expect(sent.some(({ url }) => url.searchParams.get('product') === 'p1')).toBe(true);
});

it('asks for the kind of loan and explains the one that is chosen', async () => {
  open();
  expect(await screen.findByRole('radio', { name: '首贷' })).toBeChecked();
  expect(
    screen.getByText(`${KIND_HELP.FIRST}本企业在平台还没有获批的贷款，不能选续贷。`),
  ).toBeInTheDocument();
  // Nothing has been granted that could be renewed; elsewhere there may have been something.
  expect(screen.getByRole('radio', { name: '续贷' })).toBeDisabled();
  fireEvent.click(screen.getByRole('radio', { name: '新增贷款' }));
  expect(
    await screen.findByText(`${KIND_HELP.ADDITIONAL}本企业在平台还没有获批的贷款，不能选续贷。`),
  ).toBeInTheDocument();
});

it('after a loan of another bank it is one more, and there is nothing to renew', async () => {
  const { sent } = open({ kind: 'ADDITIONAL', earlierLoans: [] });
  expect(await screen.findByRole('radio', { name: '新增贷款' })).toBeChecked();
  expect(screen.getByRole('radio', { name: '首贷' })).toBeDisabled();
  expect(screen.getByRole('radio', { name: '续贷' })).toBeDisabled();
  expect(
    screen.getByText(
      `${KIND_HELP.ADDITIONAL}本企业在平台已有获批的贷款，不能选首贷；其中没有本银行的，不能选续贷。`,
    ),
  ).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('申请金额（万元）'), '88');
  fireEvent.click(screen.getByRole('radio', { name: '1 年' }));
  fireEvent.click(screen.getByRole('radio', { name: '购置设备' }));
  fireEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
  expect(await screen.findByRole('heading', { name: '请核对' })).toBeInTheDocument();
  expect(screen.getByText('新增贷款')).toBeInTheDocument();
  expect(screen.queryByText('续借的贷款')).not.toBeInTheDocument();
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByRole('button', { name: '提交申请' }));
  await waitFor(() =>
    expect(sent.find((one) => one.method === 'POST')?.body).toMatchObject({ kind: 'ADDITIONAL' }),
  );
  expect(sent.find((one) => one.method === 'POST')?.body).not.toHaveProperty('renewsApplicationId');
});

it('after a loan of this bank it is no first one, whatever an older draft says; a renewal is that of the loan, which the check names', async () => {
  localStorage.setItem(
    draftKey(someone.accountId, `m.loan.${someone.enterprise?.id}.L01`),
    JSON.stringify({ kind: 'FIRST', contactName: '旧稿' }),
  );
  open({
    kind: 'ADDITIONAL',
    earlierLoans: [{ applicationId: 'a1', number: 'RZ7', productTitle: '云税贷' }],
  });
  expect(await screen.findByDisplayValue('旧稿')).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: '新增贷款' })).toBeChecked();
  expect(screen.getByRole('radio', { name: '首贷' })).toBeDisabled();
  fireEvent.click(screen.getByRole('radio', { name: '续贷' }));
  expect(await screen.findByRole('radio', { name: '云税贷（RZ7）' })).toBeChecked();
  await userEvent.type(screen.getByLabelText('申请金额（万元）'), '88');
  fireEvent.click(screen.getByRole('radio', { name: '3 个月' }));
  fireEvent.click(screen.getByRole('radio', { name: '购置设备' }));
  fireEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
  expect(await screen.findByText('续借的贷款')).toBeInTheDocument();
  expect(screen.getByText('云税贷（RZ7）')).toBeInTheDocument();
});

it('hands in the number of the account, or the one that is typed instead', async () => {
  const sent = open().sent;
  await userEvent.type(await screen.findByLabelText('申请金额（万元）'), '88');
  fireEvent.click(screen.getByRole('radio', { name: '1 年' }));
  fireEvent.click(screen.getByRole('radio', { name: '购置设备' }));
  expect(screen.getByRole('radio', { name: '使用账号手机号 199****0029' })).toBeChecked();
  expect(screen.queryByLabelText('手机号')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
  expect(await screen.findByText('陈志远，账号手机号 199****0029')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByRole('button', { name: '提交申请' }));
  await waitFor(() =>
    expect(sent.find((one) => one.method === 'POST')?.body).toMatchObject({
      amount: 880_000,
      purpose: '购置设备',
      useAccountPhone: true,
    }),
  );
  fireEvent.click(screen.getByRole('button', { name: '返回修改' }));
  fireEvent.click(await screen.findByRole('radio', { name: '换一个号码' }));
  expect(await screen.findByLabelText('手机号')).toBeInTheDocument();
});

it("the browser's way back leads from the check to the form, as it was filled in", async () => {
  const { router } = open();
  await userEvent.type(await screen.findByLabelText('申请金额（万元）'), '88');
  fireEvent.click(screen.getByRole('radio', { name: '1 年' }));
  fireEvent.click(screen.getByRole('radio', { name: '购置设备' }));
  fireEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
  await screen.findByRole('button', { name: '提交申请' });

  await act(async () => void router.navigate(-1));
  expect(await screen.findByLabelText('申请金额（万元）')).toHaveValue('88');
  expect(screen.getByRole('radio', { name: '1 年' })).toBeChecked();
  expect(router.state.location.pathname).toBe('/loans/L01/apply');

  await act(async () => void router.navigate(1));
  await screen.findByRole('button', { name: '提交申请' });
  fireEvent.click(screen.getByRole('button', { name: '返回修改' }));
  await userEvent.type(await screen.findByLabelText('申请金额（万元）'), '0');
  await act(async () => void router.navigate(1));
  expect(screen.queryByRole('button', { name: '提交申请' })).toBeNull();
  expect(screen.getByLabelText('申请金额（万元）')).toHaveValue('880');
  await waitFor(() => expect(router.state.location.search).toBe('?step=fill'));
});

it('whoever left the form and comes back by the way forward sees the form, as the address says, and loses nothing', async () => {
  const { router } = open(undefined, { [`GET ${DRAFT}`]: json(draft()) }, '/loans/L01/apply?step=check');
  expect(await screen.findByLabelText('申请金额（万元）')).toHaveValue('88');
  await waitFor(() => expect(router.state.location.search).toBe('?step=fill'));
});

it('what was handed in has a last step with its number, what comes next and the way to it', async () => {
  open(undefined, {
    'POST /api/finance/my/applications': json({
      id: 'n1',
      number: 'RZ20261130000001',
      bankName: '建设银行',
      submittedAt: '2026-11-30T09:00:00+08:00',
    }),
  });
  await userEvent.type(await screen.findByLabelText('申请金额（万元）'), '88');
  fireEvent.click(screen.getByRole('radio', { name: '1 年' }));
  fireEvent.click(screen.getByRole('radio', { name: '购置设备' }));
  fireEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
  fireEvent.click(await screen.findByRole('checkbox'));
  fireEvent.click(screen.getByRole('button', { name: '提交申请' }));
  expect(await screen.findByRole('heading', { name: '申请已提交' })).toHaveFocus();
  expect(screen.getByText(/第 3 步，共 3 步/)).toBeInTheDocument();
  expect(screen.getByText('RZ20261130000001')).toBeInTheDocument();
  expect(screen.getByText('银行受理后开始审批，您会收到消息。')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看进度' })).toHaveAttribute('href', '/my/applications/n1');
});

it('a draft from before the purpose became a list shows its words and asks for a choice', async () => {
  const key = `zq.draft.${someone.accountId}.m.loan.${someone.enterprise!.id}.L01`;
  const kept = () =>
    (JSON.parse(localStorage.getItem(key) ?? '{}') as { values?: { purpose?: string } }).values;
  localStorage.setItem(key, JSON.stringify({ amountWan: '88', termMonths: '12', purpose: '扩建二期厂房' }));
  open();
  expect(await screen.findByText(/您上次填写的用途：“扩建二期厂房”/)).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('申请金额（万元）'), '0');
  await waitFor(() => expect(kept()).toMatchObject({ amountWan: '880', purpose: '扩建二期厂房' }));
  fireEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
  expect(await screen.findByRole('button', { name: '请选择贷款用途' })).toBeInTheDocument();
  fireEvent.click(screen.getByRole('radio', { name: '厂房建设与装修' }));
  await waitFor(() => expect(screen.queryByText(/您上次填写的用途/)).toBeNull());
  await waitFor(() => expect(kept()?.purpose).toBe('厂房建设与装修'));
});

it('a loan that is granted while the form is filled in rules the first one out, and the page says nothing else', async () => {
  localStorage.setItem(
    draftKey(someone.accountId, `m.loan.${someone.enterprise?.id}.L01`),
    JSON.stringify({ amountWan: '88', termMonths: '12', purpose: '购置设备', kind: 'FIRST' }),
  );
  const earlier = { applicationId: 'a1', number: 'RZ7', productTitle: '云税贷' };
  const sent = answerWith({
    ...answers,
    'GET /api/finance/my/application-kind': [
      json({ kind: 'FIRST', earlierLoans: [] }),
      json({ kind: 'ADDITIONAL', earlierLoans: [earlier] }),
    ],
    'POST /api/finance/my/applications': problem(422, 'NOT_A_FIRST_LOAN', {
      detail: '企业在平台已有获批贷款，不能再以首贷申请',
    }),
  });
  renderAt(
    '/loans/L01/apply',
    <MobileRoot>
      <SignedIn>
        <ApplyPage />
      </SignedIn>
    </MobileRoot>,
    '/loans/:id/apply?',
  );
  const handIn = async () => {
    fireEvent.click(await screen.findByRole('button', { name: '下一步：检查并提交' }));
    const agree = await screen.findByRole('checkbox');
    if (!(agree as HTMLInputElement).checked) fireEvent.click(agree);
    fireEvent.click(screen.getByRole('button', { name: '提交申请' }));
  };
  await handIn();

  expect(await screen.findByText('企业在平台已有获批贷款，不能再以首贷申请')).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('radio', { name: '续贷' })).toBeEnabled());
  expect(screen.queryByText(/还没有获批的贷款/)).toBeNull();
  expect(screen.getByText(`${KIND_HELP.FIRST}本企业在平台已有获批的贷款，不能选首贷。`)).toBeInTheDocument();

  fireEvent.click(screen.getByRole('radio', { name: '续贷' }));
  fireEvent.click(await screen.findByRole('radio', { name: '云税贷（RZ7）' }));
  await handIn();
  await waitFor(() =>
    expect(sent.filter((one) => one.method === 'POST').at(-1)?.body).toMatchObject({
      kind: 'RENEWAL',
      renewsApplicationId: 'a1',
    }),
  );
});

it('says first which published condition the enterprise does not meet', async () => {
  open();
  expect(await screen.findByText('有 1 项公布的条件未满足')).toBeInTheDocument();
  expect(screen.getByText('还差 8 个月')).toBeInTheDocument();
});

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

it('goes on with what was begun on the portal, and says what has become of the product', async () => {
  open(undefined, { [`GET ${DRAFT}`]: json(draft({ productChanged: true, productSuspended: true })) });
  expect(await screen.findByLabelText('申请金额（万元）')).toHaveValue('88');
  expect(screen.getByRole('radio', { name: '1 年' })).toBeChecked();
  expect(screen.getByRole('radio', { name: '换一个号码' })).toBeChecked();
  expect(await screen.findByLabelText('手机号')).toHaveValue('13812345678');
  expect(screen.getByRole('status')).toHaveTextContent('草稿已保存 2026-11-29 10:00（李经理）');
  expect(screen.getByText(/该产品的内容在草稿保存后有更新/)).toBeInTheDocument();
  expect(screen.getByText(/该产品已暂停受理新申请/)).toBeInTheDocument();
});

it('what is saved on the platform is left without a question', async () => {
  const { router, sent } = open(undefined, { [`PUT ${DRAFT}`]: json(draft({ version: 0 })) });
  await userEvent.type(await screen.findByLabelText('申请金额（万元）'), '88');
  expect(await screen.findByText(/草稿已保存/)).toBeInTheDocument();
  expect(sent.find(({ method }) => method === 'PUT')?.body).toMatchObject({ amountWan: '88', kind: 'FIRST' });
  await act(async () => void router.navigate('/loans/L01'));
  await waitFor(() => expect(router.state.location.pathname).toBe('/loans/L01'));
});

it('what a bad network did not let through is sent when the form is opened again', async () => {
  localStorage.setItem(
    draftKey(someone.accountId, `m.loan.${someone.enterprise?.id}.L01`),
    JSON.stringify({ base: 4, values: { amountWan: '90' } }),
  );
  const { sent } = open(undefined, {
    [`GET ${DRAFT}`]: json(draft()),
    [`PUT ${DRAFT}`]: json(draft({ amountWan: '90', version: 5 })),
  });
  expect(await screen.findByLabelText('申请金额（万元）')).toHaveValue('90');
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'PUT')?.body).toMatchObject({ amountWan: '90', version: 4 }),
  );
  await waitFor(() => expect(localStorage).toHaveLength(0));
});

it('a draft that a colleague has handed in meanwhile is not brought back unasked, and it is said where it is now', async () => {
  const { sent } = open(undefined, {
    [`GET ${DRAFT}`]: json(draft()),
    [`PUT ${DRAFT}`]: problem(409, 'LOAN_DRAFT_GONE'),
    'GET /api/finance/my/application-kind': [
      json({ kind: 'FIRST', earlierLoans: [] }),
      json({
        kind: 'FIRST',
        earlierLoans: [],
        openApplication: { applicationId: 'a9', number: 'RZ20261201000372' },
      }),
    ],
  });
  await userEvent.type(await screen.findByLabelText('申请金额（万元）'), '0');
  expect(await screen.findByText(/已在别处提交或放弃.*RZ20261201000372/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看这笔申请' })).toHaveAttribute('href', '/my/applications/a9');
  await userEvent.type(screen.getByLabelText('姓名'), '二');
  expect(sent.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

it('says that the bank takes none for now before anything is filled in', async () => {
  open(undefined, { 'GET /api/finance/products/L01': json({ ...product, status: 'SUSPENDED' }) });
  expect(await screen.findByText('该产品已暂停受理新申请')).toBeInTheDocument();
  expect(screen.queryByLabelText(/申请金额/)).not.toBeInTheDocument();
});
