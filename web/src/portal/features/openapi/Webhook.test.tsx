import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { MyApiKey } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { Webhook } from './Webhook';

const PATH = '/api/auth/openapi/my/keys/k1/webhook';
const choice = { event: 'API_KEY_EXPIRING', code: 'api_key.expiring', label: '密钥将在 14 天内到期' };
const webhook = {
  url: 'https://bank.example.cn/hooks',
  events: [choice],
  offered: [choice],
  createdAt: '2026-11-26T10:00:00+08:00',
  version: 3,
};
const open = (answers: Parameters<typeof answerWith>[0]) => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    [`GET ${PATH}/events`]: json({ events: [choice], thisMachine: false }),
    [`GET ${PATH}/deliveries`]: json({ items: [], total: 0, page: 1, size: 10 }),
    ...answers,
  });
  renderAt(
    '/center/openapi',
    <AntdRoot>
      <Webhook of={{ id: 'k1', status: 'ACTIVE' } as MyApiKey} />
    </AntdRoot>,
  );
  return sent;
};

it('a first webhook shows its secret with the word that it is shown once', async () => {
  const sent = open({
    [`GET ${PATH}`]: json(undefined, 204),
    [`PUT ${PATH}`]: json({ webhook, secret: 'whsec_c2VjcmV0' }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '设置回调' }));
  await userEvent.type(await screen.findByLabelText('接收地址'), webhook.url);
  await userEvent.click(await screen.findByRole('checkbox', { name: choice.label }));
  await userEvent.click(screen.getByRole('button', { name: /^保\s?存$/ }));

  expect(await screen.findByLabelText('回调密钥')).toHaveValue('whsec_c2VjcmV0');
  expect(screen.getByText(/只显示这一次/)).toBeInTheDocument();
  expect(sent.find((one) => one.method === 'PUT')!.body).toEqual({
    url: webhook.url,
    events: ['API_KEY_EXPIRING'],
  });
});

it('what was not delivered says why and can be sent again', async () => {
  const dead = {
    id: 'd1',
    type: 'api_key.expiring',
    status: 'DEAD',
    createdAt: '2026-11-26T10:00:00+08:00',
    tries: 12,
    lastTriedAt: '2026-11-27T10:00:00+08:00',
    lastMillis: 40,
    lastProblem: 'TLS_FAILED',
    payload: '{}',
  };
  const sent = open({
    [`GET ${PATH}`]: json(webhook),
    [`GET ${PATH}/deliveries`]: json({ items: [dead], total: 1, page: 1, size: 10 }),
    [`POST ${PATH}/deliveries/d1/resend`]: json(undefined, 202),
  });
  const row = within((await screen.findByText('api_key.expiring')).closest('tr')!);
  expect(row.getByText(/证书不受信任，40 毫秒，第 12 次/)).toBeInTheDocument();
  await userEvent.click(row.getByRole('button', { name: '重新发送' }));

  expect(await screen.findByText('已重新发送')).toBeInTheDocument();
  expect(sent.some((one) => one.url.pathname === `${PATH}/deliveries/d1/resend`)).toBe(true);
});

it('a push that was answered with 500 says that it did not arrive and when it is tried again', async () => {
  const again = {
    id: 'd1',
    eventId: 'e1',
    type: 'webhook.test',
    status: 'PENDING',
    tries: 1,
    createdAt: '2026-11-27T09:00:00+08:00',
    lastTriedAt: '2026-11-27T09:00:01+08:00',
    lastMillis: 40,
    lastStatus: 500,
    nextTryAt: '2026-11-27T09:00:06+08:00',
    payload: '{}',
  };
  open({
    [`GET ${PATH}`]: json(webhook),
    [`GET ${PATH}/deliveries`]: json({ items: [again], total: 1, page: 1, size: 10 }),
  });
  const row = within((await screen.findByText('webhook.test')).closest('tr')!);
  expect(row.getByText('未送达，等待重试')).toBeInTheDocument();
  expect(row.getByText('500，40 毫秒，第 1 次，2026-11-27 09:00:06 再试')).toBeInTheDocument();
});

it.each([
  [{ status: 'DEAD', tries: 0, endedBecause: 'KEY_ENDED' }, '没有发送，不再发送：密钥已注销或过期'],
  [
    { status: 'DEAD', tries: 3, lastTriedAt: '2026-11-27T10:00:00+08:00', lastMillis: 40, lastStatus: 500, endedBecause: 'PAUSED' },
    '500，40 毫秒，第 3 次，不再发送：回调已停用',
  ],
  [
    { status: 'DEAD', tries: 9, lastTriedAt: '2026-11-27T10:00:00+08:00', lastMillis: 15000, lastProblem: 'TIMED_OUT' },
    '没有回答：超时，15000 毫秒，第 9 次',
  ],
  [
    { status: 'DEAD', tries: 9, lastTriedAt: '2026-11-27T10:00:00+08:00', lastMillis: 12, lastProblem: 'NO_ANSWER' },
    '没有回答，12 毫秒，第 9 次',
  ],
])('a dead push says what was last answered and why nothing is sent any more: %j', async (fate, words) => {
  const dead = { id: 'd1', type: 'webhook.test', createdAt: '2026-11-26T10:00:00+08:00', payload: '{}', ...fate };
  open({
    [`GET ${PATH}`]: json(webhook),
    [`GET ${PATH}/deliveries`]: json({ items: [dead], total: 1, page: 1, size: 10 }),
  });
  const row = within((await screen.findByText('webhook.test')).closest('tr')!);
  expect(row.getByText(words)).toBeInTheDocument();
});

