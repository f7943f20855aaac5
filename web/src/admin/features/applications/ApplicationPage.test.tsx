import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Me } from '@/shared/api';
import { decisionDraft, draftKey } from '@/shared/api/drafts';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ApplicationPage from './ApplicationPage';

const officer: Me = {
  ...someone,
  userType: 'BANK',
  enterprise: undefined,
  permissions: ['self', 'finance.application.handle'],
};
const application = {
  id: 'a1',
  number: 'RZ1',
  enterpriseId: 'e1',
  enterpriseName: '重庆渝巴精密机械有限公司',
  productId: 'p1',
  productEdition: 1,
  productTitle: '信用快贷',
  bankName: '重庆银行',
  amount: 1_000_000,
  termMonths: 12,
  kind: 'FIRST',
  purpose: '购置设备',
  status: 'IN_REVIEW',
  channel: 'PC',
  submittedAt: '2026-11-20T10:00:00+08:00',
  disbursedAmount: 0,
  timeline: [],
  demo: false,
  version: 1,
  handling: { handlerId: someone.accountId, handlerName: '周客户' },
};
const entry = {
  name: application.enterpriseName,
  uscc: '91500113MAX5XQ4WX4',
  entityType: '企业',
  status: 'ACTIVE',
  legalRep: '陈志远',
  registeredCapital: 500,
  establishedOn: '2019-04-01',
  industryName: '锻件及粉末冶金制品制造',
  townName: '鱼洞街道',
  address: '重庆市巴南区鱼洞街道',
};

it('says of an enterprise whose code is frozen that it is, and since when', async () => {
  const frozen = { ...application, codeFrozenSince: '2026-11-10T09:00:00+08:00' };
  open(json(entry), { 'GET /api/finance/applications/a1': json(frozen) });
  expect(await screen.findByText('企业码已冻结')).toBeInTheDocument();
  expect(screen.getByText('自 2026-11-10 09:00 起冻结')).toBeInTheDocument();
});

function open(enterprise: Response, more: Record<string, Response> = {}) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(officer),
    'GET /api/finance/applications/a1': json(application),
    'GET /api/finance/applications/a1/enterprise': enterprise,
    'GET /api/finance/products/p1/editions/1': json({
      id: 'p1',
      repayments: [],
      current: true,
      edition: 1,
      verified: true,
      criteria: [{ text: '成立满两年', certain: true }],
    }),
    ...more,
  });
  renderAt(
    '/applications/a1',
    <AntdRoot>
      <SignedIn>
        <ApplicationPage />
      </SignedIn>
    </AntdRoot>,
    '/applications/:id',
  );
  return sent;
}

it.each([
  ['APPROVED', true],
  ['SETTLED', false],
])('of a grant that is %s it is told whether anything is left of it', async (status, left) => {
  const granted = {
    grantedAmount: 1_000_000,
    grantedRate: 3.85,
    grantedTermMonths: 12,
    validUntil: '2027-11-20',
    disbursedAmount: 700_000,
  };
  open(json(entry), { 'GET /api/finance/applications/a1': json({ ...application, ...granted, status }) });
  expect(await screen.findByText('已放款')).toBeVisible();
  expect(screen.queryAllByText('剩余额度')).toHaveLength(left ? 1 : 0);
});

it('the bank sees who applied, by the public register, and what it has not been given', async () => {
  open(json(entry));
  expect(await screen.findByText('陈志远')).toBeVisible();
  for (const text of ['500 万元', '2019-04-01', '锻件及粉末冶金制品制造', '鱼洞街道'])
    expect(screen.getByText(text)).toBeVisible();
  expect(
    screen.getByText((_, element) => element?.tagName === 'DD' && element.textContent === entry.uscc),
  ).toBeVisible();
  expect(screen.getByText('企业未授权')).toBeVisible();
  expect(screen.getByText('未随申请提供')).toBeVisible();
  expect(screen.getByRole('link', { name: '扫码核验' })).toHaveAttribute('href', '/scan');
});

