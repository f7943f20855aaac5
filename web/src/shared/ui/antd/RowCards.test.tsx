import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RowCards } from './RowCards';

it('what a column says of its cells holds in the cards too', () => {
  render(
    <RowCards
      rows={[{ id: '1', name: '区经信委', at: '10:00' }]}
      rowKey="id"
      label="列表"
      columns={[
        { key: 'name', title: '名称', className: 'two', dataIndex: 'name' },
        { key: 'at', title: '时间', className: 'num', dataIndex: 'at' },
      ]}
    />,
  );
  expect(screen.getByText('区经信委')).toHaveClass('two');
  expect(screen.getByText('10:00')).toHaveClass('num');
});
