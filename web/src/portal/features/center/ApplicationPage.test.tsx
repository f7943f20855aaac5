import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { draftKey } from '@/shared/api/drafts';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ApplicationPage from './ApplicationPage';

const fit = (id: string, title: string) => ({
  productId: id,
  code: id,
  title,
  bankName: '建设银行',
  outcome: 'ELIGIBLE',
  degree: 100,
  conditions: Array.from({ length: 3 }, () => ({ outcome: 'MET', missingFacts: [] })),
});

it('a refusal is told by its reason first, then by the words of the bank, and leads to other products', async () => {
  const words = '资料不齐，请补充后再申请';
  answerWith({
    'GET /api/finance/my/applications/a1': json({
      id: 'a1',
      number: 'RZ1',
      productTitle: '信用快贷',
      bankName: '重庆银行',
      amount: 500_000,
      termMonths: 12,
      kind: 'FIRST',
      purpose: '购置设备',
      contactName: '李经理',
      contactPhone: '138****5678',
      status: 'REFUSED',
      channel: 'PC',
      submittedAt: '2026-11-20T10:00:00+08:00',
      disbursedAmount: 0,
      refusalReasonCode: 'CREDIT_RECORD',
      refusalReason: words,
      timeline: [
        {
          at: '2026-11-21T10:00:00+08:00',
          kind: 'REFUSED',
          label: '审批不通过',
          actor: '重庆银行',
          note: `征信记录不符合要求：${words}`,
        },
      ],
      productId: 'p1',
      version: 2,
    }),
    'GET /api/match/my/match/latest': json({
      id: 'm1',
      createdAt: '2026-11-20T09:00:00+08:00',
      loans: [
        fit('p2', '善营贷'),
        fit('p3', '已拒贷'),
        fit('p4', '停办贷'),
        { ...fit('p1', '信用快贷'), outcome: 'NEARLY', degree: 61 },
      ],
    }),
    'GET /api/match/my/match/changes': json({ profile: true, library: false }),
    'GET /api/finance/my/applications': json({
      items: [
        { productId: 'p1', status: 'REFUSED' },
        { productId: 'p3', status: 'REFUSED' },
      ],
      total: 2,
    }),
    'GET /api/finance/products': json({
      items: ['p1', 'p2', 'p3'].map((id) => ({ id, status: 'PUBLISHED' })),
      total: 3,
    }),
  });
  renderAt(
    '/center/applications/a1',
    <AntdRoot>
      <ApplicationPage />
    </AntdRoot>,
    '/center/applications/:id',
  );
  expect(await screen.findByText('李经理 138****5678')).toBeVisible();
  // A refusal is an answer, no alarm.
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.body).toHaveTextContent(`审批不通过：征信记录不符合要求${words}`);
  expect(await screen.findByRole('link', { name: '改申请：善营贷' })).toHaveAttribute(
    'href',
    '/loans/p2/apply?match=m1&from=a1',
  );
  expect(screen.getByText('匹配度 100%，高于未通过产品的 61%')).toBeVisible();
  expect(screen.getAllByRole('link', { name: /^改申请/ })).toHaveLength(1);
  expect(await screen.findByText(/上次匹配后，企业画像有更新/)).toBeVisible();
  expect(screen.getByRole('link', { name: '重新匹配' })).toHaveAttribute('href', '/match?kind=LOAN');
});

