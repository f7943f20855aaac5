import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ExportsPage from './ExportsPage';
import OperationPage from './OperationPage';
import OperationsPage from './OperationsPage';
import PushesPage from './PushesPage';
import SignInsPage from './SignInsPage';
import SmsAttemptsPage from './SmsAttemptsPage';
import SmsCostsPage from './SmsCostsPage';
import WeChatAttemptsPage from './WeChatAttemptsPage';

const page = (items: object[]) => json({ items, total: items.length, page: 1, size: 20 });

const job = (more: object) => ({
  id: 'j0',
  kind: 'OPERATIONS',
  title: '操作日志',
  conditions: '结果：失败',
  total: 1_000_000,
  written: 0,
  askedAt: '2026-11-26T10:00:00+08:00',
  ...more,
});

const refusedOperation = {
  seq: 7,
  occurredAt: '2026-11-26T10:00:00+08:00',
  service: 'policy-service',
  serviceName: '政策',
  action: 'COMMAND_REFUSED',
  actionLabel: '操作未成功',
  result: 'FAILED',
  problem: 'VERSION_CONFLICT',
  reason: '内容已被他人修改，请刷新后重试',
  intended: '办理本机构的政策申报',
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
      {
        ...refusedOperation,
        seq: 6,
        actionLabel: '批准申报',
        result: 'SUCCESS',
        problem: undefined,
        reason: undefined,
        intended: undefined,
        subjectName: '重庆渝巴机械有限公司',
      },
      {
        ...refusedOperation,
        seq: 5,
        actionLabel: '无权访问，已拒绝',
        reason: undefined,
        intended: undefined,
      },
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
  expect(failed).toHaveTextContent('内容已被他人修改，请刷新后重试');
  expect(failed).toHaveTextContent('办理本机构的政策申报');
  expect(failed).not.toHaveTextContent('/api/');
  expect(screen.getByText('批准申报').closest('tr')).toHaveTextContent('重庆渝巴机械有限公司');
  const before = screen.getByText('无权访问，已拒绝').closest('tr')!;
  expect(before).toHaveTextContent('VERSION_CONFLICT');
  expect(before).toHaveTextContent('政策服务的操作');
  expect(within(screen.getByText('批准申报').closest('tr')!).getByText('成功')).toBeInTheDocument();
  const asked = sent.find(({ url }) => url.pathname === '/api/ops/operations')!;
  expect(asked.url.searchParams.get('result')).toBe('FAILED');
});

it('an operation is chosen as that of its service, whatever others call theirs', async () => {
  const taken = { action: 'REPORT_TAKEN_OUT', label: '下载企业信息报告', service: 'finance-service' };
  const sent = answerWith({
    'GET /api/ops/operations/kinds': json([
      taken,
      { ...taken, label: '下载规划报告', service: 'matching-service' },
    ]),
    'GET /api/ops/operations': page([refusedOperation]),
  });
  renderAt(
    '/operations',
    <AntdRoot>
      <OperationsPage />
    </AntdRoot>,
  );
  const search = within(await screen.findByRole('search'));
  await userEvent.click(search.getByRole('combobox', { name: '操作' }));
  await userEvent.click(await screen.findByTitle('下载规划报告'));
  await userEvent.click(search.getByRole('button', { name: /查\s?询/ }));
  await waitFor(() =>
    expect(sent.map(({ url }) => url.searchParams.get('action'))).toContain(
      'matching-service/REPORT_TAKEN_OUT',
    ),
  );
});

it('a log that is too long for a download is written in the background, by the filter of the page', async () => {
  const sent = answerWith({
    'GET /api/ops/operations/kinds': json([]),
    'GET /api/ops/operations': page([refusedOperation]),
    'GET /api/ops/operations/export': problem(422, 'EXPORT_TOO_LARGE', { detail: '请缩小查询范围后再导出' }),
    'POST /api/ops/operations/export-jobs': json(job({ state: 'QUEUED' })),
    'GET /api/ops/exports': page([job({ state: 'QUEUED' })]),
  });
  renderAt(
    '/operations?result=FAILED&who=李审核',
    <AntdRoot>
      <Routes>
        <Route path="/operations" element={<OperationsPage />} />
        <Route path="/exports" element={<ExportsPage />} />
      </Routes>
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByRole('button', { name: '导出' }));
  await userEvent.click(await screen.findByRole('button', { name: '后台导出' }));
  expect(await screen.findByText('排队中')).toBeInTheDocument();
  const asked = sent.find(({ method }) => method === 'POST')!;
  expect(asked.body).toEqual({ result: 'FAILED', who: '李审核', sort: 'occurredAt,desc' });
  expect(asked.headers.get('Idempotency-Key')).toBeTruthy();
});

