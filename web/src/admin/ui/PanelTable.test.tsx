import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { NONE } from '@/shared/ui';
import { AntdRoot } from '@/shared/ui/antd';
import { PanelTable } from './PanelTable';
import { PhoneFold } from './PhoneFold';

const rows = ['甲', '乙', '丙'].map((name) => ({ id: name, name, amount: '100.00 元' }));
const columns = [
  { key: 'name', title: '企业', dataIndex: 'name' },
  { key: 'amount', title: '金额', dataIndex: 'amount' },
];

function onPhone() {
  const media = matchMedia('');
  return vi.spyOn(globalThis, 'matchMedia').mockImplementation((query) => ({
    ...media,
    matches: query.includes('639px'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}

it('is a table where there is room for one, and cards on a phone', () => {
  const shown = render(<PanelTable name="支付明细" rows={rows} rowKey="id" columns={columns} />, {
    wrapper: AntdRoot,
  });
  expect(screen.getByRole('columnheader', { name: '金额' })).toBeInTheDocument();
  shown.unmount();

  const spy = onPhone();
  render(<PanelTable name="支付明细" rows={rows} rowKey="id" columns={columns} />, { wrapper: AntdRoot });
  expect(screen.queryByRole('table')).toBeNull();
  const cards = within(screen.getByRole('list', { name: '支付明细' })).getAllByRole('listitem');
  expect(cards).toHaveLength(3);
  expect(cards[0]).toHaveTextContent('甲金额100.00 元');
  spy.mockRestore();
});

it('on a phone what there is not takes no line', () => {
  const spy = onPhone();
  render(
    <PanelTable
      name="日志"
      rows={[{ id: '甲', name: '甲' }]}
      rowKey="id"
      columns={[columns[0]!, { key: 'readAt', title: '站内阅读', render: () => NONE }]}
    />,
    { wrapper: AntdRoot },
  );
  expect(screen.getByText('甲')).toBeInTheDocument();
  expect(screen.queryByText('站内阅读')).toBeNull();
  spy.mockRestore();
});

it('on a phone figures above a list are asked for', () => {
  const figures = <p>评价数</p>;
  const shown = render(<PhoneFold>{figures}</PhoneFold>);
  expect(screen.queryByText('查看数据')).toBeNull();
  shown.unmount();

  const spy = onPhone();
  render(<PhoneFold>{figures}</PhoneFold>);
  expect(screen.getByText('查看数据').closest('details')!.open).toBe(false);
  spy.mockRestore();
});

it('on a phone too one page stands at a time, and rows are chosen beside those of other pages', async () => {
  const spy = onPhone();
  const chosen = vi.fn();
  render(
    <PanelTable
      name="候选企业"
      rows={rows}
      rowKey="id"
      columns={columns}
      size={2}
      selection={{ keys: ['丙'], mayPick: ({ id }) => id !== '乙', onChange: chosen }}
    />,
    { wrapper: AntdRoot },
  );
  expect(screen.queryByText('丙')).toBeNull();
  expect(screen.getByRole('checkbox', { name: '选择第 2 行' })).toBeDisabled();
  await userEvent.click(screen.getByRole('checkbox', { name: '选择第 1 行' }));
  expect(chosen).toHaveBeenCalledWith(['丙', '甲']);
  await userEvent.click(screen.getByRole('listitem', { name: '2' }));
  expect(await screen.findByText('丙')).toBeInTheDocument();
  spy.mockRestore();
});
