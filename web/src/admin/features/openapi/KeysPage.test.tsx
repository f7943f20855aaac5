import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { ApiKey } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import KeysPage from './KeysPage';

const applied: ApiKey = {
  id: 'k1',
  status: 'APPLIED',
  environment: 'LIVE',
  algorithm: 'hmac-sha256',
  expired: false,
  ownerKind: 'ENTERPRISE',
  ownerName: '重庆示例软件有限公司',
  applicantName: '陈志远',
  systemName: '办事大厅核验系统',
  purpose: '核验企业码',
  contactName: '陈志远',
  contactPhone: '13912345678',
  scopes: [
    { scope: 'CODE_VERIFY', code: 'code.verify', label: '核验动态企业码' },
    { scope: 'CARD_READ', code: 'card.read', label: '读取企业名片' },
  ],
  addresses: ['203.0.113.0/24'],
  perMinute: 60,
  perDay: 10000,
  appliedAt: '2026-11-26T10:00:00+08:00',
  version: 0,
};

const openAs = (permissions: string[], key: ApiKey = applied) => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, userType: 'OPERATOR', permissions: ['self', ...permissions] }),
    'GET /api/auth/openapi/keys': json({ items: [key], total: 1, page: 1, size: 20 }),
    'GET /api/auth/openapi/keys/k1': json(key),
    'PUT /api/auth/openapi/keys/k1': json({ ...key, perMinute: 120, version: 4 }),
    'POST /api/auth/openapi/keys/k1/approve': json({ ...key, status: 'APPROVED', version: 1 }),
  });
  renderAt(
    '/openapi',
    <AntdRoot>
      <SignedIn>
        <KeysPage />
      </SignedIn>
    </AntdRoot>,
  );
  return sent;
};

it('a reviewer allows less than was asked for', async () => {
  const sent = openAs(['openapi.query', 'openapi.detail', 'openapi.review']);
  await userEvent.click(await screen.findByRole('button', { name: /^审\s?核$/ }));
  await screen.findByText('核验动态企业码、读取企业名片');
  await userEvent.click(screen.getByRole('button', { name: /^通\s?过$/ }));
  await userEvent.click(await screen.findByRole('checkbox', { name: '读取企业名片' }));
  const form = within(screen.getByText('通过接口申请').closest<HTMLElement>('.ant-drawer')!);
  await userEvent.click(form.getByRole('button', { name: /^通\s?过$/ }));

  await screen.findByText('已通过，申请人可以领取密钥');
  expect(sent.find((one) => one.method === 'POST')!.body).toMatchObject({
    scopes: ['CODE_VERIFY'],
    perMinute: 60,
    perDay: 10000,
    version: 0,
  });
});

it('a number of calls that is not possible is told, and not made one that is', async () => {
  const sent = openAs(['openapi.query', 'openapi.detail', 'openapi.review']);
  await userEvent.click(await screen.findByRole('button', { name: /^审\s?核$/ }));
  await screen.findByText('核验动态企业码、读取企业名片');
  await userEvent.click(screen.getByRole('button', { name: /^通\s?过$/ }));
  const calls = await screen.findByRole('spinbutton', { name: '每分钟次数' });
  await userEvent.clear(calls);
  await userEvent.type(calls, '0');
  const form = within(screen.getByText('通过接口申请').closest<HTMLElement>('.ant-drawer')!);
  await userEvent.click(form.getByRole('button', { name: /^通\s?过$/ }));

  expect((await screen.findAllByText(/应为 1 到 6,000 的整数/)).length).toBeGreaterThan(0);
  expect(calls).toHaveValue('0');
  expect(sent.filter((one) => one.method === 'POST')).toEqual([]);
});

it('whoever may only query sees the list and opens nothing', async () => {
  openAs(['openapi.query']);
  expect(await screen.findByText('办事大厅核验系统')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '办事大厅核验系统' })).toBeNull();
  expect(screen.queryByRole('button', { name: /导出/ })).toBeNull();
});

it('a reviewer has an approved key used on other terms, and says why', async () => {
  const sent = openAs(['openapi.query', 'openapi.detail', 'openapi.review'], {
    ...applied,
    status: 'ACTIVE',
    keyId: 'zqk_1',
    expiresAt: '2028-01-01T00:00:00+08:00',
    version: 3,
  });
  await userEvent.click(await screen.findByRole('button', { name: '办事大厅核验系统' }));
  await userEvent.click(await screen.findByRole('button', { name: /^调\s?整$/ }));
  const calls = await screen.findByRole('spinbutton', { name: '每分钟次数' });
  await userEvent.clear(calls);
  await userEvent.type(calls, '120');
  await userEvent.click(screen.getByRole('checkbox', { name: '读取企业名片' }));
  const form = within(screen.getByText('调整接口密钥').closest<HTMLElement>('.ant-drawer')!);
  await userEvent.click(form.getByRole('button', { name: /^保\s?存$/ }));
  expect((await screen.findAllByText('请填写调整原因')).length).toBeGreaterThan(0);
  expect(sent.filter((one) => one.method === 'PUT')).toEqual([]);

  await userEvent.type(form.getByLabelText('调整原因'), '业务量增加');
  await userEvent.click(form.getByRole('button', { name: /^保\s?存$/ }));
  await screen.findByText('已调整，5 秒内生效');
  expect(sent.find((one) => one.method === 'PUT')!.body).toEqual({
    scopes: ['CODE_VERIFY'],
    addresses: ['203.0.113.0/24'],
    perMinute: 120,
    perDay: 10000,
    validUntil: '2027-12-31',
    reason: '业务量增加',
    version: 3,
  });
});
