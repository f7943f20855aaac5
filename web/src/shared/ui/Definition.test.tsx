import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Definition } from './Definition';
import css from './Definition.module.css';

const wide = (items: { label: string; wide?: boolean }[], columns?: 1 | 2) => {
  render(<Definition columns={columns} items={items.map((item) => ({ ...item, value: '有' }))} />);
  return screen
    .getAllByText('有')
    .flatMap((one, at) => (one.parentElement!.classList.contains(css.wide!) ? [items[at]!.label] : []));
};

it('what has no neighbour in two columns takes the whole row', () => {
  expect(wide([{ label: '甲' }, { label: '乙' }, { label: '丙' }])).toEqual(['丙']);
});

it('also before one that asks for the whole row', () => {
  expect(wide([{ label: '甲' }, { label: '乙', wide: true }, { label: '丙' }, { label: '丁' }])).toEqual([
    '甲',
    '乙',
  ]);
});

it('in one column nothing is laid out anew', () => {
  expect(wide([{ label: '甲' }], 1)).toEqual([]);
});
