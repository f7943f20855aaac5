import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import MessagePage from './MessagePage';
import MessagesPage from './MessagesPage';

it('messages are searched and chosen by what they are about, or those that were not read', async () => {
  const sent = answerWith({
    ...signedInAs(someone),
    'GET /api/message/my/unread-count': json({ count: 0 }),
    'GET /api/message/my/messages': json({ items: [], total: 0, page: 1, size: 20 }),
  });
  renderAt(
    '/messages',
    <MobileRoot>
      <SignedIn>
        <MessagesPage />
      </SignedIn>
    </MobileRoot>,
  );
  const asked = () =>
    Object.fromEntries(
      sent.filter((one) => one.url.pathname === '/api/message/my/messages').at(-1)!.url.searchParams,
    );
  expect(await screen.findByText('还没有消息')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: '融资' }));
  await waitFor(() => expect(asked()).toEqual({ kind: 'FINANCE', page: '1', size: '20' }));
  await userEvent.type(screen.getByRole('searchbox', { name: '搜索消息' }), '放款{Enter}');
  await waitFor(() => expect(asked()).toEqual({ q: '放款', kind: 'FINANCE', page: '1', size: '20' }));
  await userEvent.click(screen.getByRole('button', { name: '未读' }));
  await waitFor(() => expect(asked()).toEqual({ q: '放款', read: 'false', page: '1', size: '20' }));

  await userEvent.click(await screen.findByRole('button', { name: '清除条件' }));
  await waitFor(() => expect(asked()).toEqual({ page: '1', size: '20' }));
});

it.each([
  ['去评价', { open: true }],
  ['再次评价', { open: false, evaluation: { againOpen: true } }],
  ['查看办理评价', { open: false, evaluation: { againOpen: false } }],
])('who is asked to evaluate is led to it by "%s"', async (words, one) => {
  answerWith({
    ...signedInAs(someone),
    'GET /api/message/my/messages/m1': json({
      id: 'm1',
      kind: 'SYSTEM',
      title: '请评价办理情况',
      body: '请于2026年12月28日前评价办理情况。',
      link: '/my/evaluations/c1',
      createdAt: '2026-11-30T15:09:00+08:00',
      read: true,
    }),
    'GET /api/message/my/unread-count': json({ count: 0 }),
    'GET /api/ops/my/finished-cases/c1': json(one),
  });
  renderAt(
    '/messages/m1',
    <MobileRoot>
      <SignedIn>
        <MessagePage />
      </SignedIn>
    </MobileRoot>,
    '/messages/:id',
  );
  expect(await screen.findByRole('button', { name: words })).toBeInTheDocument();
});
