import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import ApplicationPage from './ApplicationPage';

const application = {
  id: 'a1',
  number: 'RZ1',
  productId: 'p1',
  productEdition: 1,
  productTitle: '信用快贷',
  bankName: '重庆银行',
  enterpriseName: '示例精密机械有限公司',
  amount: 500_000,
  termMonths: 12,
  kind: 'FIRST',
  purpose: '购置设备',
  contactName: '李经理',
  contactPhone: '138****5678',
  status: 'NEED_MATERIAL',
  channel: 'WECHAT',
  submittedAt: '2026-11-20T10:00:00+08:00',
  disbursedAmount: 0,
  timeline: [
    {
      at: '2026-11-21T10:00:00+08:00',
      kind: 'MATERIAL_ASKED',
      label: '要求补充材料',
      note: '近六个月流水',
    },
  ],
  version: 2,
};
const statement = {
  id: 'f1',
  name: '流水.png',
  contentType: 'image/png',
  size: 20_480,
  uploadedAt: '2026-11-22T09:00:00+08:00',
};
const chosen = () => new File(['png'], '流水.png', { type: 'image/png' });

const open = (status: string, posts: Record<string, Response> = {}) => {
  const sent = answerWith({
    'GET /api/finance/my/applications/a1': json({ ...application, status }),
    'GET /api/finance/products/p1/editions/1': json({ id: 'p1', offer: { materials: ['营业执照'] } }),
    'POST /api/finance/application-files': json(statement, 201),
    'GET /api/finance/application-files': json([]),
    ...posts,
  });
  renderAt(
    '/my/applications/a1',
    <MobileRoot>
      <ApplicationPage />
    </MobileRoot>,
    '/my/applications/:id',
  );
  return sent;
};

it('on the phone too a file answers what the bank asked for', async () => {
  const sent = open('NEED_MATERIAL', {
    'POST /api/finance/my/applications/a1/supply-material': json({ ...application, status: 'IN_REVIEW' }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '已补充，通知银行' }));
  expect(await screen.findByText('请填写补充说明，或上传文件')).toBeInTheDocument();

  await userEvent.upload(screen.getByLabelText('上传给银行的文件'), chosen());
  expect(await screen.findByRole('link', { name: '流水.png' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '已补充，通知银行' }));

  await waitFor(() =>
    expect(sent.find(({ url }) => url.pathname.endsWith('/supply-material'))?.body).toEqual({
      version: 2,
      files: ['f1'],
    }),
  );
});

it('on the phone too files go to the bank unasked', async () => {
  const sent = open('SUBMITTED', {
    'POST /api/finance/my/applications/a1/add-files': json({ ...application, status: 'SUBMITTED' }),
  });
  expect(await screen.findByText('产品列出的申请材料：营业执照')).toBeInTheDocument();
  await userEvent.upload(screen.getByLabelText('上传给银行的文件'), chosen());
  await screen.findByRole('link', { name: '流水.png' });
  await userEvent.click(screen.getByRole('button', { name: '提交给银行' }));

  await waitFor(() =>
    expect(sent.find(({ url }) => url.pathname.endsWith('/add-files'))?.body).toEqual({
      version: 2,
      files: ['f1'],
    }),
  );
});

it('on the phone too the field of the files says which of them the server does not have any more', async () => {
  open('NEED_MATERIAL', {
    'POST /api/finance/my/applications/a1/supply-material': problem(422, 'VALIDATION_FAILED', {
      errors: [{ field: 'files', code: 'UNKNOWN', message: '第 1 份文件已过期，请移除后重新上传' }],
    }),
  });
  await userEvent.upload(await screen.findByLabelText('上传给银行的文件'), chosen());
  await screen.findByRole('link', { name: '流水.png' });
  await userEvent.click(screen.getByRole('button', { name: '已补充，通知银行' }));

  const told = await screen.findByText('第 1 份文件已过期，请移除后重新上传');
  expect(told.closest('.adm-form-item')).toHaveTextContent('流水.png');
});

it('on the phone too who was granted a loan reads what of it, and by when to draw it', async () => {
  open('APPROVED', {
    'GET /api/finance/my/applications/a1': json({
      ...application,
      status: 'APPROVED',
      grantedAmount: 500_000,
      grantedRate: 3.85,
      grantedTermMonths: 12,
      validUntil: '2027-01-31',
    }),
  });
  expect(
    await screen.findByText('银行已授信 50 万元，年利率 3.85%，请于 2027-01-31（含）前提款。'),
  ).toBeInTheDocument();
});
