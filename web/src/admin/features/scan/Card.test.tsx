import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { ScanResult } from '@/shared/api';
import { renderAt } from '@/shared/test/render';
import { Card } from './Card';

const section = (category: string, label: string, standing: string) => ({
  category,
  label,
  standing,
  granted: standing === 'GIVEN',
  notice: standing === 'NEVER' ? '企业未授权银行查看' : undefined,
  items: standing === 'GIVEN' ? [{ label: '法定代表人', value: '陈志远' }] : [],
});

const scanOf = (...sections: object[]) =>
  ({
    scanId: 's1',
    scannedAt: '2026-11-20T10:00:00+08:00',
    card: {
      name: '重庆渝巴精密机械有限公司',
      uscc: '91500113MAX5XQ4WX4',
      codeStatus: 'ACTIVE',
      codeLevel: 'NORMAL',
      demo: false,
      sections,
    },
  }) as unknown as ScanResult;

it('what the roles of who scans keep back is not called missing', () => {
  const kept = { ...section('INVESTMENT', '投资信息', 'GIVEN'), items: [], notice: '不在您的查看权限内' };
  renderAt('/scan', <Card result={scanOf(kept)} />);
  const says = within(screen.getByRole('region', { name: '投资信息' }));
  expect(says.getByText('不在您的查看权限内')).toBeVisible();
  expect(says.queryByText('没有相关记录')).toBeNull();
});

it('of a section without a record its name is said once', () => {
  const none = {
    ...section('LEGAL', '法务信息', 'GIVEN'),
    items: [{ label: '法务信息', value: '暂无记录' }],
  };
  renderAt('/scan', <Card result={scanOf(none)} />);
  const says = within(screen.getByRole('region', { name: '法务信息' }));
  expect(says.getByText('暂无记录')).toBeVisible();
  expect(says.getAllByText('法务信息')).toHaveLength(1);
});

it('what is not shown says whether it was never allowed, withdrawn or has ended', () => {
  const result = scanOf(
    section('BASIC', '基本信息', 'GIVEN'),
    section('INVESTMENT', '投资信息', 'NEVER'),
    section('ASSET', '资产信息', 'EXPIRED'),
    section('LEGAL', '法务信息', 'WITHDRAWN'),
  );
  renderAt('/scan', <Card result={result} />);
  const says = (name: string) => within(screen.getByRole('region', { name }));
  expect(says('基本信息').getByText('陈志远')).toBeVisible();
  expect(says('投资信息').getByText('企业未授权')).toBeVisible();
  expect(says('投资信息').getByText(/^企业未授权银行查看。/)).toBeVisible();
  expect(says('资产信息').getByText('企业的授权已到期')).toBeVisible();
  expect(says('法务信息').getByText('企业已撤回授权')).toBeVisible();
});

it('says of two states of a code which is which', () => {
  const result = scanOf(section('BASIC', '基本信息', 'GIVEN'));
  result.card.codeLevel = 'WARNED';
  renderAt('/scan', <Card result={result} />);
  expect(screen.getByText('正常').parentElement).toHaveTextContent(/^企业码状态 正常$/);
  expect(screen.getByText('预警').parentElement).toHaveTextContent(/^级别 预警$/);
});

it('writes figures as the platform does', () => {
  const basic = {
    ...section('BASIC', '基本信息', 'GIVEN'),
    items: [
      { label: '注册资本', value: '1000 万元' },
      { label: '知识产权', value: '发明专利1件、软件著作权8件' },
    ],
  };
  renderAt('/scan', <Card result={scanOf(basic)} />);
  expect(screen.getByText(/^1,000\s万元$/)).toBeVisible();
  expect(screen.getByText(/^发明专利 1\s件、软件著作权 8\s件$/)).toBeVisible();
});