it.each([
  ['RECEIVER_GONE', /2026-11-28 10:00 接收方回答 410/],
  ['PAUSED', /2026-11-28 10:00 由本单位停用/],
])('a webhook that is off says why and since when, offers no resending and can be switched on: %s', async (disabledBecause, words) => {
  const dead = { id: 'd1', type: 'webhook.test', status: 'DEAD', tries: 0, createdAt: '2026-11-26T10:00:00+08:00', payload: '{}' };
  const sent = open({
    [`GET ${PATH}`]: json({ ...webhook, disabledAt: '2026-11-28T10:00:00+08:00', disabledBecause }),
    [`GET ${PATH}/deliveries`]: json({ items: [dead], total: 1, page: 1, size: 10 }),
    [`POST ${PATH}/resume`]: json(webhook),
  });
  expect(await screen.findByText(words)).toBeInTheDocument();
  await screen.findByText('webhook.test');
  expect(screen.queryByRole('button', { name: '重新发送' })).toBeNull();
  expect(screen.queryByRole('button', { name: '发送测试事件' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '启用' }));
  const question = within(await screen.findByRole('dialog', { name: '启用事件回调？' }));
  await userEvent.click(question.getByRole('button', { name: '启用' }));

  expect(await screen.findByText('已启用')).toBeInTheDocument();
  expect(sent.find((one) => one.method === 'POST')!.body).toEqual({ version: 3 });
});

it.each([
  ['停用', 'pause', '停用事件回调？'],
  ['删除', 'removal', '删除事件回调？'],
])('%s asks first and does nothing for who thinks better of it', async (act, path, title) => {
  const sent = open({
    [`GET ${PATH}`]: json(webhook),
    [`POST ${PATH}/${path}`]: path === 'removal' ? json(undefined, 204) : json(webhook),
  });
  const posts = () => sent.filter((one) => one.method === 'POST');
  await userEvent.click(await screen.findByRole('button', { name: act }));
  await userEvent.click(within(await screen.findByRole('dialog', { name: title })).getByRole('button', { name: '取消' }));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: title })).toBeNull());
  expect(posts()).toEqual([]);

  await userEvent.click(screen.getByRole('button', { name: act }));
  await userEvent.click(within(await screen.findByRole('dialog', { name: title })).getByRole('button', { name: act }));
  expect(await screen.findByText(`已${act}`)).toBeInTheDocument();
  expect(posts().map((one) => [one.url.pathname, one.body])).toEqual([[`${PATH}/${path}`, { version: 3 }]]);
});

it('what was sent before a webhook was removed can still be read, and where nothing was sent nothing is said of it', async () => {
  const dead = { id: 'd1', type: 'webhook.test', status: 'DEAD', tries: 0, endedBecause: 'REMOVED', createdAt: '2026-11-26T10:00:00+08:00', payload: '{}' };
  open({
    [`GET ${PATH}`]: json(undefined, 204),
    [`GET ${PATH}/deliveries`]: json({ items: [dead], total: 1, page: 1, size: 10 }),
  });
  const row = within((await screen.findByText('webhook.test')).closest('tr')!);
  expect(row.getByText('没有发送，不再发送：回调已删除')).toBeInTheDocument();
  expect(screen.getByText('还没有设置')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '重新发送' })).toBeNull();
});

it.each([
  [true, /接收程序也可以在本机/],
  [false, /^公网可以访问的 https:\/\/ 网址$/],
])('says which addresses are taken: on one machine with everything, %s', async (thisMachine, hint) => {
  open({
    [`GET ${PATH}`]: json(undefined, 204),
    [`GET ${PATH}/events`]: json({ events: [choice], thisMachine }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '设置回调' }));
  await screen.findByRole('checkbox', { name: choice.label });

  expect(screen.getByText(hint)).toBeInTheDocument();
});

it.each([
  [undefined, null],
  ['2026-11-28T10:00:00+08:00', '2026-11-28 10:00'],
])('who changes the secret reads what becomes of one that was kept before: %s', async (previousUntil, until) => {
  open({
    [`GET ${PATH}`]: json({ ...webhook, previousUntil }),
    [`GET ${PATH}/deliveries`]: json({ items: [], total: 0, page: 1, size: 10 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '更换回调密钥' }));
  const dialog = within(await screen.findByRole('dialog', { name: '更换回调密钥' }));

  expect(dialog.getByText(/每个事件同时带新旧两个签名/)).toBeInTheDocument();
  const kept = dialog.queryByText(/上次更换时保留的回调密钥.*随本次更换失效/);
  if (until) expect(kept).toHaveTextContent(until);
  else expect(kept).toBeNull();
});