it('the log of sign-ins goes in the background with its choices as lists', async () => {
  const sent = answerWith({
    'GET /api/ops/sign-ins': page([]),
    'GET /api/ops/sign-ins/export': problem(422, 'EXPORT_TOO_LARGE'),
    'POST /api/ops/sign-ins/export-jobs': problem(409, 'EXPORTS_OPEN', { detail: '您已有 3 个导出任务' }),
  });
  renderAt(
    '/sign-ins?result=LOCKED&failed=true',
    <AntdRoot>
      <SignInsPage />
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByRole('button', { name: '导出' }));
  await userEvent.click(await screen.findByRole('button', { name: '后台导出' }));
  expect(await screen.findByText(/您已有 3 个导出任务/)).toBeInTheDocument();
  expect(sent.find(({ method }) => method === 'POST')!.body).toMatchObject({
    result: ['LOCKED'],
    failed: true,
  });
  expect(sent[0]!.url.searchParams.get('failed')).toBe('true');
});

it('jobs say how far they are until they are done, and are cancelled or fetched', async () => {
  const sent = answerWith({
    'GET /api/ops/exports': [
      page([
        job({ id: 'j1', state: 'RUNNING', written: 250_000 }),
        job({ id: 'j2', state: 'FAILED', reason: '申请人已没有查看操作日志的权限' }),
      ]),
      page([job({ id: 'j1', state: 'DONE', written: 1_000_000, bytes: 52_428_800 })]),
    ],
    'GET /api/ops/exports/j1/file': problem(409, 'EXPORT_HAS_NO_FILE', { detail: '文件已过保存期限' }),
  });
  renderAt(
    '/exports',
    <AntdRoot>
      <ExportsPage />
    </AntdRoot>,
  );
  expect(await screen.findByText('250,000 / 1,000,000 条')).toBeInTheDocument();
  expect(screen.getByRole('progressbar', { name: '操作日志的导出进度' })).toBeInTheDocument();
  expect(screen.getByText('申请人已没有查看操作日志的权限')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '下载' })).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: '下载' }, { timeout: 10_000 }));
  expect(screen.getByText('已完成')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '取消' })).toBeNull();
  expect(await screen.findByText(/文件已过保存期限/)).toBeInTheDocument();
  expect(sent.filter(({ url }) => url.pathname === '/api/ops/exports')).toHaveLength(2);
});

it('a job that waits is cancelled when that was meant, and no jobs are none', async () => {
  let cancelled = false;
  answerWith({
    'GET /api/ops/exports': () => page(cancelled ? [] : [job({ id: 'j1', state: 'QUEUED' })]),
    'POST /api/ops/exports/j1/cancel': () => {
      cancelled = true;
      return json(job({ id: 'j1', state: 'CANCELLED' }));
    },
  });
  renderAt(
    '/exports',
    <AntdRoot>
      <ExportsPage />
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByRole('button', { name: '取消' }));
  await userEvent.click(await screen.findByRole('button', { name: '取消任务' }));
  expect(await screen.findByText('没有导出任务')).toBeInTheDocument();
  expect(cancelled).toBe(true);
});

