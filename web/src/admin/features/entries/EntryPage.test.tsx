import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { ProductContent, ProductEntry } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { EMPTY } from './content';
import EntryPage from './EntryPage';
import NewEntryPage from './NewEntryPage';

const PATH = '/api/finance/manage/product-entries';

const content: ProductContent = {
  ...EMPTY,
  title: '巴南快贷',
  productTypes: ['信用贷款'],
  guarantees: ['信用'],
  minAmountWan: 5,
  maxAmountWan: 300,
  minRate: 3.45,
  maxRate: 4.35,
  minTermMonths: 3,
  maxTermMonths: 36,
  repayments: ['EQUAL_INSTALLMENT'],
  audience: '区内小微企业',
  purposes: ['流动资金周转'],
  criteria: { type: 'comparison', fact: 'taxYears', op: '>=', value: 2, unit: '年' },
  materials: ['营业执照'],
  contacts: [{ branch: '巴南支行', phone: '023-66211234' }],
  summary: '凭纳税记录申请的信用贷款。',
};

const entry: ProductEntry = {
  id: 'e1',
  bankId: 'b1',
  bankName: '测试银行',
  title: '巴南快贷',
  status: 'SUBMITTED',
  enteredBy: '李经理',
  changedAt: '2026-11-27T10:00:00+08:00',
  submittedAt: '2026-11-27T10:00:00+08:00',
  version: 1,
  content,
};

const facts = [
  {
    name: 'taxYears',
    label: '连续纳税年数',
    group: '税务',
    unit: '年',
    kind: 'INTEGER',
    choices: [],
    aliases: [],
    derived: false,
    operators: ['>=', 'between'],
  },
];

const told = {
  faults: [],
  conditions: [
    { label: '连续纳税年数', outcome: 'UNKNOWN', required: '≥ 2 年', certain: true, missingFacts: [] },
  ],
  outcomes: [],
};

/** What the editor of conditions asks for. */
const asked = () => ({
  [`GET ${PATH}/facts`]: json(facts),
  [`POST ${PATH}/conditions/preview`]: json(told),
  'GET /api/match/self-checks/policies': json({ choices: [] }),
});

const facets = {
  items: [],
  total: 0,
  page: 1,
  size: 1,
  facets: { productTypes: [], guarantees: [], banks: [] },
};

function open(who: string, found: ProductEntry, answers: Record<string, Response | Response[]> = {}) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', who] }),
    [`GET ${PATH}/e1`]: json(found),
    ...asked(),
    'GET /api/finance/products': json(facets),
    'GET /api/user/reference/dictionary': json([]),
    ...answers,
  });
  renderAt(
    '/product-entries/e1',
    <AntdRoot>
      <SignedIn>
        <EntryPage />
      </SignedIn>
    </AntdRoot>,
    '/product-entries/:id',
  );
  return sent;
}

it('the finance office sees what is another than in force and publishes it as it saw it', async () => {
  const sent = open(
    'finance.product.review',
    { ...entry, productId: 'p1', inForce: { ...content, maxAmountWan: 200 } },
    { [`POST ${PATH}/e1/approve`]: json({ ...entry, status: 'APPROVED', edition: 2, version: 2 }) },
  );

  expect(await screen.findByText(/现行：5\s万元 至 200\s万元/)).toBeInTheDocument();
  expect(screen.getAllByText('有变更')).toHaveLength(1);
  expect(screen.getByText('连续纳税年数 不低于 2 年')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '审核通过' }));
  await userEvent.click(await screen.findByRole('button', { name: '通过并发布' }));

  expect(await screen.findByText('已审核通过并发布')).toBeInTheDocument();
  expect(sent.find((one) => one.url.pathname.endsWith('/approve'))!.body).toEqual({ version: 1 });
});

it('a bank reads why it was sent back, mends it and hands it in again', async () => {
  const sent = open(
    'finance.product.own',
    { ...entry, status: 'RETURNED', returnReason: '请写明联系网点', version: 2 },
    {
      [`PUT ${PATH}/e1`]: json({ ...entry, status: 'DRAFT', returnReason: '请写明联系网点', version: 3 }),
      [`POST ${PATH}/e1/submit`]: json({ ...entry, version: 4 }),
    },
  );

  expect(await screen.findByText('请写明联系网点')).toBeInTheDocument();
  const title = await screen.findByLabelText('产品名称');
  await userEvent.clear(title);
  await userEvent.type(title, '巴南快贷二');
  await userEvent.click(screen.getByRole('button', { name: '提交审核' }));

  expect(await screen.findByText('已提交审核')).toBeInTheDocument();
  const put = sent.find((one) => one.method === 'PUT')!.body as { version: number; content: ProductContent };
  expect(put.version).toBe(2);
  expect(put.content).toMatchObject({ title: '巴南快贷二', criteria: content.criteria });
  expect(sent.find((one) => one.url.pathname.endsWith('/submit'))!.body).toEqual({ version: 3 });
});

