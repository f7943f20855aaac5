import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EnterpriseCard } from '@/shared/api';
import { renderAt } from '@/shared/test/render';
import { Card } from './Card';

const card: EnterpriseCard = {
  enterpriseId: 'e1',
  name: '重庆渝巴精密机械有限公司',
  uscc: '91500113MAX5XQ4WX4',
  demo: false,
  codeStatus: 'ACTIVE',
  codeLevel: 'NORMAL',
  sections: [],
};

it('says of what level the enterprise is and why, apart from the state of its code', () => {
  renderAt('/scan', <Card card={{ ...card, codeLevel: 'WARNED', levelReason: '未按规定公示年度报告' }} />);
  expect(screen.getByText('正常').parentElement).toHaveTextContent(/^企业码状态 正常$/);
  expect(screen.getByText('预警').parentElement).toHaveTextContent(/^级别 预警$/);
  expect(screen.getByText('预警的依据：未按规定公示年度报告')).toBeVisible();
});

it('of an ordinary one there is nothing to give reasons for, and what cannot be shown now is said', () => {
  const notice = '登记信息暂时无法获取，仅展示企业名称、代码和企业码状态';
  renderAt('/scan', <Card card={{ ...card, notice }} />);
  expect(screen.queryByText(/的依据/)).toBeNull();
  expect(screen.getAllByText('正常')).toHaveLength(1);
  expect(screen.queryByText(/级别/)).toBeNull();
  expect(screen.getByText(notice)).toBeVisible();
});