it('of a renewal the loan that it renews is named, with the way to it', async () => {
  const renewal = {
    id: 'a1',
    number: 'RZ1',
    productTitle: '信用快贷',
    bankName: '重庆银行',
    amount: 500_000,
    termMonths: 12,
    kind: 'RENEWAL',
    renewsApplicationId: 'a0',
    purpose: '购置设备',
    status: 'SUBMITTED',
    channel: 'PC',
    submittedAt: '2026-11-20T10:00:00+08:00',
    disbursedAmount: 0,
    timeline: [],
    version: 0,
  };
  answerWith({
    'GET /api/finance/my/applications/a1': json(renewal),
    'GET /api/finance/my/applications/a0': json({
      ...renewal,
      id: 'a0',
      number: 'RZ0',
      productTitle: '云税贷',
    }),
  });
  renderAt(
    '/center/applications/a1',
    <AntdRoot>
      <ApplicationPage />
    </AntdRoot>,
    '/center/applications/:id',
  );
  expect(await screen.findByRole('link', { name: '云税贷（RZ0）' })).toHaveAttribute(
    'href',
    '/center/applications/a0',
  );
});

const asking = (timeline: object[]) => ({
  id: 'a1',
  number: 'RZ1',
  productTitle: '信用快贷',
  bankName: '重庆银行',
  amount: 500_000,
  termMonths: 12,
  kind: 'FIRST',
  purpose: '购置设备',
  status: 'NEED_MATERIAL',
  channel: 'PC',
  submittedAt: '2026-11-20T10:00:00+08:00',
  disbursedAmount: 0,
  timeline,
  version: 2,
});

it('what a colleague has supplied meanwhile is told with their name, and the own words are kept to be copied', async () => {
  const asked = asking([
    { at: '2026-11-21T10:00:00+08:00', kind: 'MATERIAL_ASKED', label: '要求补充材料', note: '流水' },
  ]);
  const supplied = {
    at: '2026-11-22T10:00:00+08:00',
    kind: 'MATERIAL_SUPPLIED',
    label: '已补充材料',
    applicant: '甲一',
  };
  answerWith({
    'GET /api/finance/my/applications/a1': [
      json(asked),
      json({ ...asked, status: 'IN_REVIEW', version: 3, timeline: [...asked.timeline, supplied] }),
    ],
    'POST /api/finance/my/applications/a1/supply-material': problem(409, 'VERSION_CONFLICT'),
  });
  renderAt(
    '/center/applications/a1',
    <AntdRoot>
      <ApplicationPage />
    </AntdRoot>,
    '/center/applications/:id',
  );
  await userEvent.type(await screen.findByLabelText('补充说明'), '近一年流水已送交网点');
  await userEvent.click(screen.getByRole('button', { name: '已补充，通知银行' }));

  expect(await screen.findByText(/甲一已补充材料并通知银行，您的补充没有送出/)).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('近一年流水已送交网点');
  expect(screen.queryByRole('button', { name: '已补充，通知银行' })).toBeNull();
  expect(screen.queryByText(/刷新后重试/)).toBeNull();
});

it('words about what the bank asked for before are not offered as the answer to what it asks for next', async () => {
  const step = (day: string, kind: string, note?: string) => ({
    at: `2026-11-${day}T10:00:00+08:00`,
    kind,
    label: kind,
    note,
  });
  const first = [step('21', 'MATERIAL_ASKED', '流水')];
  const both = [...first, step('22', 'MATERIAL_SUPPLIED'), step('25', 'MATERIAL_ASKED', '购销合同')];
  const page = () =>
    renderAt(
      '/center/applications/a1',
      <AntdRoot>
        <SignedIn>
          <ApplicationPage />
        </SignedIn>
      </AntdRoot>,
      '/center/applications/:id',
    );
  const at = first[0]!.at;
  localStorage.setItem(
    draftKey(someone.accountId, `supply.a1.${at}`),
    JSON.stringify({ words: '流水已于周三送到支行' }),
  );

  answerWith({ ...signedInAs(someone), 'GET /api/finance/my/applications/a1': json(asking(first)) });
  const before = page();
  expect(await screen.findByLabelText('补充说明')).toHaveValue('流水已于周三送到支行');
  before.unmount();

  answerWith({ ...signedInAs(someone), 'GET /api/finance/my/applications/a1': json(asking(both)) });
  page();
  expect(await screen.findByText('银行要求补充：购销合同')).toBeVisible();
  expect(screen.getByLabelText('补充说明')).toHaveValue('');
});