it('a register that does not answer takes nothing else of the application away', async () => {
  open(problem(503, 'SERVICE_UNAVAILABLE', { detail: '登记信息暂时取不到' }));
  expect(await screen.findByText(/登记信息暂时取不到/)).toBeVisible();
  expect(screen.getByText('购置设备')).toBeVisible();
});

it.each([
  ['CONSENT_NOT_GIVEN', '企业未授权', /企业信息未提供给本机构/],
  ['CONSENT_WITHDRAWN', '企业已撤回授权', /企业信息不再提供给本机构/],
  ['CONSENT_EXPIRED', '企业的授权已到期', /企业信息不再提供给本机构/],
])('%s is told as %s, and nothing of the enterprise is shown', async (code, words, why) => {
  open(problem(403, code, { detail: words }));
  const told = (await screen.findByText(why)).closest<HTMLElement>('[role="status"]')!;
  expect(within(told).getByText(words)).toBeVisible();
  expect(screen.queryByText('法定代表人')).not.toBeInTheDocument();
  expect(screen.getByText('购置设备')).toBeVisible();
});

it.each([
  ['此前已有贷款，按新增贷款批准', true],
  ['经核实，此前未在任何机构获得贷款，按首贷批准', false],
])(
  'what was asked for as the first loan is granted only after the bank said: %s',
  async (choice, borrowedBefore) => {
    document.cookie = 'XSRF-TOKEN=t';
    const sent = open(json(entry), {
      'POST /api/finance/applications/a1/approve': json({ ...application, status: 'APPROVED', version: 2 }),
    });
    const posts = () => sent.filter((one) => one.method === 'POST');
    await userEvent.click(await screen.findByRole('button', { name: '批准授信' }));
    const drawer = within(await screen.findByRole('dialog', { name: '批准授信' }));
    await userEvent.type(drawer.getByLabelText('年利率'), '3.85');
    await userEvent.click(drawer.getByRole('button', { name: '确认批准' }));
    expect((await drawer.findAllByText('请选择核实结果')).length).toBeGreaterThan(0);
    expect(posts()).toEqual([]);
    await userEvent.click(drawer.getByRole('radio', { name: choice }));
    await userEvent.click(drawer.getByRole('button', { name: '确认批准' }));
    await waitFor(() =>
      expect(posts().map((one) => one.body)).toMatchObject([{ version: 1, borrowedBefore }]),
    );
  },
);

it('a day typed before today stands as it was typed, with the reason under it', async () => {
  const sent = open(json(entry), {
    'GET /api/finance/applications/a1': json({ ...application, kind: 'ADDITIONAL' }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '批准授信' }));
  const drawer = within(await screen.findByRole('dialog', { name: '批准授信' }));
  const until = drawer.getByLabelText('授信有效期至');
  await userEvent.click(until);
  await userEvent.clear(until);
  await userEvent.type(until, '2020-01-01');
  await userEvent.click(drawer.getByLabelText('年利率'));
  await userEvent.click(drawer.getByRole('button', { name: '确认批准' }));
  expect((await drawer.findAllByText('有效期不能早于今天')).length).toBeGreaterThan(0);
  expect(until).toHaveValue('2020-01-01');
  expect(sent.filter((one) => one.method === 'POST')).toEqual([]);
});

