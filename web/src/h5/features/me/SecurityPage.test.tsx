import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { browserWithPasskeys } from '@/shared/test/passkeys';
import { renderAt } from '@/shared/test/render';
import SecurityPage from './SecurityPage';

const bound = { available: true, bound: true, nickname: '小**王', boundAt: '2026-11-20T09:00:00+08:00' };
const noPasskeys = { available: true, items: [] };
const factorOff = { enabled: false, recoveryCodesLeft: 0, required: false, demonstration: false };
const unbound = { available: true, bound: false };

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('shows the WeChat that is bound, and unbinds it by the password', async () => {
  const sent = answerWith({
    'GET /api/auth/devices': json([]),
    'GET /api/auth/second-factor': json(factorOff),
    'GET /api/auth/my/apps': json([]),
    'GET /api/auth/passkeys': json(noPasskeys),
    'GET /api/auth/wechat/binding': [json(bound), json(unbound)],
    'POST /api/auth/wechat/binding/removal': [
      problem(400, 'PASSWORD_WRONG', {
        errors: [{ field: 'password', code: 'PASSWORD_WRONG', message: '密码不正确' }],
      }),
      new Response(null, { status: 204 }),
    ],
  });
  renderAt('/security', <SecurityPage />);
  expect(await screen.findByText('小**王')).toBeVisible();
  expect(screen.getByText('已绑定')).toBeVisible();
  expect(screen.getByText(/2026年11月20日|2026-11-20/)).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: '解绑微信' }));
  await userEvent.type(screen.getByPlaceholderText('核实是您本人'), 'thought better of it');
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  expect(screen.queryByPlaceholderText('核实是您本人')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '解绑微信' }));
  expect(screen.getByPlaceholderText('核实是您本人')).toHaveValue('');
  await userEvent.type(screen.getByPlaceholderText('核实是您本人'), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: '解绑微信' }));
  expect(await screen.findByText('密码不正确')).toBeVisible();
  expect(screen.getByText('已绑定')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: '解绑微信' }));
  expect(await screen.findByText('未绑定')).toBeVisible();
  expect(sent.at(-2)!.body).toEqual({ password: 'wrong' });
});

it('offers to bind inside WeChat', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('MicroMessenger/8.0');
  answerWith({
    'GET /api/auth/devices': json([]),
    'GET /api/auth/second-factor': json(factorOff),
    'GET /api/auth/my/apps': json([]),
    'GET /api/auth/passkeys': json(noPasskeys),
    'GET /api/auth/wechat/binding': json(unbound),
  });
  renderAt('/security', <SecurityPage />);
  expect(await screen.findByRole('button', { name: '绑定微信' })).toBeVisible();
});

it('says outside of WeChat where it is bound, and where there is no official account that there is none', async () => {
  answerWith({
    'GET /api/auth/devices': json([]),
    'GET /api/auth/second-factor': json(factorOff),
    'GET /api/auth/my/apps': json([]),
    'GET /api/auth/passkeys': json(noPasskeys),
    'GET /api/auth/wechat/binding': json(unbound),
  });
  const { unmount } = renderAt('/security', <SecurityPage />);
  expect(await screen.findByText(/在微信中打开本平台，用“微信登录”绑定/)).toBeVisible();
  expect(screen.queryByRole('button', { name: '绑定微信' })).toBeNull();
  unmount();
  answerWith({
    'GET /api/auth/devices': json([]),
    'GET /api/auth/second-factor': json(factorOff),
    'GET /api/auth/my/apps': json([]),
    'GET /api/auth/passkeys': json(noPasskeys),
    'GET /api/auth/wechat/binding': json({ available: false, bound: false }),
  });
  renderAt('/security', <SecurityPage />);
  expect(await screen.findByText('平台未接入微信公众号。')).toBeVisible();
});

