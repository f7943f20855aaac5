import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { ConnectedApp } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import AppsPage from './AppsPage';

const app: ConnectedApp = {
  id: 'a1',
  clientId: 'zqa_0123456789abcdefghjk',
  name: '产业园区服务平台',
  owner: '示例区科技局',
  kind: 'CONFIDENTIAL',
  redirectUris: ['https://app.example.cn/callback'],
  postLogoutUris: [],
  scopes: ['PROFILE', 'PHONE'],
  plainPhone: false,
  enabled: true,
  secretAt: '2026-11-26T10:00:00+08:00',
  createdAt: '2026-11-26T10:00:00+08:00',
  changedAt: '2026-11-26T10:00:00+08:00',
  version: 1,
};

const openAs = (permissions: string[], answers: Parameters<typeof answerWith>[0] = {}) => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, userType: 'OPERATOR', permissions: ['self', ...permissions] }),
    'GET /api/auth/apps': json({ items: [app], total: 1, page: 1, size: 20 }),
    'GET /api/auth/apps/a1': json(app),
    ...answers,
  });
  renderAt(
    '/apps',
    <AntdRoot>
      <SignedIn>
        <AppsPage />
      </SignedIn>
    </AntdRoot>,
  );
  return sent;
};

const keeper = ['auth.app.read', 'auth.app.manage'];

it('an application is registered, and its secret is shown with the word that it is shown once', async () => {
  const sent = openAs(keeper, {
    'POST /api/auth/apps': json({ ...app, secretAt: undefined, version: 0 }, 201),
    'POST /api/auth/apps/a1/secret': json({ clientId: app.clientId, secret: 'once-and-never-again', app }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '登记应用' }));
  const form = within(screen.getByText('登记接入应用').closest<HTMLElement>('.ant-drawer')!);
  await userEvent.type(form.getByLabelText('应用名称'), '产业园区服务平台');
  await userEvent.type(form.getByLabelText('主管单位'), '示例区科技局');
  await userEvent.type(form.getByLabelText('回调地址'), 'https://app.example.cn/callback{Enter}');
  await userEvent.type(form.getByLabelText(/^退出通知地址/), 'https://app.example.cn/out');
  await userEvent.click(form.getByRole('button', { name: /^登\s?记$/ }));

  expect(await screen.findByLabelText('密钥')).toHaveValue('once-and-never-again');
  expect(screen.getByText(/只显示这一次/)).toBeInTheDocument();
  const posts = sent.filter((one) => one.method === 'POST');
  expect(posts[0]!.body).toEqual({
    name: '产业园区服务平台',
    owner: '示例区科技局',
    kind: 'CONFIDENTIAL',
    redirectUris: ['https://app.example.cn/callback'],
    postLogoutUris: [],
    backChannelLogoutUri: 'https://app.example.cn/out',
    scopes: ['PROFILE'],
    plainPhone: false,
  });
  expect(posts[0]!.headers.get('Idempotency-Key')).toBeTruthy();
  expect(posts[1]!.body).toEqual({ version: 0 });
});

it('an address that is not taken is told at its field', async () => {
  openAs(keeper, {
    'POST /api/auth/apps': problem(400, 'VALIDATION_FAILED', {
      errors: [{ field: 'redirectUris', code: 'ADDRESS', message: 'http://x.cn/ 应以 https:// 开头' }],
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '登记应用' }));
  const form = within(screen.getByText('登记接入应用').closest<HTMLElement>('.ant-drawer')!);
  await userEvent.click(form.getByRole('button', { name: /^登\s?记$/ }));
  expect(await form.findByText('http://x.cn/ 应以 https:// 开头')).toBeInTheDocument();
});

it('a change says which version it is of, and a phone that nobody asked for is not shown plainly', async () => {
  const sent = openAs(keeper, { 'PUT /api/auth/apps/a1': json({ ...app, version: 2 }) });
  await userEvent.click(await screen.findByRole('button', { name: app.name }));
  await userEvent.click(await screen.findByRole('button', { name: /^修\s?改$/ }));
  const form = within(screen.getByText('修改接入应用').closest<HTMLElement>('.ant-drawer')!);
  await userEvent.click(form.getByRole('switch', { name: /提供完整手机号/ }));
  await userEvent.click(form.getByRole('checkbox', { name: '手机号' }));
  expect(form.queryByRole('switch')).toBeNull();
  await userEvent.click(form.getByRole('button', { name: /^保\s?存$/ }));

  await screen.findByText('已保存，立即生效');
  expect(sent.find((one) => one.method === 'PUT')!.body).toMatchObject({
    scopes: ['PROFILE'],
    plainPhone: false,
    version: 1,
  });
});

it('where it is told of sign-outs is shown, and can be taken back', async () => {
  const listening = { ...app, backChannelLogoutUri: 'https://app.example.cn/out' };
  const sent = openAs(keeper, {
    'GET /api/auth/apps/a1': json(listening),
    'PUT /api/auth/apps/a1': json({ ...app, version: 2 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: app.name }));
  expect(await screen.findByText('https://app.example.cn/out')).toBeInTheDocument();
  await userEvent.click(await screen.findByRole('button', { name: /^修\s?改$/ }));
  const form = within(screen.getByText('修改接入应用').closest<HTMLElement>('.ant-drawer')!);
  await userEvent.clear(form.getByLabelText(/^退出通知地址/));
  await userEvent.click(form.getByRole('button', { name: /^保\s?存$/ }));

  await screen.findByText('已保存，立即生效');
  expect(sent.find((one) => one.method === 'PUT')!.body).toMatchObject({ backChannelLogoutUri: '' });
});

it('one is disabled after a question', async () => {
  const sent = openAs(keeper, {
    'POST /api/auth/apps/a1/disable': json({ ...app, enabled: false, version: 2 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: app.name }));
  await userEvent.click(await screen.findByRole('button', { name: /^停\s?用$/ }));
  expect(sent.filter((one) => one.method === 'POST')).toEqual([]);
  const asked = within((await screen.findAllByText(/停用“/))[0]!.closest<HTMLElement>('.ant-modal')!);
  await userEvent.click(asked.getByRole('button', { name: /^停\s?用$/ }));
  await screen.findByText('已停用');
  expect(sent.find((one) => one.method === 'POST')!.body).toEqual({ version: 1 });
});

it('who may only see them changes nothing', async () => {
  openAs(['auth.app.read']);
  await userEvent.click(await screen.findByRole('button', { name: app.name }));
  expect(await screen.findByText('https://app.example.cn/callback')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /修\s?改|停\s?用|密钥|登记应用/ })).toBeNull();
});
