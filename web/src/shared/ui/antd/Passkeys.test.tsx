import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '../../test/http';
import { browserWithPasskeys } from '../../test/passkeys';
import { renderAt } from '../../test/render';
import { AntdRoot } from './AntdRoot';
import { Passkeys } from './Passkeys';

const one = { id: 'p1', name: '办公电脑', createdAt: '2026-11-26T10:00:00+08:00', backedUp: true };
const none = { available: true, items: [] };
const factorOff = { enabled: false, recoveryCodesLeft: 0, required: false, demonstration: false };
const show = () =>
  renderAt(
    '/center/security',
    <AntdRoot>
      <Passkeys />
    </AntdRoot>,
  );

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
});
afterEach(() => vi.unstubAllGlobals());

it('adds one after the password and the code of the second factor', async () => {
  browserWithPasskeys();
  const sent = answerWith({
    'GET /api/auth/passkeys': [json(none), json({ available: true, items: [one] })],
    'GET /api/auth/second-factor': json({ ...factorOff, enabled: true }),
    'POST /api/auth/passkeys/registration': json({ challenge: 'c' }),
    'POST /api/auth/passkeys': json(one, 201),
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: '添加通行密钥' }));
  await userEvent.type(await screen.findByLabelText('名称'), '办公电脑');
  await userEvent.type(screen.getByLabelText('登录密码'), 'Kite-2026-mo');
  await userEvent.type(await screen.findByLabelText('动态验证码'), '123456');
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  expect(await screen.findByRole('button', { name: '删除通行密钥 办公电脑' })).toBeInTheDocument();
  expect(sent.find((it) => it.url.pathname.endsWith('/registration'))!.body).toEqual({
    password: 'Kite-2026-mo',
    code: '123456',
  });
  expect(sent.find((it) => it.method === 'POST' && it.url.pathname === '/api/auth/passkeys')!.body).toEqual({
    name: '办公电脑',
    attestationObject: 'made',
    clientDataJSON: 'client',
    transports: ['internal'],
  });
  expect(screen.getByText(/未使用过/)).toBeInTheDocument();
});

it('says what happened when the device gave none, and sends nothing', async () => {
  browserWithPasskeys().refuses('InvalidStateError');
  const sent = answerWith({
    'GET /api/auth/passkeys': json(none),
    'GET /api/auth/second-factor': json(factorOff),
    'POST /api/auth/passkeys/registration': json({ challenge: 'c' }),
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: '添加通行密钥' }));
  await userEvent.type(await screen.findByLabelText('名称'), '办公电脑');
  await userEvent.type(screen.getByLabelText('登录密码'), 'Kite-2026-mo');
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  expect(await screen.findByText('这台设备上已有本账号的通行密钥')).toBeInTheDocument();
  expect(sent.some((it) => it.method === 'POST' && it.url.pathname === '/api/auth/passkeys')).toBe(false);
});

it('removes one with the password, and puts a wrong one to its field', async () => {
  answerWith({
    'GET /api/auth/passkeys': json({ available: true, items: [one] }),
    'POST /api/auth/passkeys/p1/removal': problem(400, 'PASSWORD_WRONG', {
      errors: [{ field: 'password', code: 'PASSWORD_WRONG', message: '密码不正确' }],
    }),
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: '删除通行密钥 办公电脑' }));
  await userEvent.type(await screen.findByLabelText('登录密码'), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: '删除通行密钥' }));
  expect(await screen.findByText('密码不正确')).toBeInTheDocument();
});

it('says so where the platform takes none', async () => {
  answerWith({ 'GET /api/auth/passkeys': json({ available: false, items: [] }) });
  show();
  expect(await screen.findByText('本平台未启用通行密钥。')).toBeInTheDocument();
});

it.each(['127.0.0.1', '10.20.0.8', '[::1]'])(
  'says at %s that passkeys want a name in the address, and asks nobody for a password in vain',
  async (hostname) => {
    browserWithPasskeys();
    vi.stubGlobal('location', { ...location, hostname });
    answerWith({ 'GET /api/auth/passkeys': json({ available: true, items: [one] }) });
    show();
    expect(await screen.findByText(/通行密钥需要以域名（如 localhost）访问/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '添加通行密钥' })).toBeNull();
    expect(screen.getByRole('button', { name: '删除通行密钥 办公电脑' })).toBeInTheDocument();
  },
);

it('says that it is the address where the page is not read over https', async () => {
  vi.stubGlobal('isSecureContext', false);
  answerWith({ 'GET /api/auth/passkeys': json(none) });
  show();
  expect(await screen.findByText(/需要以 https 开头的网址访问/)).toBeInTheDocument();
});

it('says that it is the address where the browser holds it to be that of another site', async () => {
  browserWithPasskeys().refuses('SecurityError');
  answerWith({
    'GET /api/auth/passkeys': json(none),
    'GET /api/auth/second-factor': json(factorOff),
    'POST /api/auth/passkeys/registration': json({ challenge: 'c' }),
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: '添加通行密钥' }));
  await userEvent.type(await screen.findByLabelText('名称'), '办公电脑');
  await userEvent.type(screen.getByLabelText('登录密码'), 'Kite-2026-mo');
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  expect(await screen.findByText(/请从平台的正式网址打开本页/)).toBeInTheDocument();
});
