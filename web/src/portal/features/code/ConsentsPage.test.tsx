import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Consent } from '@/shared/api';
import { lastDay } from '@/shared/consents';
import { answerWith, json, problem, type Sent } from '@/shared/test/http';
import { member, renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ConsentsPage from './ConsentsPage';

const legal: Consent = {
  category: 'LEGAL',
  label: '法务信息',
  receiverKind: 'SCANNER',
  receiverName: '扫码核验人员',
  receiverLeft: false,
  purpose: '扫码核验企业身份和资质',
  standing: 'GIVEN',
  granted: true,
  grantedAt: '2026-11-01T10:00:00+08:00',
  validFrom: '2026-11-01',
  validUntil: '2028-11-01',
  scanners: ['GOVERNMENT', 'BANK'],
};
const asset: Consent = {
  ...legal,
  category: 'ASSET',
  label: '资产信息',
  standing: 'EXPIRED',
  granted: false,
  scanners: ['GOVERNMENT', 'BANK'],
};
const bank: Consent = {
  ...legal,
  category: 'BASIC',
  label: '基本信息',
  receiverKind: 'BANK',
  receiverId: '019a37d0-b4c0-74fb-84a9-7312743b8c22',
  receiverName: '建设银行',
  receiverLeft: false,
  purpose: '审核融资申请',
  scanners: [],
};
const CONSENTS = '/api/code/my/consents';
let sent: Sent[];

function open(answers: Record<string, Response | Response[]> = {}, me = someone) {
  sent = answerWith({
    ...signedInAs(me),
    [`GET ${CONSENTS}`]: json([asset, legal, bank]),
    [`GET ${CONSENTS}/history`]: json({
      items: [
        {
          id: 'h1',
          at: '2026-11-01T10:00:00+08:00',
          category: 'LEGAL',
          receiverKind: 'SCANNER',
          receiverName: '扫码核验人员',
          purpose: '扫码核验企业身份和资质',
          action: 'GIVEN',
          validUntil: '2028-11-01',
          actorName: '陈志远',
        },
      ],
      total: 1,
      page: 1,
      size: 10,
    }),
    'GET /api/match/my/recommendations': json({ personalised: true }),
    'GET /api/match/my/push': json({ wanted: true }),
    'GET /api/stats/my/ticker': json({ shown: true }),
    ...answers,
  });
  renderAt(
    '/code/consents',
    <AntdRoot>
      <SignedIn>
        <ConsentsPage />
      </SignedIn>
    </AntdRoot>,
  );
}
const put = (path: string) => sent.find((one) => one.method === 'PUT' && one.url.pathname === path);

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('each consent says to whom, what for and how long, and what has ended says so', async () => {
  open();
  const row = within((await screen.findByRole('switch', { name: '法务信息' })).closest('li')!);
  expect(row.getByText('提供给政府工作人员、银行，用于扫码核验企业身份和资质')).toBeVisible();
  expect(row.getByText('有效期 2026-11-01').parentElement).toHaveTextContent(
    '有效期 2026-11-01 至 2028-11-01（含）',
  );
  expect(screen.getByText('已到期')).toBeVisible();
  expect(screen.getByRole('switch', { name: '资产信息' })).not.toBeChecked();
  expect(await screen.findByText('陈志远')).toBeVisible();
});

it('a withdrawal is asked about first, and nothing is sent until it is confirmed', async () => {
  open({ [`PUT ${CONSENTS}/LEGAL`]: json([]) });
  await userEvent.click(await screen.findByRole('switch', { name: '法务信息' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getAllByText('收回法务信息的授权？').length).toBeGreaterThan(0);
  expect(put(`${CONSENTS}/LEGAL`)).toBeUndefined();

  await userEvent.click(dialog.getByRole('button', { name: '收回授权' }));
  await waitFor(() => expect(put(`${CONSENTS}/LEGAL`)?.body).toEqual({ granted: false }));
  expect(await screen.findByText('已收回法务信息的授权')).toBeInTheDocument();
});

it('a consent is given only after it is read what to, to whom, what for and how long', async () => {
  open({ [`PUT ${CONSENTS}/ASSET`]: json([]) });
  await userEvent.click(await screen.findByRole('switch', { name: '资产信息' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('不动产、机器设备、知识产权等')).toBeInTheDocument();
  for (const kind of ['政府工作人员', '银行', '服务机构', '其他扫码人'])
    expect(dialog.getByRole('checkbox', { name: kind })).not.toBeChecked();
  expect(dialog.getByText('扫码核验企业身份和资质')).toBeInTheDocument();
  expect(dialog.getByRole('button', { name: '同意授权' })).toBeDisabled();
  expect(put(`${CONSENTS}/ASSET`)).toBeUndefined();

  await userEvent.click(dialog.getByRole('checkbox', { name: '银行' }));
  await userEvent.click(dialog.getByRole('radio', { name: /6 个月/ }));
  await userEvent.click(dialog.getByRole('button', { name: '同意授权' }));
  await waitFor(() =>
    expect(put(`${CONSENTS}/ASSET`)?.body).toEqual({
      granted: true,
      validUntil: lastDay(6),
      scanners: ['BANK'],
    }),
  );
  expect(await screen.findByText('已授权资产信息')).toBeInTheDocument();
});

it('a bank is withdrawn from by itself', async () => {
  open({ [`PUT ${CONSENTS}/banks/${bank.receiverId}`]: json([]) });
  await userEvent.click(await screen.findByRole('switch', { name: '建设银行' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '收回授权' }));
  await waitFor(() => expect(put(`${CONSENTS}/banks/${bank.receiverId}`)?.body).toEqual({ granted: false }));
});

it('of a bank that left the platform it says so, and what is taken back from it is given no more', async () => {
  const left = { ...bank, receiverLeft: true };
  open({
    [`GET ${CONSENTS}`]: json([
      left,
      { ...left, receiverId: 'b2', receiverName: '农业银行', standing: 'WITHDRAWN', granted: false },
    ]),
  });
  const given = await screen.findByRole('switch', { name: '建设银行' });
  expect(within(given.closest('li')!).getByText(/该机构已退出平台/)).toBeVisible();
  expect(given).toBeEnabled();
  expect(screen.queryByRole('button', { name: /^调整期限/ })).toBeNull();
  expect(screen.getByRole('switch', { name: '农业银行' })).toBeDisabled();
});

it('a system that asked is listed by itself, and is allowed or not', async () => {
  const system: Consent = {
    ...asset,
    category: 'MATCHES',
    label: '匹配结果',
    receiverKind: 'SYSTEM',
    receiverId: '019a37d0-b4c0-74fb-84a9-7312743b8c23',
    receiverName: '重庆示例软件有限公司',
    receiverLeft: false,
    purpose: '读取为企业匹配的政策和贷款产品',
    standing: 'NEVER',
    granted: false,
  };
  open({
    [`GET ${CONSENTS}`]: json([legal, bank, system]),
    [`PUT ${CONSENTS}/systems/${system.receiverId}`]: json([]),
  });
  const row = within((await screen.findByRole('switch', { name: system.receiverName })).closest('li')!);
  expect(row.getByText('提供给该第三方系统，用于读取为企业匹配的政策和贷款产品')).toBeVisible();
  await userEvent.click(row.getByRole('switch'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/匹配结果：符合条件的政策和贷款产品及匹配度/)).toBeInTheDocument();
  await userEvent.click(dialog.getByRole('button', { name: '同意授权' }));
  await waitFor(() =>
    expect(put(`${CONSENTS}/systems/${system.receiverId}`)?.body).toMatchObject({ granted: true }),
  );
});

it('to whom a scan shows it is chosen by kind, and its end stays as it is', async () => {
  open({ [`PUT ${CONSENTS}/LEGAL`]: json([]) });
  await userEvent.click(await screen.findByRole('button', { name: '调整范围和期限：法务信息' }));
  const dialog = within(await screen.findByRole('dialog'));
  const confirm = dialog.getByRole('button', { name: /确\s*定/ });
  await userEvent.click(dialog.getByRole('checkbox', { name: '政府工作人员' }));
  await userEvent.click(dialog.getByRole('checkbox', { name: '银行' }));
  expect(dialog.getByText(/请至少选择一类/)).toBeInTheDocument();
  expect(confirm).toBeDisabled();
  await userEvent.click(dialog.getByRole('checkbox', { name: '服务机构' }));
  await userEvent.click(confirm);
  await waitFor(() =>
    expect(put(`${CONSENTS}/LEGAL`)?.body).toEqual({ granted: true, scanners: ['PROVIDER'] }),
  );
  expect(await screen.findByText('法务信息的授权已调整')).toBeInTheDocument();
});

it('the end of a consent to a bank is chosen', async () => {
  open({ [`PUT ${CONSENTS}/banks/${bank.receiverId}`]: json([]) });
  await userEvent.click(await screen.findByRole('button', { name: '调整期限：建设银行' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.queryByRole('checkbox')).toBeNull();
  await userEvent.click(dialog.getByRole('radio', { name: /6 个月/ }));
  await userEvent.click(dialog.getByRole('button', { name: /确\s*定/ }));
  await waitFor(() =>
    expect(put(`${CONSENTS}/banks/${bank.receiverId}`)?.body).toEqual({
      granted: true,
      validUntil: lastDay(6),
    }),
  );
});

it('recommendations are switched off, and a refusal leaves the switch as it was', async () => {
  open({
    'PUT /api/match/my/recommendations': [
      problem(503, 'SERVICE_UNAVAILABLE', { detail: '服务暂不可用' }),
      json({ personalised: false }),
    ],
  });
  const personalised = await screen.findByRole('switch', { name: '个性化推荐' });
  await userEvent.click(personalised);
  expect(await screen.findByText(/服务暂不可用/)).toBeInTheDocument();
  await waitFor(() => expect(personalised).toBeChecked());

  await userEvent.click(personalised);
  await waitFor(() => expect(put('/api/match/my/recommendations')?.body).toEqual({ personalised: false }));
  expect(await screen.findByText('个性化推荐已关闭')).toBeInTheDocument();
});

it('to be told of new policies is switched off, and a refusal leaves the switch as it was', async () => {
  open({
    'PUT /api/match/my/push': [
      problem(503, 'SERVICE_UNAVAILABLE', { detail: '服务暂不可用' }),
      json({ wanted: false }),
    ],
  });
  const push = await screen.findByRole('switch', { name: '政策推送' });
  await userEvent.click(push);
  expect(await screen.findByText(/服务暂不可用/)).toBeInTheDocument();
  await waitFor(() => expect(push).toBeChecked());

  await userEvent.click(push);
  await waitFor(() => expect(put('/api/match/my/push')?.body).toEqual({ wanted: false }));
  expect(await screen.findByText('政策推送已关闭')).toBeInTheDocument();
});

it('an enterprise keeps off the public ticker, and a refusal leaves the switch as it was', async () => {
  open({
    'PUT /api/stats/my/ticker': [
      problem(503, 'SERVICE_UNAVAILABLE', { detail: '服务暂不可用' }),
      json({ shown: false }),
    ],
  });
  const shown = await screen.findByRole('switch', { name: '最新动态展示' });
  await userEvent.click(shown);
  expect(await screen.findByText(/服务暂不可用/)).toBeInTheDocument();
  await waitFor(() => expect(shown).toBeChecked());

  await userEvent.click(shown);
  await waitFor(() => expect(put('/api/stats/my/ticker')?.body).toEqual({ shown: false }));
  expect(await screen.findByText('最新动态展示已关闭')).toBeInTheDocument();
});

it('the report of the enterprise is given to a bank by a switch of its own, with what is in it', async () => {
  const report: Consent = {
    ...bank,
    category: 'REPORT',
    label: '企业信息报告',
    standing: 'NEVER',
    granted: false,
    grantedAt: undefined,
    validFrom: undefined,
    validUntil: undefined,
  };
  open({
    [`GET ${CONSENTS}`]: json([asset, legal, bank, report]),
    [`PUT ${CONSENTS}/banks/${bank.receiverId}/report`]: json([]),
  });

  const given = await screen.findByRole('switch', { name: '建设银行：企业信息报告' });
  // The bank's name and what it is given are two lines, and what it is given is not said again below them.
  expect(screen.getByRole('heading', { name: /^建设银行\s*企业信息报告$/ })).toBeInTheDocument();
  expect(screen.queryByText(/^企业信息报告：/)).toBeNull();
  await userEvent.click(given);
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/税务和开票指标/)).toBeInTheDocument();
  await userEvent.click(dialog.getByRole('button', { name: '同意授权' }));

  await waitFor(() =>
    expect(sent.find((one) => one.method === 'PUT')?.body).toMatchObject({ granted: true }),
  );
});

it('a plain member reads what is granted, is told who decides, and switches nothing', async () => {
  open({}, member);
  expect(await screen.findByText('授权、调整和收回由企业管理员办理，您可以查看。')).toBeVisible();
  for (const name of ['法务信息', '建设银行', '个性化推荐', '政策推送'])
    expect(await screen.findByRole('switch', { name })).toBeDisabled();
  expect(screen.queryByRole('button', { name: /^调整/ })).toBeNull();
});