it('a rate below the lowest that the product published is asked about, and can be meant', async () => {
  document.cookie = 'XSRF-TOKEN=t';
  const sent = open(json(entry), {
    'GET /api/finance/applications/a1': json({ ...application, kind: 'ADDITIONAL' }),
    'GET /api/finance/products/p1/editions/1': json({
      id: 'p1',
      repayments: [],
      criteria: [],
      minRate: 3.5,
      maxRate: 9,
    }),
    'POST /api/finance/applications/a1/approve': json({ ...application, status: 'APPROVED', version: 2 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '批准授信' }));
  const drawer = within(await screen.findByRole('dialog', { name: '批准授信' }));
  await userEvent.type(drawer.getByLabelText('年利率'), '0.0385');
  expect(await drawer.findByRole('alert')).toHaveTextContent(
    '年利率 0.0385% 低于该产品公布的最低年利率 3.5%，请核对。',
  );
  await userEvent.click(drawer.getByRole('button', { name: '确认批准' }));
  await waitFor(() =>
    expect(sent.filter((one) => one.method === 'POST').map((one) => one.body)).toMatchObject([
      { annualRate: 0.0385 },
    ]),
  );
});

it('what is less than the offer that the enterprise chose is granted with a reason alone', async () => {
  document.cookie = 'XSRF-TOKEN=t';
  const sent = open(json(entry), {
    'GET /api/finance/applications/a1': json({ ...application, kind: 'ADDITIONAL', offeredRate: 3.65 }),
    'POST /api/finance/applications/a1/approve': json({ ...application, status: 'APPROVED', version: 2 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '批准授信' }));
  const drawer = within(await screen.findByRole('dialog', { name: '批准授信' }));
  expect(drawer.queryByLabelText('未按报价批准的原因')).not.toBeInTheDocument();
  await userEvent.clear(drawer.getByLabelText('年利率'));
  await userEvent.type(drawer.getByLabelText('年利率'), '3.85');
  await userEvent.type(await drawer.findByLabelText('未按报价批准的原因'), '新增对外担保');
  await userEvent.click(drawer.getByRole('button', { name: '确认批准' }));
  await waitFor(() =>
    expect(sent.filter((one) => one.method === 'POST').map((one) => one.body)).toMatchObject([
      { annualRate: 3.85, belowOffer: '新增对外担保' },
    ]),
  );
});

it('of one more loan nothing is asked about the first', async () => {
  open(json(entry), {
    'GET /api/finance/applications/a1': json({ ...application, kind: 'ADDITIONAL' }),
  });
  expect(await screen.findByText('新增贷款')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '批准授信' }));
  const drawer = within(await screen.findByRole('dialog', { name: '批准授信' }));
  expect(drawer.queryByRole('radio')).not.toBeInTheDocument();
});

it('an application is taken up only after it was said whose it is and for how much', async () => {
  document.cookie = 'XSRF-TOKEN=t';
  const sent = open(json(entry), {
    'GET /api/finance/applications/a1': json({ ...application, status: 'SUBMITTED' }),
    'POST /api/finance/applications/a1/accept': json({ ...application, version: 2 }),
  });
  const posts = () => sent.filter((one) => one.method === 'POST');
  await userEvent.click(await screen.findByRole('button', { name: '受理申请' }));
  const dialog = within(await screen.findByRole('dialog', { name: '受理这件融资申请？' }));
  expect(dialog.getByText(/^重庆渝巴精密机械有限公司申请“信用快贷”100 万元/)).toBeInTheDocument();
  expect(posts()).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: '确认受理' }));
  await waitFor(() => expect(posts().map((one) => one.body)).toEqual([{ version: 1 }]));
});

it('of a renewal the loan that it renews is named, with the way to it', async () => {
  open(json(entry), {
    'GET /api/finance/applications/a1': json({ ...application, kind: 'RENEWAL', renewsApplicationId: 'a0' }),
    'GET /api/finance/applications/a0': json({
      ...application,
      id: 'a0',
      number: 'RZ0',
      productTitle: '云税贷',
    }),
  });
  expect(await screen.findByRole('link', { name: '云税贷（RZ0）' })).toHaveAttribute(
    'href',
    '/applications/a0',
  );
});

