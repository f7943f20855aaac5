import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Me } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ApplicationReportPage from './ApplicationReportPage';

const officer: Me = {
  ...someone,
  userType: 'BANK',
  enterprise: undefined,
  permissions: ['self', 'finance.application.handle'],
};

const report = {
  readAt: '2026-11-28T10:00:00+08:00',
  caseNumber: 'RZ1',
  demo: false,
  register: {
    uscc: '91500113MAX5XQ4WX4',
    name: '重庆渝巴精密机械有限公司',
    entityType: '企业',
    status: 'ACTIVE',
    registeredCapital: 500,
    establishedOn: '2019-04-01',
    industryName: '锻件及粉末冶金制品制造',
    townName: '鱼洞街道',
  },
  business: [
    { name: 'employees', label: '职工总数', value: '25 人', source: 'SELF', asOf: '2026-06-30' },
    { name: 'totalAssets', label: '资产总额' },
  ],
  tax: [{ name: 'taxCreditRating', label: '纳税信用等级', value: 'A 级', source: 'TAX', asOf: '2026-06-30' }],
  judicial: [],
  publicRecords: [
    { kind: 'DISHONEST', standing: 'FAILED', source: 'PLATFORM', total: 0, records: [] },
    {
      kind: 'ENFORCEMENT',
      standing: 'FOUND',
      source: 'PLATFORM',
      asOf: '2026-11-28',
      total: 3,
      records: [
        {
          number: '（2025）测0101执1194号',
          authority: '示例人民法院',
          matter: '',
          state: '执行中',
          day: '2025-07-08',
          amount: 377352.1,
        },
      ],
    },
    {
      kind: 'JUDGMENTS',
      standing: 'FOUND',
      source: 'SIMULATED',
      asOf: '2026-11-28',
      total: 2,
      records: [{ number: '', authority: '', matter: '民事案件', state: '', count: 2 }],
    },
    { kind: 'PENALTY', standing: 'NONE', source: 'PLATFORM', asOf: '2026-11-28', total: 0, records: [] },
    { kind: 'ABNORMAL', standing: 'NOT_CONNECTED', total: 0, records: [] },
  ],
  ownLoans: [],
  otherLoans: [{ status: 'REFUSED', count: 2 }],
};

function open(answer: Response, more: Record<string, Response> = {}) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(officer),
    'GET /api/finance/applications/a1/report': answer,
    ...more,
  });
  renderAt(
    '/applications/a1/report',
    <AntdRoot>
      <SignedIn>
        <ApplicationReportPage />
      </SignedIn>
    </AntdRoot>,
    '/applications/:id/report',
  );
  return sent;
}

it('tells each figure with its source and day, and what is not known as such', async () => {
  open(json(report));
  const business = await screen.findByRole('region', { name: '经营指标' });
  const known = within(business).getByRole('row', { name: /职工总数/ });
  for (const text of ['25 人', '企业填报', '2026-06-30'])
    expect(within(known).getByText(text)).toBeInTheDocument();
  expect(
    within(within(business).getByRole('row', { name: /资产总额/ })).getByText('未知'),
  ).toBeInTheDocument();
  expect(screen.getByText('2 笔')).toBeInTheDocument();
  expect(screen.queryByText('法定代表人')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: '返回办理' })).toHaveAttribute('href', '/applications/a1');
});

it('nothing found, no answer and nobody to ask are three things, and what is simulated says so', async () => {
  open(json(report));
  const panel = await screen.findByRole('region', { name: '司法与信用公共记录' });
  const row = (name: RegExp) => within(within(panel).getByRole('row', { name }));
  expect(row(/^失信被执行人/).getByText('查询失败')).toBeVisible();
  expect(row(/^行政处罚/).getByText('没有查到')).toBeVisible();
  expect(row(/^行政处罚/).getByText('2026-11-28')).toBeVisible();
  expect(row(/^经营异常名录/).getByText('未接入')).toBeVisible();
  expect(row(/^裁判文书/).getByText('2 件（民事案件 2 件）')).toBeVisible();
  expect(row(/^裁判文书/).getByText('模拟数据')).toBeVisible();
  expect(within(panel).getByText('共 3 条，列出最近 1 条')).toBeVisible();
  expect(within(panel).getByText('示例人民法院')).toBeVisible();
});

it.each([
  ['REPORT_NOT_ALLOWED', '企业未授权'],
  ['CONSENT_WITHDRAWN', '企业已撤回授权'],
  ['REPORT_CASE_OVER', '该申请已办结或撤回'],
])('%s is said with the way on, and nothing is shown', async (code, words) => {
  open(problem(403, code, { detail: words }));
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByRole('link', { name: '返回办理' })).toHaveAttribute('href', '/applications/a1');
  expect(screen.queryByText('经营指标')).not.toBeInTheDocument();
});

it('the file is fetched when it is asked for, and not before', async () => {
  URL.createObjectURL = vi.fn(() => 'blob:report');
  URL.revokeObjectURL = vi.fn();
  const sent = open(json(report), {
    'GET /api/finance/applications/a1/report.pdf': new Response('%PDF', {
      headers: { 'Content-Type': 'application/pdf' },
    }),
  });
  const button = await screen.findByRole('button', { name: '下载 PDF' });
  expect(sent.filter(({ url }) => url.pathname.endsWith('report.pdf'))).toHaveLength(0);
  await userEvent.click(button);
  await vi.waitFor(() => expect(URL.createObjectURL).toHaveBeenCalledOnce());
});
