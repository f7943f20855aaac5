import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PlainTable } from '../ui';
import { registerTables } from '.';

const enterprise = {
  shareholders: [{ name: '陈志远', ratio: 62 }],
  investments: [],
  assets: [{ kind: '不动产', description: '界石镇石桂大道18号厂房' }],
  judicial: [{ kind: '民事案件', title: '买卖合同纠纷', date: '2024-05-21' }],
};

it('what the register lists is told in tables of their own', () => {
  const tables = registerTables(enterprise);
  expect(tables.map((one) => [one.name, one.rows.length])).toEqual([
    ['股东', 1],
    ['对外投资', 0],
    ['资产', 1],
    ['法务', 1],
  ]);

  render(<PlainTable {...tables[3]!} />);
  expect(screen.getAllByRole('columnheader').map((one) => one.textContent)).toEqual(['类别', '事项', '日期']);
  expect(screen.getAllByRole('cell').map((one) => one.textContent)).toEqual([
    '民事案件',
    '买卖合同纠纷',
    '2024-05-21',
  ]);
});
