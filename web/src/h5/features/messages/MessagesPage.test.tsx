import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
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
