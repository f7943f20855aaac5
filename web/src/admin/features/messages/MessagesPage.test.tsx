import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Message } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import MessagesPage from './MessagesPage';

const task = (id: string, body: string, doneAt?: string): Message => ({
  id,
  kind: 'CODE',
  title: '新的领码申请待审核',
  body,
  link: `/claims/${id}`,
  createdAt: '2026-11-25T10:00:00+08:00',
  doneAt,
});

it('a task that a colleague has done is marked so, and asks for nothing', async () => {
  const items = [task('c1', '甲公司', '2026-11-25T11:00:00+08:00'), task('c2', '乙公司')];
  answerWith({
    'GET /api/message/my/messages': json({ items, total: 2, page: 1, size: 20 }),
    'POST /api/message/my/messages/read': json({ count: 0 }),
  });
  renderAt(
    '/messages',
    <AntdRoot>
      <MessagesPage />
    </AntdRoot>,
  );
  const [done, open] = await Promise.all(
    ['甲公司', '乙公司'].map(async (name) => within((await screen.findByText(name)).parentElement!)),
  );
  expect(done!.getByText('已办理')).toBeInTheDocument();
  expect(done!.queryByText('未读')).toBeNull();
  expect(open!.getByText('未读')).toBeInTheDocument();
  expect(open!.queryByText('已办理')).toBeNull();

  await userEvent.click(done!.getByRole('button', { name: '新的领码申请待审核' }));
  expect(await screen.findByRole('link', { name: '查看详情' })).toHaveAttribute('href', '/claims/c1');
});
