import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import { PolicyTopics } from './PolicyTopics';

const PATH = '/api/message/my/policy-topics';
const topic = {
  id: '7',
  categories: ['TAX'],
  levels: ['DISTRICT'],
  industries: ['C'],
  words: '技改',
  createdAt: '2026-11-20T10:00:00+08:00',
};
const TEXT = '税收政策 · 区级 · 制造业 · 含“技改”';

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('a topic is subscribed to on the phone as it was put together, and ended again', async () => {
  const sent = answerWith({
    [`GET ${PATH}`]: [json([]), json([topic]), json([])],
    [`POST ${PATH}`]: json(topic),
    [`DELETE ${PATH}/7`]: new Response(null, { status: 204 }),
  });
  renderAt(
    '/message-settings',
    <MobileRoot>
      <PolicyTopics />
    </MobileRoot>,
  );
  await userEvent.click(await screen.findByText('税收政策'));
  await userEvent.click(screen.getByText('区级'));
  await userEvent.click(screen.getByText('所属行业'));
  await userEvent.click(screen.getByText('制造业'));
  expect(screen.getByText('所属行业（已选 1 项）')).toBeVisible();
  await userEvent.type(screen.getByLabelText('关键词'), '技改');
  await userEvent.click(screen.getByRole('button', { name: '订阅' }));
  expect(await screen.findByText(TEXT)).toBeVisible();
  expect(sent.find((one) => one.method === 'POST')?.body).toEqual({
    categories: ['TAX'],
    levels: ['DISTRICT'],
    industries: ['C'],
    words: '技改',
  });

  await userEvent.click(screen.getByRole('button', { name: `取消订阅：${TEXT}` }));
  await waitFor(() => expect(screen.getByText('还没有订阅政策主题')).toBeVisible());
  expect(sent.some((one) => one.method === 'DELETE')).toBe(true);
});
