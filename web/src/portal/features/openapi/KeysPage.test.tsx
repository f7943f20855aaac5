import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { MyApiKey } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import KeysPage from './KeysPage';

const key: MyApiKey = {
  id: 'k1',
  status: 'APPROVED',
  environment: 'LIVE',
  algorithm: 'hmac-sha256',
  expired: false,
  ownerName: '重庆示例软件有限公司',
  applicantName: '陈志远',
  systemName: '办事大厅核验系统',
  purpose: '核验企业码',
  contactName: '陈志远',
  contactPhone: '13912345678',
  scopes: [{ scope: 'CODE_VERIFY', code: 'code.verify', label: '核验动态企业码' }],
  addresses: ['203.0.113.0/24'],
  perMinute: 60,
  perDay: 10000,
  expiresAt: '2027-11-26T00:00:00+08:00',
  appliedAt: '2026-11-26T10:00:00+08:00',
  version: 1,
};
const keeper = { ...someone, permissions: [...someone.permissions, 'openapi.own'] };
const signedIn = { 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(keeper) };
const shown = (one: MyApiKey) => json({ items: [one], total: 1, page: 1, size: 50 });
const open = () =>
  renderAt(
    '/center/openapi',
    <AntdRoot>
      <KeysPage />
    </AntdRoot>,
  );

it('an approved key is drawn, and its secret is shown with the word that it is shown once', async () => {
  const sent = answerWith({
    ...signedIn,
    'GET /api/auth/openapi/my/keys': shown(key),
    'POST /api/auth/openapi/my/keys/k1/draw': json({
      keyId: 'zqk_0123456789abcdefghjk',
      secret: 'c2VjcmV0',
      key: { ...key, status: 'ACTIVE' },
    }),
  });
  open();
  await userEvent.click(await screen.findByRole('button', { name: '领取密钥' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByLabelText('密钥')).toHaveValue('c2VjcmV0');
  expect(dialog.getByText(/只显示这一次/)).toBeInTheDocument();
  expect(sent.find((one) => one.url.pathname.endsWith('/draw'))?.body).toEqual({ version: 1 });
});

it('a rejected application says why and offers nothing to do', async () => {
  answerWith({
    ...signedIn,
    'GET /api/auth/openapi/my/keys': shown({ ...key, status: 'REJECTED', reason: '用途不明确' }),
  });
  open();
  expect(await screen.findByText('用途不明确')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '领取密钥' })).toBeNull();
  expect(screen.queryByRole('button', { name: '注销' })).toBeNull();
});

it('a member who does not look after keys is told who does, and asks for none', async () => {
  const sent = answerWith({ ...signedIn, 'GET /api/auth/me': json(someone) });
  open();
  expect(await screen.findByText('密钥由本单位的管理员申请和管理')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '申请密钥' })).toBeNull();
  expect(sent.some((one) => one.url.pathname.includes('/openapi/'))).toBe(false);
});