it('lists the passkeys, adds one after the password, and takes one away by it', async () => {
  browserWithPasskeys();
  const phone = { id: 'p1', name: '我的手机', createdAt: '2026-11-26T10:00:00+08:00', backedUp: true };
  const sent = answerWith({
    'GET /api/auth/devices': json([]),
    'GET /api/auth/second-factor': json(factorOff),
    'GET /api/auth/my/apps': json([]),
    'GET /api/auth/wechat/binding': json(unbound),
    'GET /api/auth/passkeys': [json(noPasskeys), json({ available: true, items: [phone] }), json(noPasskeys)],
    'POST /api/auth/passkeys/registration': json({ challenge: 'c' }),
    'POST /api/auth/passkeys': json(phone, 201),
    'POST /api/auth/passkeys/p1/removal': new Response(null, { status: 204 }),
  });
  renderAt('/security', <SecurityPage />);
  await userEvent.click(await screen.findByRole('button', { name: '添加通行密钥' }));
  await userEvent.type(screen.getByPlaceholderText('例如：我的手机'), '我的手机');
  await userEvent.type(screen.getByPlaceholderText('核实是您本人'), 'Kite-2026-mo');
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));

  await userEvent.click(await screen.findByRole('button', { name: '删除通行密钥 我的手机' }));
  await userEvent.type(screen.getByPlaceholderText('核实是您本人'), 'Kite-2026-mo');
  await userEvent.click(screen.getByRole('button', { name: '删除通行密钥' }));
  expect(await screen.findByText('还没有通行密钥')).toBeVisible();
  expect(sent.find((it) => it.url.pathname.endsWith('/p1/removal'))!.body).toEqual({
    password: 'Kite-2026-mo',
  });
});

it('says where the browser has no passkeys', async () => {
  answerWith({
    'GET /api/auth/devices': json([]),
    'GET /api/auth/second-factor': json(factorOff),
    'GET /api/auth/my/apps': json([]),
    'GET /api/auth/wechat/binding': json(unbound),
    'GET /api/auth/passkeys': json(noPasskeys),
  });
  renderAt('/security', <SecurityPage />);
  expect(await screen.findByText(/当前浏览器不支持通行密钥/)).toBeVisible();
  expect(screen.queryByRole('button', { name: '添加通行密钥' })).toBeNull();
});

it('of many devices shows those used last, and all when asked', async () => {
  const device = (id: number) => ({
    id: String(id),
    device: `微信 ${id}`,
    address: '203.0.113.7',
    startedAt: '2026-11-26T10:00:00+08:00',
    seenAt: `2026-11-26T10:${10 + id}:00+08:00`,
    current: id === 0,
  });
  answerWith({
    'GET /api/auth/devices': json(Array.from({ length: 7 }, (_, id) => device(id))),
    'GET /api/auth/passkeys': json(noPasskeys),
    'GET /api/auth/wechat/binding': json(unbound),
  });
  renderAt('/security', <SecurityPage />);
  expect(await screen.findByText('微信 6')).toBeVisible();
  expect(screen.queryByText('微信 1')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '显示全部 7 台' }));
  expect(screen.getByText('微信 1')).toBeVisible();
});

it('an application that knows who one is is ended after a question', async () => {
  const app = {
    id: 'a1',
    name: '产业园区服务平台',
    owner: '示例区科技局',
    knows: ['ENTERPRISE'],
    plainPhone: false,
    enabled: true,
    givenAt: '2026-11-26T10:00:00+08:00',
  };
  const sent = answerWith({
    'GET /api/auth/devices': json([]),
    'GET /api/auth/passkeys': json(noPasskeys),
    'GET /api/auth/wechat/binding': json(unbound),
    'GET /api/auth/second-factor': json(factorOff),
    'GET /api/auth/my/apps': [json([app]), json([])],
    'POST /api/auth/my/apps/a1/withdrawal': () => new Response(null, { status: 204 }),
  });
  renderAt('/security', <SecurityPage />);
  expect(await screen.findByText(/示例区科技局.*可获取您当前代表的企业/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '撤销授权：产业园区服务平台' }));
  expect(sent.filter((one) => one.method === 'POST')).toEqual([]);
  // The dialog takes no pointer until it is there in full.
  await userEvent.setup({ pointerEventsCheck: 0 }).click(await screen.findByText('撤销授权'));
  expect(await screen.findByText(/没有用平台账号登录过其他应用/)).toBeVisible();
});

it('says where the second factor is set up', async () => {
  answerWith({
    'GET /api/auth/devices': json([]),
    'GET /api/auth/second-factor': json(factorOff),
    'GET /api/auth/my/apps': json([]),
    'GET /api/auth/passkeys': json(noPasskeys),
    'GET /api/auth/wechat/binding': json(unbound),
  });
  renderAt('/security', <SecurityPage />);
  expect(await screen.findByText(/请在电脑上打开/)).toHaveTextContent(/未开启.*账号安全.*设置/);
  expect(screen.getByRole('link', { name: '账号安全' })).toHaveAttribute('href', '/center/security');
});