const statement = {
  id: 'f1',
  name: '近六个月流水.pdf',
  contentType: 'application/pdf',
  size: 20_480,
  uploadedAt: '2026-11-22T09:00:00+08:00',
};
const chosen = () => new File(['%PDF-1'], '近六个月流水.pdf', { type: 'application/pdf' });

it('what the bank asked for is answered by a file without words, and by nothing it is not', async () => {
  const asked = asking([
    { at: '2026-11-21T10:00:00+08:00', kind: 'MATERIAL_ASKED', label: '要求补充材料', note: '近六个月流水' },
  ]);
  const sent = answerWith({
    'GET /api/finance/my/applications/a1': json(asked),
    'POST /api/finance/application-files': json(statement, 201),
    'POST /api/finance/my/applications/a1/supply-material': json({ ...asked, status: 'IN_REVIEW' }),
  });
  renderAt(
    '/center/applications/a1',
    <AntdRoot>
      <ApplicationPage />
    </AntdRoot>,
    '/center/applications/:id',
  );
  await userEvent.click(await screen.findByRole('button', { name: '已补充，通知银行' }));
  expect(await screen.findByText('请填写补充说明，或上传文件')).toBeVisible();

  await userEvent.upload(screen.getByLabelText('上传给银行的文件'), chosen());
  expect(await screen.findByRole('link', { name: '近六个月流水.pdf' })).toHaveAttribute(
    'href',
    '/api/finance/application-files/f1',
  );
  await userEvent.click(screen.getByRole('button', { name: '已补充，通知银行' }));

  await waitFor(() =>
    expect(sent.find(({ url }) => url.pathname.endsWith('/supply-material'))?.body).toEqual({
      version: 2,
      files: ['f1'],
    }),
  );
});

it('files go to the bank unasked before it has decided, with what the product lists beside them', async () => {
  const running = {
    ...asking([{ at: '2026-11-20T10:00:00+08:00', kind: 'SUBMITTED', label: '提交申请' }]),
    status: 'IN_REVIEW',
    productId: 'p1',
    productEdition: 1,
  };
  const sent = answerWith({
    'GET /api/finance/my/applications/a1': json(running),
    'GET /api/finance/products/p1/editions/1': json({
      id: 'p1',
      offer: { materials: ['近六个月流水', '购销合同'] },
    }),
    'POST /api/finance/application-files': json(statement, 201),
    'DELETE /api/finance/application-files/f1': json(undefined, 204),
    'POST /api/finance/my/applications/a1/add-files': json(running),
  });
  renderAt(
    '/center/applications/a1',
    <AntdRoot>
      <ApplicationPage />
    </AntdRoot>,
    '/center/applications/:id',
  );
  expect(await screen.findByText('产品列出的申请材料：近六个月流水、购销合同')).toBeVisible();
  expect(screen.getByRole('button', { name: '提交给银行' })).toBeDisabled();
  await userEvent.upload(screen.getByLabelText('上传给银行的文件'), chosen());
  await userEvent.click(await screen.findByRole('button', { name: /^移除/ }));
  await waitFor(() => expect(sent.some(({ method }) => method === 'DELETE')).toBe(true));

  await userEvent.upload(screen.getByLabelText('上传给银行的文件'), chosen());
  await screen.findByRole('button', { name: /^移除/ });
  await userEvent.click(screen.getByRole('button', { name: '提交给银行' }));

  await waitFor(() =>
    expect(sent.find(({ url }) => url.pathname.endsWith('/add-files'))?.body).toEqual({
      version: 2,
      files: ['f1'],
    }),
  );
});