it('a decision that came too late leaves the words of the other decision', async () => {
  document.cookie = 'XSRF-TOKEN=t';
  const words = draftKey(officer.accountId, decisionDraft('a1', '要求补充材料'));
  localStorage.setItem(words, JSON.stringify({ reason: '请补充近三个月流水' }));
  open(json(entry), {
    'GET /api/finance/refusal-reasons': json([{ code: 'DEBT', label: '负债过高' }]),
    'POST /api/finance/applications/a1/refuse': problem(409, 'VERSION_CONFLICT', { detail: '已被修改' }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '不通过' }));
  const drawer = within(await screen.findByRole('dialog', { name: '审批不通过' }));
  await userEvent.click(drawer.getByRole('combobox', { name: '不通过原因' }));
  await userEvent.click(await screen.findByTitle('负债过高'));
  await userEvent.type(drawer.getByLabelText('具体说明'), '资产负债率超过九成');
  await userEvent.click(drawer.getByRole('button', { name: '确认不通过' }));
  expect(await screen.findAllByText('这件事项已有处理结果')).not.toEqual([]);
  await waitFor(() => expect(screen.queryByLabelText('具体说明')).not.toBeInTheDocument());
  expect(localStorage.getItem(words)).toContain('请补充近三个月流水');
});

it('what the enterprise handed in is there to be opened, with what it answers; without any there is no panel', async () => {
  const file = {
    id: 'f1',
    name: '近六个月流水.pdf',
    contentType: 'application/pdf',
    size: 20_480,
    uploadedAt: '2026-11-22T09:00:00+08:00',
  };
  const step = (day: string, kind: string, more: object) => ({
    at: `2026-11-${day}T10:00:00+08:00`,
    kind,
    label: kind,
    ...more,
  });
  open(json(entry), {
    'GET /api/finance/applications/a1': json({
      ...application,
      timeline: [
        step('21', 'MATERIAL_ASKED', { note: '近六个月银行流水' }),
        step('22', 'MATERIAL_SUPPLIED', { files: [file] }),
      ],
    }),
  });
  const panel = (await screen.findByRole('heading', { name: /企业提交的文件/ })).closest('section')!;
  expect(within(panel).getByRole('link', { name: '近六个月流水.pdf' })).toHaveAttribute(
    'href',
    '/api/finance/application-files/f1',
  );
  expect(panel).toHaveTextContent('答复银行的要求：近六个月银行流水');
  cleanup();

  open(json(entry));
  expect(await screen.findByText('购置设备')).toBeInTheDocument();
  expect(screen.queryByText('企业提交的文件')).toBeNull();
});

it('a payment that may be one that is recorded is asked about, and stays in the form until it is said to be another', async () => {
  const granted = {
    ...application,
    status: 'APPROVED',
    grantedAmount: 1_000_000,
    grantedRate: 3.85,
    validUntil: '2099-01-31',
    decidedAt: '2026-11-20T10:00:00+08:00',
  };
  const sent = open(json(entry), {
    'GET /api/finance/applications/a1': json(granted),
    'POST /api/finance/applications/a1/disbursements': problem(409, 'DISBURSEMENT_ALIKE', {
      detail: '已登记过一笔日期和金额相同的放款（2026-11-21，10 万元，未填流水号）',
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '登记放款' }));
  await userEvent.type(await screen.findByLabelText(/放款金额/), '100000');
  await userEvent.click(screen.getByRole('button', { name: '登记' }));
  expect(await screen.findByText(/2026-11-21，10 万元，未填流水号/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '返回核对' }));
  expect(screen.getByLabelText(/放款金额/)).toHaveValue('100,000');
  await userEvent.click(screen.getByRole('button', { name: '登记' }));
  await userEvent.click(await screen.findByRole('button', { name: '是另一笔，继续登记' }));
  const posts = () => sent.filter((one) => one.url.pathname.endsWith('/disbursements'));
  await waitFor(() => expect(posts()).toHaveLength(3));
  expect(posts().map((one) => (one.body as { another: boolean }).another)).toEqual([false, false, true]);
});
