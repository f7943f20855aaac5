import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Chart } from './Chart';

const chart = {
  title: '订单状态',
  caption: '单位：笔 · 开通至今 · 更新于 18:52',
  description: '订单状态：审批通过 1 笔，占 100%',
  option: {},
  table: { columns: ['订单状态', '数量（笔）'], rows: [['审批通过', '1']] },
};

it('tells on demand what is counted, and nothing where there is nothing to tell', async () => {
  const { rerender } = render(<Chart {...chart} note="不含已撤回" />);
  const note = screen.getByText('不含已撤回').closest('details');
  expect(note).not.toHaveAttribute('open');
  await userEvent.click(screen.getByText('口径'));
  expect(note).toHaveAttribute('open');
  rerender(<Chart {...chart} />);
  expect(screen.queryByText('口径')).toBeNull();
});

it('has its table behind it', async () => {
  render(<Chart {...chart} />);
  await userEvent.click(screen.getByRole('button', { name: '看表' }));
  expect(screen.getByRole('cell', { name: '审批通过' })).toBeVisible();
});

it('a short table stands whole, a long one says how long it is', async () => {
  const { rerender } = render(<Chart {...chart} />);
  await userEvent.click(screen.getByRole('button', { name: '看表' }));
  expect(screen.getByRole('region').style.maxHeight).toBe('');
  expect(screen.queryByText(/可上下滚动/)).toBeNull();
  const rows = Array.from({ length: 30 }, (_, day) => [`第 ${day + 1} 天`, '1']);
  rerender(<Chart {...chart} table={{ ...chart.table, rows }} />);
  expect(screen.getByRole('region').style.maxHeight).toBe('300px');
  expect(screen.getByText('共 30 行，可上下滚动')).toBeVisible();
});
