import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, json, type Sent } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import UndeliveredPage from './UndeliveredPage';

const one = (messageId: string, resendable: boolean, twice = false) => ({
  messageId,
  title: `通知${messageId}`,
  kind: 'FINANCE',
  accountId: 'a1',
  receiver: '周收件',
  failed: ['WECHAT', 'SMS'],
  resendable,
  twice,
  ...(resendable ? { answer: '查询结果：服务商没有收到' } : {}),
  resent: 0,
  happenedAt: '2026-11-26T10:00:00+08:00',
  endedAt: '2026-11-26T10:20:00+08:00',
});

let sent: Sent[];

function open(permissions: string[]) {
  sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions }),
    'GET /api/message/undelivered': json({
      items: [one('1', true), one('2', false), one('3', false, true)],
      total: 3,
      page: 1,
      size: 20,
    }),
    'POST /api/message/undelivered/resend': json({ resent: 1, notThere: 0, uncertain: 0, declined: 0 }),
  });
  renderAt(
    '/undelivered',
    <AntdRoot>
      <SignedIn>
        <UndeliveredPage />
      </SignedIn>
    </AntdRoot>,
  );
}

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('what failed is sent again after a question, and what may have gone out cannot be chosen', async () => {
  open(['message.undelivered.resend']);
  const failed = within((await screen.findByText('通知1')).closest('tr')!);
  const uncertain = within(screen.getByText('通知2').closest('tr')!);
  expect(failed.getByText('公众号、短信')).toBeVisible();
  expect(failed.getByText('查询结果：服务商没有收到')).toBeVisible();
  expect(uncertain.getByText('可能已送达，不能重发')).toBeVisible();
  expect(uncertain.getByRole('checkbox')).toBeDisabled();
  fireEvent.click(failed.getByRole('checkbox'));
  fireEvent.click(screen.getByText('重发（1）'));
  const [question] = await screen.findAllByText('重发 1 条通知？');
  expect(screen.queryByText(/可能收到两次/)).not.toBeInTheDocument();
  expect(sent.some((it) => it.method === 'POST')).toBe(false);
  fireEvent.click(within(question!.closest<HTMLElement>('.ant-modal')!).getByText('重发'));
  await waitFor(() =>
    expect(sent.find((it) => it.method === 'POST')?.body).toEqual({ ids: ['1'], doubtAccepted: false }),
  );
  expect(await screen.findByText('已重发 1 条')).toBeInTheDocument();
});

it('what may have gone out and nobody can say any more is sent again by who accepts that it may come twice', async () => {
  open(['message.undelivered.resend']);
  const doubtful = within((await screen.findByText('通知3')).closest('tr')!);
  expect(doubtful.getByText('可能已送达，已无法查询')).toBeVisible();
  fireEvent.click(doubtful.getByRole('checkbox'));
  fireEvent.click(screen.getByText('重发（1）'));
  const [question] = await screen.findAllByText('重发 1 条通知？');
  const asked = within(question!.closest<HTMLElement>('.ant-modal')!);
  expect(asked.getByText(/其中 1 条结果不明，可能已经送达，重发后接收人可能收到两次/)).toBeVisible();
  expect(sent.some((it) => it.method === 'POST')).toBe(false);
  fireEvent.click(asked.getByText('仍然重发'));
  await waitFor(() =>
    expect(sent.find((it) => it.method === 'POST')?.body).toEqual({ ids: ['3'], doubtAccepted: true }),
  );
});

it('who may only read it sends nothing', async () => {
  open(['message.push-log.read']);
  expect(await screen.findByText('通知1')).toBeVisible();
  expect(screen.queryByText('重发')).not.toBeInTheDocument();
});