it('several files are chosen at once: each goes up by itself, and of what cannot the name is told', async () => {
  const asked = asking([
    { at: '2026-11-21T10:00:00+08:00', kind: 'MATERIAL_ASKED', label: '要求补充材料', note: '近六个月流水' },
  ]);
  const sent = answerWith({
    'GET /api/finance/my/applications/a1': json(asked),
    'POST /api/finance/application-files': [
      json(statement, 201),
      problem(422, 'FILE_UNREADABLE', { detail: '文件无法打开' }),
      json({ ...statement, id: 'f3', name: '合同.pdf' }, 201),
    ],
    'POST /api/finance/my/applications/a1/supply-material': json({ ...asked, status: 'IN_REVIEW' }),
  });
  renderAt(
    '/center/applications/a1',
    <AntdRoot>
      <ApplicationPage />
    </AntdRoot>,
    '/center/applications/:id',
  );
  const pdf = (name: string, text = '%PDF-1') => new File([text], name, { type: 'application/pdf' });
  await userEvent.upload(await screen.findByLabelText('上传给银行的文件'), [
    chosen(),
    pdf('坏.pdf'),
    pdf('空.pdf', ''),
    pdf('合同.pdf'),
  ]);

  expect(await screen.findByRole('link', { name: '合同.pdf' })).toBeVisible();
  expect(screen.getByRole('link', { name: '近六个月流水.pdf' })).toBeVisible();
  expect(screen.getByText('坏.pdf：文件无法打开')).toBeVisible();
  expect(screen.getByText('空.pdf：文件是空的，请重新选择')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '已补充，通知银行' }));
  await waitFor(() =>
    expect(sent.find(({ url }) => url.pathname.endsWith('/supply-material'))?.body).toMatchObject({
      files: ['f1', 'f3'],
    }),
  );
});

it('once the bank has decided no file is taken any more, and those that were handed in are there', async () => {
  answerWith({
    'GET /api/finance/my/applications/a1': json({
      ...asking([
        { at: '2026-11-20T10:00:00+08:00', kind: 'FILES_ADDED', label: '企业补交文件', files: [statement] },
      ]),
      status: 'WITHDRAWN',
    }),
  });
  renderAt(
    '/center/applications/a1',
    <AntdRoot>
      <ApplicationPage />
    </AntdRoot>,
    '/center/applications/:id',
  );
  expect(await screen.findByRole('link', { name: '近六个月流水.pdf' })).toBeVisible();
  expect(screen.getByText('提交文件 1 份')).toBeVisible();
  expect(screen.queryByLabelText('上传给银行的文件')).toBeNull();
});

const drafted = (file: object) =>
  localStorage.setItem(
    draftKey(someone.accountId, 'supply.a1.2026-11-21T10:00:00+08:00'),
    JSON.stringify({ words: '近六个月流水已经随附上传', files: [statement, file] }),
  );
const askedForStatements = asking([
  { at: '2026-11-21T10:00:00+08:00', kind: 'MATERIAL_ASKED', label: '要求补充材料', note: '近六个月流水' },
]);
const page = () =>
  renderAt(
    '/center/applications/a1',
    <AntdRoot>
      <SignedIn>
        <ApplicationPage />
      </SignedIn>
    </AntdRoot>,
    '/center/applications/:id',
  );

it('a draft that is opened again says which of its files are gone, and the others are handed in', async () => {
  drafted({ ...statement, id: 'f0', name: '购销合同.pdf' });
  const sent = answerWith({
    ...signedInAs(someone),
    'GET /api/finance/my/applications/a1': json(askedForStatements),
    'GET /api/finance/application-files': json([statement]),
    'POST /api/finance/my/applications/a1/supply-material': json({
      ...askedForStatements,
      status: 'IN_REVIEW',
    }),
  });
  page();
  expect(await screen.findByText(/需要的请重新上传：购销合同\.pdf$/)).toBeVisible();
  expect(screen.getByRole('link', { name: '近六个月流水.pdf' })).toBeVisible();
  expect(screen.queryByRole('link', { name: '购销合同.pdf' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '已补充，通知银行' }));
  await waitFor(() =>
    expect(sent.find(({ url }) => url.pathname.endsWith('/supply-material'))?.body).toMatchObject({
      files: ['f1'],
    }),
  );
});