it('an entry of what was refused says why, and speaks of no changes', async () => {
  answerWith({
    'GET /api/ops/operations/7': json({
      operation: refusedOperation,
      recordedAt: '2026-11-26T10:00:01+08:00',
      changes: [
        { field: 'problem', name: '问题代码', before: '（无）', after: 'VERSION_CONFLICT', told: true },
        {
          field: 'reason',
          name: '原因',
          before: '（无）',
          after: '内容已被他人修改，请刷新后重试',
          told: true,
        },
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

const opened = (actionLabel: string, changes: object[]) => {
  answerWith({
    'GET /api/ops/operations/7': json({
      operation: { ...refusedOperation, actionLabel, result: 'SUCCESS', subjectName: '重庆渝巴机械有限公司' },
      recordedAt: '2026-11-26T10:00:01+08:00',
      changes,
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
};

it('who saw a covered field reads which and why among what is told, and of no change', async () => {
  opened('查看明文', [
    { field: 'field', name: '查看的字段', before: '（无）', after: '法定代表人证件号', told: true },
    { field: 'reason', name: '原因', before: '（无）', after: '核对法定代表人身份证件', told: true },
  ]);
  expect((await screen.findByText('查看的字段')).nextElementSibling).toHaveTextContent('法定代表人证件号');
  expect(screen.getByText('原因').nextElementSibling).toHaveTextContent('核对法定代表人身份证件');
  expect(screen.queryByText('变更内容')).toBeNull();
  expect(screen.queryByText('（无）')).toBeNull();
});

it('why something was changed is told beside its subject, and stands not among what was changed', async () => {
  opened('冻结企业码', [
    { field: 'status', name: '状态', before: '正常', after: '已冻结', told: false },
    { field: 'reason', name: '原因', before: '（无）', after: '企业申请暂停使用', told: true },
  ]);
  const changes = within(await screen.findByRole('table'));
  expect(changes.getByText('已冻结')).toBeInTheDocument();
  expect(changes.queryByText('企业申请暂停使用')).toBeNull();
  expect(screen.getByText('原因').nextElementSibling).toHaveTextContent('企业申请暂停使用');
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
      { ...push('1', 'IN_SITE', 'DELIVERED'), readAt: '2026-11-26T11:30:00+08:00' },
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
  expect(screen.getByText('消息1').closest('tr')).toHaveTextContent(
    '2026-11-26 10:00:00站内阅读 2026-11-26 11:30:00',
  );
  expect(screen.getByText('消息2').closest('tr')).toHaveTextContent('已提交');
  const failed = screen.getByText('消息3').closest('tr');
  expect(failed).toHaveTextContent('发送失败');
  expect(failed).toHaveTextContent('空号MK:0001');
  expect(within(failed!).getByText('MK:0001')).toBeInTheDocument();
  expect(failed).toHaveTextContent('腾讯云短信2 条，0.09 元');
});

it('each attempt at WeChat is told with what WeChat answered, and is found by its result', async () => {
  const sent = answerWith({
    'GET /api/message/wechat-attempts': page([
      {
        id: '1',
        sentAt: '2026-11-26T10:00:01+08:00',
        accountId: 'a1',
        receiver: '周收件',
        way: 'WECHAT',
        title: '融资申请已受理',
        number: 2,
        state: 'REFUSED',
        answer: '需要接收者关注 43004',
        millis: 1240,
      },
      {
        id: '2',
        sentAt: '2026-11-26T10:00:00+08:00',
        accountId: 'a2',
        way: 'SUBSCRIPTION',
        number: 1,
        state: 'UNKNOWN',
        answer: '微信未答复，结果不明',
      },
    ]),
  });
  renderAt(
    '/wechat-attempts?state=REFUSED',
    <AntdRoot>
      <WeChatAttemptsPage />
    </AntdRoot>,
  );
  const refused = (await screen.findByText('融资申请已受理')).closest('tr')!;
  expect(refused).toHaveTextContent('公众号第 2 次提交');
  expect(within(refused).getByText('未受理')).toBeInTheDocument();
  expect(within(refused).getByText('43004')).toBeInTheDocument();
  expect(refused).toHaveTextContent('1,240 毫秒');
  const unknown = screen.getByText('微信未答复，结果不明').closest('tr')!;
  expect(unknown).toHaveTextContent('订阅消息');
  expect(within(unknown).getByText('结果不明')).toBeInTheDocument();
  expect(sent[0]!.url.searchParams.get('state')).toBe('REFUSED');
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
  expect(
    screen.getByText(/阿里云没有收到的自动再发，腾讯云只能查到已受理的，赛邮不能查询/),
  ).toBeInTheDocument();
  expect(within(brought).getByText('已送达')).toBeInTheDocument();
  expect(brought).toHaveTextContent('send success报告：用户短信送达成功Ok、DELIVRD');
  expect(within(brought).getByText('Ok、DELIVRD')).toBeInTheDocument();
  expect(brought).toHaveTextContent('2026-11-26 10:00:01报告 2026-11-26 10:00:05');
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
  expect((await screen.findByText('阿里云短信')).closest('tr')).toHaveTextContent('13 条0.585 元');
  expect(screen.getByText('腾讯云短信').closest('tr')).toHaveTextContent('未设单价');
  expect(screen.getByText('腾讯云短信').closest('tr')).not.toHaveTextContent('元');
});
