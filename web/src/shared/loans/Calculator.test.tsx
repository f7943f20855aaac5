import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { LoanProduct } from '../api';
import { renderAt } from '../test/render';
import { AddressCalculator, ProductCalculator } from './OwnCalculator';

const figures = () =>
  Object.fromEntries(
    [...screen.getByText('利息合计').closest('dl')!.children].map((one) => [
      one.querySelector('dt')!.textContent,
      one.querySelector('b')!.textContent,
    ]),
  );

it('the address carries the figures, and what is typed goes into it', async () => {
  const { router } = renderAt('/loans/calculator?amount=100&rate=4.9&months=360', <AddressCalculator />);
  expect(figures()).toMatchObject({ 每月还款: '5,307.27' });
  expect(screen.getByText('还款计划表（360 期）')).toBeInTheDocument();

  await userEvent.click(screen.getByRole('radio', { name: '等额本金' }));

  expect(figures()).toMatchObject({ 首月还款: '6,861.11' });
  expect(router.state.location.search).toContain('way=EQUAL_PRINCIPAL');
});

it('what cannot be is said at its field, and no figures stand beside it', async () => {
  renderAt('/loans/calculator?amount=100&rate=4.9&months=12', <AddressCalculator />);
  const rate = screen.getByLabelText('年利率（%）');
  await userEvent.clear(rate);
  await userEvent.type(rate, '36');

  expect(rate).toHaveAccessibleDescription('年利率应大于零且不超过 24%');
  expect(screen.getByText('利息合计').parentElement).toHaveTextContent('利息合计—');
});

it('a product offers its own ways and begins with its figures', () => {
  const product = {
    minAmountWan: 5,
    maxAmountWan: 50,
    minRate: 6,
    termMonths: 12,
    repayments: ['INTEREST_FIRST', 'ON_DEMAND'],
  } as Partial<LoanProduct> as LoanProduct;
  renderAt('/', <ProductCalculator product={product} />);

  expect(screen.getAllByRole('radio')).toHaveLength(1);
  expect(figures()).toEqual({
    首月还款: '2,500.00',
    末月还款: '502,500.00',
    利息合计: '30,000.00',
    还款合计: '530,000.00',
  });
  const table = within(screen.getByRole('table', { hidden: true }));
  expect(table.getAllByRole('row', { hidden: true })).toHaveLength(14);
  expect(screen.getByText('还款计划表（12 期）').closest('details')).not.toHaveAttribute('open');
});

it('of a rate that is known in words alone none is made up', async () => {
  renderAt('/', <ProductCalculator product={{ repayments: [] } as Partial<LoanProduct> as LoanProduct} />);
  expect(screen.getByLabelText('年利率（%）')).toHaveValue('');
  expect(screen.getByText(/填写金额、年利率和期限后/)).toBeInTheDocument();
  // Where the figures will stand is shown, and no figure in it.
  expect(screen.getByText('利息合计').parentElement).toHaveTextContent('—');
});