it('what was uploaded before and not handed in is chosen, or deleted', async () => {
  const other = { ...statement, id: 'f2', name: '选错了.pdf' };
  const sent = answerWith({
    'GET /api/finance/my/applications/a1': json({ ...asking([]), status: 'IN_REVIEW' }),
    'GET /api/finance/application-files': json([statement, other]),
    'DELETE /api/finance/application-files/f2': json(undefined, 204),
    'POST /api/finance/my/applications/a1/add-files': json({ ...asking([]), status: 'IN_REVIEW' }),
  });
  renderAt(
    '/center/applications/a1',
    <AntdRoot>
      <ApplicationPage />
    </AntdRoot>,
    '/center/applications/:id',
  );
  await userEvent.click(await screen.findByRole('button', { name: '删除选错了.pdf' }));
  expect(screen.queryByRole('link', { name: '选错了.pdf' })).toBeNull();
  expect(sent.some(({ method, url }) => method === 'DELETE' && url.pathname.endsWith('/f2'))).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: '选用近六个月流水.pdf' }));
  expect(screen.queryByRole('button', { name: /^选用/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '提交给银行' }));
  await waitFor(() =>
    expect(sent.find(({ url }) => url.pathname.endsWith('/add-files'))?.body).toEqual({
      version: 2,
      files: ['f1'],
    }),
  );
});

it('while files are being handed in none is added to them and none is taken back', async () => {
  let answered: (() => void) | undefined;
  const wait = new Promise<void>((resolve) => (answered = resolve));
  const running = { ...asking([]), status: 'IN_REVIEW' };
  answerWith({
    'GET /api/finance/my/applications/a1': json(running),
    'GET /api/finance/application-files': json([statement]),
  });
  const known = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    if (init.method !== 'POST') return known(input, init);
    await wait;
    return json(running);
  });
  renderAt(
    '/center/applications/a1',
    <AntdRoot>
      <ApplicationPage />
    </AntdRoot>,
    '/center/applications/:id',
  );
  await userEvent.click(await screen.findByRole('button', { name: '选用近六个月流水.pdf' }));
  await userEvent.click(screen.getByRole('button', { name: '提交给银行' }));

  expect(screen.queryByLabelText('上传给银行的文件')).toBeNull();
  expect(screen.queryByRole('button', { name: /^移除/ })).toBeNull();
  answered!();
  expect(await screen.findByLabelText('上传给银行的文件')).toBeInTheDocument();
});

it('files of an answer that somebody overtook are there to be handed in by themselves', async () => {
  answerWith({
    'GET /api/finance/my/applications/a1': [
      json(askedForStatements),
      json({ ...askedForStatements, status: 'IN_REVIEW', version: 3 }),
    ],
    'GET /api/finance/application-files': [json([]), json([statement])],
    'POST /api/finance/application-files': json(statement, 201),
    'POST /api/finance/my/applications/a1/supply-material': problem(409, 'VERSION_CONFLICT'),
  });
  renderAt(
    '/center/applications/a1',
    <AntdRoot>
      <ApplicationPage />
    </AntdRoot>,
    '/center/applications/:id',
  );
  await userEvent.upload(await screen.findByLabelText('上传给银行的文件'), chosen());
  await screen.findByRole('button', { name: /^移除/ });
  await userEvent.click(screen.getByRole('button', { name: '已补充，通知银行' }));

  expect(await screen.findByRole('button', { name: '提交给银行' })).toBeDisabled();
  await userEvent.click(await screen.findByRole('button', { name: '选用近六个月流水.pdf' }));
  expect(screen.getByRole('button', { name: '提交给银行' })).toBeEnabled();
});
