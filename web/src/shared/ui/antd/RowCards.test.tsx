import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ACTIONS, RowCards } from './RowCards';

interface Row {
  id: string;
  name: string;
  amount: number;
  status: string;
}

const rows: Row[] = [
  { id: 'a', name: '重庆渝巴精密机械有限公司', amount: 200, status: '待受理' },
  { id: 'b', name: '重庆渝巴软件科技有限公司', amount: 80, status: '已结清' },
];

it('a row becomes a card with its title, its state, its facts by name and its buttons', () => {
  render(
    <RowCards
      rows={rows}
      rowKey="id"
      label="申请列表"
      columns={[
        { key: 'name', title: '企业', dataIndex: 'name' },
        { key: 'amount', title: '金额', render: (_, row) => `${row.amount} 万元` },
        { key: 'status', title: '状态', dataIndex: 'status' },
        { key: ACTIONS, title: '操作', render: () => <button type="button">办理</button> },
      ]}
    />,
  );
  const [first] = screen.getAllByRole('listitem');
  const card = within(first!);
  expect(card.getByText('重庆渝巴精密机械有限公司')).toBeVisible();
  expect(card.getByText('待受理')).toBeVisible();
  expect(card.getByText('金额').nextSibling).toHaveTextContent('200 万元');
  expect(card.getByRole('button', { name: '办理' })).toBeVisible();
  expect(card.queryByText('操作')).toBeNull();
});

it('only rows that may be picked can be picked', async () => {
  const onPick = vi.fn();
  render(
    <RowCards
      rows={rows}
      rowKey="id"
      label="申请列表"
      columns={[{ key: 'name', title: '企业', dataIndex: 'name' }]}
      selection={{ keys: [], mayPick: (row) => row.status === '待受理', onPick }}
    />,
  );
  expect(screen.getByRole('checkbox', { name: '选择第 2 行' })).toBeDisabled();
  await userEvent.click(screen.getByRole('checkbox', { name: '选择第 1 行' }));
  expect(onPick).toHaveBeenCalledWith(rows[0], true);
});
