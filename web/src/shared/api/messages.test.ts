import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { answerWith, json, messageStream } from '../test/http';
import { someone } from '../test/render';
import { createQueryClient, ME, useUnread } from '.';

/** A page that shows something under this key, in a layout that receives the messages. */
async function show(queryKey: string[]) {
  const live = messageStream();
  answerWith({
    'GET /api/message/my/unread-count': json({ count: 0 }),
    'GET /api/message/my/stream': live.answer,
  });
  const queries = createQueryClient();
  queries.setQueryData(ME, someone);
  let asked = 0;
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(QueryClientProvider, { client: queries }, children);
  renderHook(
    () => {
      useUnread();
      useQuery({ queryKey, queryFn: () => (asked += 1) });
    },
    { wrapper },
  );
  await waitFor(() => expect(asked).toBe(1));
  return {
    tell: (link: string) => act(async () => live.tell({ id: 'm1', kind: 'CODE', link })),
    asked: () => asked,
  };
}

it.each([
  ['/my/claims/a1', ['claims', '1']],
  ['/my/claims/a1', ['claim', 'a1']],
  ['/my/applications/a1', ['applications', 'list']],
  ['/my/applications/a1', ['application', 'a1']],
  ['/declarations/a1', ['declarations', 'a1']],
  ['/redemptions/a1', ['redemptions']],
  ['/my/code', ['code']],
])('a message about %s brings what is on the screen of it up to date: %s', async (link, key) => {
  const page = await show(key);
  await page.tell(link);
  await waitFor(() => expect(page.asked()).toBe(2));
});

it('what the message is not about, and what staff work on, stays as it is', async () => {
  const page = await show(['claims', 'one', 'a1']);
  await page.tell('/my/applications/a1');
  await page.tell('/claims/a1');
  await page.tell('/my/messages');
  expect(page.asked()).toBe(1);
});
