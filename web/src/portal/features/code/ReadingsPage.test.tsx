import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Reading } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ReadingsPage from './ReadingsPage';

const scan: Reading = {
  id: 'r1',
  at: '2026-11-20T10:00:00+08:00',
  readerName: '李科员',
  institutionName: '区经信委',
  purpose: '扫码核验企业身份和资质',
  source: 'SCAN',
  sourceId: 's1',
  place: '政务服务大厅',
  categories: ['BASIC', 'ASSET'],
};
const bank: Reading = {
  ...scan,
  id: 'r2',
  readerName: '曹经理',
  institutionName: '建设银行',
  purpose: '审核融资申请',
  source: 'APPLICATION',
  sourceId: 'a1',
  applicationNumber: 'RZ1',
  place: undefined,
  categories: ['BASIC'],
};

const department: Reading = {
  ...bank,
  id: 'r3',
  readerName: '郑主任',
  institutionName: '区经信委',
  purpose: '审核政策申报',
  source: 'DECLARATION',
  sourceId: 'd1',
  applicationNumber: 'SB1',
  categories: [],
  document: '申报表',
};
const again: Reading = { ...scan, id: 'r5', at: '2026-11-20T10:00:42+08:00' };
const system: Reading = { ...scan, id: 'r4', readerName: '信贷系统', source: 'SYSTEM', place: undefined };

it('each reading says who, from where, what for, and what led there', async () => {
  const sent = answerWith({
    'GET /api/code/my/readings': json({
      items: [bank, scan, department, system],
      total: 4,
      page: 1,
      size: 20,
    }),
  });
  renderAt(
    '/code/readings?category=BASIC',
    <AntdRoot>
      <ReadingsPage />
    </AntdRoot>,
  );
  const row = within((await screen.findByText('曹经理')).closest('tr')!);
  expect(row.getByText('建设银行')).toBeInTheDocument();
  expect(row.getByText('审核融资申请')).toBeInTheDocument();
  expect(row.getByRole('link', { name: '申请 RZ1' })).toHaveAttribute('href', '/center/applications/a1');
  const other = within(screen.getByText('李科员').closest('tr')!);
  expect(other.getByText('扫码，政务服务大厅')).toBeInTheDocument();
  expect(other.getByText('资产信息')).toBeInTheDocument();
  const declared = within(screen.getByText('郑主任').closest('tr')!);
  expect(declared.getByRole('link', { name: '政策申报 SB1' })).toHaveAttribute('href', '/declarations/d1');
  expect(declared.getByText('申报表')).toBeInTheDocument();
  const key = within(screen.getByText('信贷系统').closest('tr')!);
  expect(key.getByText('开放接口')).toBeInTheDocument();
  expect(sent[0]!.url.searchParams.get('category')).toBe('BASIC');
});

it('two looks of the same person in one minute are told apart', async () => {
  answerWith({ 'GET /api/code/my/readings': json({ items: [again, scan], total: 2, page: 1, size: 20 }) });
  renderAt(
    '/code/readings',
    <AntdRoot>
      <ReadingsPage />
    </AntdRoot>,
  );
  expect(await screen.findByText('2026-11-20 10:00:42')).toBeInTheDocument();
  expect(screen.getByText('2026-11-20 10:00:00')).toBeInTheDocument();
});
