import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { PolicyTopics } from './PolicyTopics';

const PATH = '/api/message/my/policy-topics';
const topic = {
  id: '7',
  categories: ['TAX', 'FUNDING'],
  levels: ['DISTRICT'],
  industries: ['C', 'I'],
  words: '技改',
  createdAt: '2026-11-20T10:00:00+08:00',
};

const shown = () =>
  renderAt(
    '/center/message-settings',
    <AntdRoot>
      <PolicyTopics />
    </AntdRoot>,
  );

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('what a person subscribes to is said in words and can be ended', async () => {
  const sent = answerWith({
    [`GET ${PATH}`]: [json([topic]), json([])],
    [`DELETE ${PATH}/7`]: new Response(null, { status: 204 }),
  });
  shown();
  const text = '税收政策或资金补助政策 · 区级 · 制造业或信息传输、软件和信息技术服务业 · 含“技改”';
  expect(await screen.findByText(text)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: `取消订阅：${text}` }));
  expect(await screen.findByText('还没有订阅政策主题')).toBeVisible();
  expect(sent.some((one) => one.method === 'DELETE')).toBe(true);
});

it('a topic asks for something before it can be subscribed to, and is sent as typed', async () => {
  const sent = answerWith({ [`GET ${PATH}`]: [json([]), json([topic])], [`POST ${PATH}`]: json(topic) });
  shown();
  const add = await screen.findByRole('button', { name: /订\s?阅/ });
  expect(add).toBeDisabled();
  await userEvent.type(screen.getByLabelText('关键词'), '技');
  expect(add).toBeDisabled();
  await userEvent.type(screen.getByLabelText('关键词'), '改');
  await userEvent.click(screen.getByRole('checkbox', { name: '区级' }));
  await userEvent.click(screen.getByRole('combobox', { name: '所属行业' }));
  await userEvent.click(await screen.findByTitle('制造业'));
  await userEvent.click(add);
  await waitFor(() =>
    expect(sent.find((one) => one.method === 'POST')?.body).toEqual({
      categories: [],
      levels: ['DISTRICT'],
      industries: ['C'],
      words: '技改',
    }),
  );
  expect(
    await screen.findByText(
      '税收政策或资金补助政策 · 区级 · 制造业或信息传输、软件和信息技术服务业 · 含“技改”',
    ),
  ).toBeVisible();
});

it('with ten topics there is no room for another, and it says so', async () => {
  answerWith({ [`GET ${PATH}`]: json(Array.from({ length: 10 }, (_, i) => ({ ...topic, id: `${i}` }))) });
  shown();
  expect(await screen.findByText('最多订阅 10 个主题，取消一个后可以再订阅。')).toBeVisible();
  expect(screen.queryByLabelText('关键词')).not.toBeInTheDocument();
});

it('a failure is said, with a way to try again', async () => {
  answerWith({ [`GET ${PATH}`]: problem(503, 'SERVICE_UNAVAILABLE') });
  shown();
  expect(await screen.findByRole('button', { name: /重\s?试|重新加载/ })).toBeVisible();
});
