import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import OperationPage from './OperationPage';
import OperationsPage from './OperationsPage';
import PushesPage from './PushesPage';
import SignInsPage from './SignInsPage';
import SmsAttemptsPage from './SmsAttemptsPage';
import SmsCostsPage from './SmsCostsPage';

const page = (items: object[]) => json({ items, total: items.length, page: 1, size: 20 });

const refusedOperation = {
  seq: 7,
  occurredAt: '2026-11-26T10:00:00+08:00',
  service: 'policy-service',
  serviceName: '政策',
  action: 'COMMAND_REFUSED',
  actionLabel: '操作未成功',
  result: 'FAILED',
  problem: 'VERSION_CONFLICT',
  subjectKind: '接口',
  subjectId: 's1',
  subjectName: 'POST /api/policy/declarations/{id}/pass',
  actorKind: 'PERSON',
  actorName: '李审核',
};

it('the log of operations tells what was refused from what was done, and is filtered by it', async () => {
  const sent = answerWith({
    'GET /api/ops/operations/kinds': json([]),
    'GET /api/ops/operations': page([
      refusedOperation,
      { ...refusedOperation, seq: 6, actionLabel: '批准申报', result: 'SUCCESS', problem: undefined },
    ]),
  });
  renderAt(
    '/operations?result=FAILED',
    <AntdRoot>
      <OperationsPage />
    </AntdRoot>,
  );
  const failed = (await screen.findByText('操作未成功')).closest('tr')!;
  expect(within(failed).getByText('失败')).toBeInTheDocument();
  expect(failed).toHaveTextContent('VERSION_CONFLICT');
  expect(within(screen.getByText('批准申报').closest('tr')!).getByText('成功')).toBeInTheDocument();
  const asked = sent.find(({ url }) => url.pathname === '/api/ops/operations')!;
  expect(asked.url.searchParams.get('result')).toBe('FAILED');
});

it('an entry of what was refused says why, and speaks of no changes', async () => {
  answerWith({
    'GET /api/ops/operations/7': json({
      operation: refusedOperation,
      recordedAt: '2026-11-26T10:00:01+08:00',
      changes: [
        { field: 'problem', name: '问题代码', before: '（无）', after: 'VERSION_CONFLICT' },
        { field: 'reason', name: '原因', before: '（无）', after: '内容已被他人修改，请刷新后重试' },
      ],
      hash: 'ab'.repeat(32),
    }),
  });
  renderAt(
    '/operations/7',
    <AntdRoot>
      <Routes>
        <Route path="/operations/:seq" element={<OperationPage />} />
      </Routes>
    </AntdRoot>,
  );
  expect(await screen.findByText('内容已被他人修改，请刷新后重试')).toBeInTheDocument();
  expect(screen.getByText('失败')).toBeInTheDocument();
  expect(screen.getByText('VERSION_CONFLICT')).toBeInTheDocument();
  expect(screen.queryByText('变更内容')).toBeNull();
});

it("the log of sign-ins says whose account it was and where they work, and that a name is nobody's", async () => {
  const sent = answerWith({
    'GET /api/ops/sign-ins': page([
      {
        seq: 1,
        username: 'shenhe',
        way: 'PASSKEY',
        accountId: 'a1',
        name: '李审核',
        affiliation: '巴南区经济和信息化委员会',
        result: 'SUCCESS',
        at: '2026-11-26T10:00:00+08:00',
        address: '10.0.0.8',
        userAgent: 'curl/8',
        client: 'curl/8',
      },
      {
        seq: 2,
        username: 'ro***',
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
  expect(within(known).getByText('通行密钥')).toBeInTheDocument();
  expect(screen.getByText('ro***').closest('tr')).toHaveTextContent('没有该账号');
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
      { ...push('3', 'SMS', 'FAILED'), provider: 'TENCENT', answer: '空号 MK:0001', parts: 2, cost: 0.09 },
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
  const failed = screen.getByText('消息3').closest('tr');
  expect(failed).toHaveTextContent('发送失败');
  expect(failed).toHaveTextContent('空号 MK:0001');
  expect(failed).toHaveTextContent('腾讯云短信2 条，0.09 元');
});

it('each attempt at a text message is told with its provider, its answer, its report and its cost', async () => {
  const sent = answerWith({
    'GET /api/message/sms-attempts': page([
      {
        id: '1',
        sentAt: '2026-11-26T10:00:01+08:00',
        receiver: '周收件',
        purpose: 'NOTIFICATION',
        number: 2,
        provider: 'TENCENT',
        state: 'DELIVERED',
        answer: 'send success Ok',
        report: '用户短信送达成功 DELIVRD',
        reportedAt: '2026-11-26T10:00:05+08:00',
        parts: 2,
        cost: 0.09,
        millis: 1240,
      },
      {
        id: '2',
        sentAt: '2026-11-26T10:00:00+08:00',
        purpose: 'REGISTRATION',
        number: 1,
        provider: 'ALIYUN',
        state: 'REFUSED',
        answer: '账户余额不足 isv.AMOUNT_NOT_ENOUGH',
      },
    ]),
  });
  renderAt(
    '/sms-attempts?state=DELIVERED&provider=TENCENT',
    <AntdRoot>
      <SmsAttemptsPage />
    </AntdRoot>,
  );
  const brought = (await screen.findByText('周收件')).closest('tr')!;
  expect(brought).toHaveTextContent('通知');
  expect(brought).toHaveTextContent('第 2 次提交');
  expect(within(brought).getByText('已送达')).toBeInTheDocument();
  expect(brought).toHaveTextContent('报告：用户短信送达成功 DELIVRD');
  expect(brought).toHaveTextContent('2 条0.09 元');
  expect(brought).toHaveTextContent('1,240 毫秒');
  expect(screen.getByText('注册验证码').closest('tr')).toHaveTextContent('未受理');
  expect(sent[0]!.url.searchParams.get('state')).toBe('DELIVERED');
  expect(sent[0]!.url.searchParams.get('provider')).toBe('TENCENT');
});

it('what text messages cost is told by provider and day, and not made up where no price was set', async () => {
  const day = (provider: string, cost?: number) => ({
    id: `2026-11-26-${provider}`,
    day: '2026-11-26',
    provider,
    attempts: 12,
    taken: 11,
    delivered: 9,
    undelivered: 1,
    refused: 1,
    unknown: 0,
    parts: 13,
    cost,
  });
  answerWith({ 'GET /api/message/sms-attempts/days': page([day('ALIYUN', 0.585), day('TENCENT')]) });
  renderAt(
    '/sms-costs',
    <AntdRoot>
      <SmsCostsPage />
    </AntdRoot>,
  );
  expect((await screen.findByText('阿里云短信')).closest('tr')).toHaveTextContent('0.585 元');
  expect(screen.getByText('腾讯云短信').closest('tr')).not.toHaveTextContent('元');
});
