import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { MyApiKey } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
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
  const user = userEvent.setup();
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
  await user.click(await screen.findByRole('button', { name: '领取密钥' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByLabelText('密钥')).toHaveValue('c2VjcmV0');
  await user.keyboard('{Escape}');
  expect(dialog.getByLabelText('密钥')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: '复制密钥' }));
  expect(await navigator.clipboard.readText()).toBe('c2VjcmV0');
  expect(dialog.getByText(/只显示这一次/)).toBeInTheDocument();
  expect(sent.find((one) => one.url.pathname.endsWith('/draw'))?.body).toEqual({ version: 1 });
});

it('who is wrong in several fields reads all of it at once, and what is chosen already is not called optional', async () => {
  const sent = answerWith({
    ...signedIn,
    'GET /api/auth/openapi/my/keys': shown(key),
    'GET /api/auth/openapi/my/scopes': json(key.scopes),
    'POST /api/auth/openapi/my/keys': problem(400, 'VALIDATION_FAILED', {
      errors: [
        { field: 'systemName', code: 'REQUIRED', message: '请填写系统名称' },
        { field: 'publicKey', code: 'REQUIRED', message: '请填写 SM2 公钥' },
        { field: 'contactPhone', code: 'FORMAT', message: '联系电话不正确' },
        { field: 'addresses', code: 'FORMAT', message: 'localhost 不是 IP 地址或网段' },
        { field: 'addresses', code: 'RANGE', message: '10.0.0.0/8 范围过大' },
      ],
    }),
  });
  open();
  await userEvent.click(await screen.findByRole('button', { name: '申请密钥' }));
  const form = within(await screen.findByRole('dialog'));
  expect(form.queryByText(/选填/)).toBeNull();
  await userEvent.click(form.getByRole('radio', { name: 'SM2 / SM3' }));
  await userEvent.type(form.getByLabelText('联系电话'), '12');
  await userEvent.click(form.getByRole('button', { name: '提交申请' }));

  for (const words of [
    '请填写系统名称',
    '请填写 SM2 公钥',
    '联系电话不正确',
    'localhost 不是 IP 地址或网段',
    '10.0.0.0/8 范围过大',
  ])
    expect(await form.findByText(words)).toBeInTheDocument();
  expect(sent.find((one) => one.method === 'POST')!.body).toMatchObject({ contactPhone: '12', publicKey: '' });
});

it('of a key that was revoked the deliveries can still be looked at, and say why none is sent again', async () => {
  answerWith({
    ...signedIn,
    'GET /api/auth/openapi/my/keys': shown({
      ...key,
      status: 'REVOKED',
      drawnAt: '2026-11-26T11:00:00+08:00',
      revokeReason: '用途已结束',
    }),
    'GET /api/auth/openapi/my/keys/k1/webhook': json({
      url: 'https://bank.example.cn/hooks',
      events: [],
      offered: [],
      createdAt: '2026-11-26T10:00:00+08:00',
      version: 3,
    }),
    'GET /api/auth/openapi/my/keys/k1/webhook/deliveries': json({
      items: [
        {
          id: 'd1',
          type: 'code.revoked',
          status: 'DELIVERED',
          createdAt: '2026-11-26T12:00:00+08:00',
          tries: 1,
          lastTriedAt: '2026-11-26T12:00:00+08:00',
          lastStatus: 204,
          lastMillis: 12,
          payload: '{}',
        },
      ],
      total: 1,
      page: 1,
      size: 10,
    }),
  });
  open();
  await userEvent.click(await screen.findByRole('button', { name: '事件回调' }));

  expect(await screen.findByText('code.revoked')).toBeInTheDocument();
  expect(screen.getByText(/密钥已注销，不再推送，也不能重新发送/)).toBeInTheDocument();
  for (const action of ['重新发送', '修改回调', '更换回调密钥', '发送测试事件'])
    expect(screen.queryByRole('button', { name: action })).toBeNull();
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

it.each([
  [undefined, null],
  ['2026-11-28T10:00:00+08:00', '2026-11-28 10:00'],
])('who changes a key reads what becomes of one that was kept before, and when the new one counts: %s', async (previousUntil, until) => {
  const active: MyApiKey = { ...key, status: 'ACTIVE', drawnAt: '2026-11-26T11:00:00+08:00', previousUntil };
  answerWith({
    ...signedIn,
    'GET /api/auth/openapi/my/keys': shown(active),
    'POST /api/auth/openapi/my/keys/k1/rotate': json({
      keyId: 'zqk_0123456789abcdefghjk',
      secret: 'bmV3',
      key: { ...active, rotatedAt: '2026-11-27T10:00:00+08:00' },
    }),
  });
  open();
  await userEvent.click(await screen.findByRole('button', { name: '更换密钥' }));
  const dialog = within(await screen.findByRole('dialog', { name: '更换密钥' }));
  const kept = dialog.queryByText(/上次更换时保留的密钥.*随本次更换失效/);
  if (until) expect(kept).toHaveTextContent(until);
  else expect(kept).toBeNull();
  await userEvent.click(dialog.getByRole('button', { name: /^更\s?换$/ }));

  expect(await screen.findByText(/更换后的密钥 5 秒内生效/)).toBeInTheDocument();
});
