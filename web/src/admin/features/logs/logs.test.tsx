import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import PushesPage from './PushesPage';
import SignInsPage from './SignInsPage';

const page = (items: object[]) => json({ items, total: items.length, page: 1, size: 20 });

it("the log of sign-ins says whose account it was and where they work, and that a name is nobody's", async () => {
  const sent = answerWith({
    'GET /api/auth/sign-in-log': page([
      {
        id: '1',
        username: 'shenhe',
        accountId: 'a1',
        name: '李审核',
        affiliation: '巴南区经济和信息化委员会',
        result: 'SUCCESS',
        at: '2026-11-26T10:00:00+08:00',
        address: '10.0.0.8',
        userAgent: 'curl/8',
      },
      {
        id: '2',
        username: 'root',
        result: 'BAD_CREDENTIALS',
        at: '2026-11-26T09:00:00+08:00',
        address: '10.0.0.9',
        userAgent: 'curl/8',
      },
    ]),
  });
  renderAt(
    '/sign-ins?result=BAD_CREDENTIALS&result=SUCCESS',
    <AntdRoot>
      <SignInsPage />
    </AntdRoot>,
  );
  const known = (await screen.findByText('李审核')).closest('tr')!;
  expect(known).toHaveTextContent('巴南区经济和信息化委员会');
  expect(within(known).getByText('成功')).toBeInTheDocument();
  expect(screen.getByText('root').closest('tr')).toHaveTextContent('没有该账号');
  expect(sent[0]!.url.searchParams.getAll('result')).toEqual(['BAD_CREDENTIALS', 'SUCCESS']);
  expect(sent[0]!.url.searchParams.get('sort')).toBe('at,desc');
  expect(screen.getByRole('button', { name: '导出' })).toBeInTheDocument();
});

it('the log of pushes says in words what became of each', async () => {
  const push = (messageId: string, channel: string, result: string) => ({
    messageId,
    accountId: 'a1',
    title: `消息${messageId}`,
    kind: 'SYSTEM',
    channel,
    result,
    receiver: '周收件',
    sentAt: '2026-11-26T10:00:00+08:00',
  });
  answerWith({
    'GET /api/message/push-log': page([
      push('1', 'IN_SITE', 'DELIVERED'),
      push('2', 'SMS', 'ACCEPTED'),
      push('3', 'SMS', 'FAILED'),
    ]),
  });
  renderAt(
    '/pushes',
    <AntdRoot>
      <PushesPage />
    </AntdRoot>,
  );
  expect((await screen.findByText('消息1')).closest('tr')).toHaveTextContent('已送达');
  expect(screen.getByText('消息2').closest('tr')).toHaveTextContent('已提交');
  expect(screen.getByText('消息3').closest('tr')).toHaveTextContent('发送失败');
});