it('conditions are written with the editor of policies, and told in the words of a match', async () => {
  const sent = open(
    'finance.product.own',
    { ...entry, status: 'DRAFT' },
    { [`PUT ${PATH}/e1`]: json({ ...entry, status: 'DRAFT', version: 2 }) },
  );

  await userEvent.click(await screen.findByRole('button', { name: '连续纳税年数 不低于 2 年' }));
  const figure = await screen.findByLabelText('值（年）');
  await userEvent.clear(figure);
  await userEvent.type(figure, '3');
  await userEvent.click(screen.getByRole('button', { name: '保存草稿' }));

  await waitFor(() => expect(sent.some((one) => one.method === 'PUT')).toBe(true));
  const put = sent.find((one) => one.method === 'PUT')!.body as { content: ProductContent };
  expect(put.content.criteria).toEqual({ ...content.criteria, value: 3 });
  const preview = screen.getByRole('region', { name: '条件预览' });
  await waitFor(() => expect(preview).toHaveTextContent('要求：不低于 2 年'));
  const previewed = sent.filter((one) => one.url.pathname.endsWith('/preview'));
  expect(previewed[0]!.body).toEqual({ criteria: content.criteria });
});

it('what the server finds absurd stands at its field', async () => {
  open(
    'finance.product.own',
    { ...entry, status: 'DRAFT' },
    {
      [`PUT ${PATH}/e1`]: problem(400, 'VALIDATION_FAILED', {
        errors: [{ field: 'maxRate', code: 'RATE_OUT_OF_RANGE', message: '年利率应大于零且不超过 24%' }],
      }),
    },
  );

  await userEvent.click(await screen.findByRole('button', { name: '保存草稿' }));

  expect(await screen.findByText('年利率应大于零且不超过 24%')).toBeInTheDocument();
});

it('what keeps a draft from being saved is named above it, and no longer what it lacks to be handed in', async () => {
  open(
    'finance.product.own',
    { ...entry, status: 'DRAFT', content: { ...content, productTypes: [], audience: '' } },
    {
      [`PUT ${PATH}/e1`]: [
        problem(400, 'VALIDATION_FAILED', {
          errors: [
            { field: 'content.maxRate', code: 'RATE_OUT_OF_RANGE', message: '最高年利率不能低于最低年利率' },
          ],
        }),
        json({ ...entry, status: 'DRAFT', version: 2 }),
      ],
    },
  );

  await userEvent.click(await screen.findByRole('button', { name: '提交审核' }));
  expect(await screen.findByText('有 2 处需要修改')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '保存草稿' }));

  const summary = (await screen.findByText('有 1 处需要修改')).parentElement!;
  expect(summary).toHaveTextContent('最高年利率不能低于最低年利率');
  expect(summary).not.toHaveTextContent('请选择产品类型');
  await waitFor(() => expect(summary).toHaveFocus());
  // The library lets the words of a fault fade.
  await waitFor(() => expect(screen.queryByText('请填写适用对象')).not.toBeInTheDocument());
  await userEvent.click(screen.getByRole('button', { name: '保存草稿' }));

  expect(await screen.findByText('草稿已保存')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByText(/处需要修改/)).not.toBeInTheDocument());
});

it('of two at once the second is told, and loses nothing of the page', async () => {
  open(
    'finance.product.own',
    { ...entry, status: 'DRAFT' },
    {
      [`PUT ${PATH}/e1`]: problem(409, 'VERSION_CONFLICT'),
    },
  );

  await userEvent.click(await screen.findByRole('button', { name: '保存草稿' }));

  expect((await screen.findAllByText('这份产品草稿已被别人改过'))[0]).toBeInTheDocument();
  expect(screen.getByText(/您写的内容没有保存，还在本页上/)).toBeInTheDocument();
});

it('the next edition of a product starts with what is in force, and is of that product', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'finance.product.own'] }),
    [`GET ${PATH}/start`]: json(content),
    ...asked(),
    'GET /api/finance/products': json(facets),
    [`POST ${PATH}`]: json({ ...entry, status: 'DRAFT' }, 201),
  });
  const { router } = renderAt(
    '/product-entries/new?product=p1',
    <AntdRoot>
      <SignedIn>
        <NewEntryPage />
      </SignedIn>
    </AntdRoot>,
  );

  expect(await screen.findByLabelText('产品名称')).toHaveValue('巴南快贷');
  expect(await screen.findByRole('button', { name: '连续纳税年数 不低于 2 年' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '保存草稿' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/product-entries/e1'));
  const posted = sent.find((one) => one.method === 'POST' && one.url.pathname === PATH)!.body as {
    productId: string;
    content: ProductContent;
  };
  expect(posted.productId).toBe('p1');
  expect(posted.content.criteria).toEqual(content.criteria);
});
