import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import ProductsPage from './ProductsPage';

const none = {
  items: [],
  total: 0,
  page: 1,
  size: 10,
  facets: {
    productTypes: [
      { value: '信用贷款', label: '信用贷款', count: 4 },
      { value: '抵押贷款', label: '抵押贷款', count: 2 },
    ],
    guarantees: [{ value: '信用', label: '信用', count: 4 }],
    banks: [{ value: 'b1', label: '示例银行', count: 1 }],
  },
};

function open(at: string) {
  const sent = answerWith({ 'GET /api/finance/products': json(none) });
  renderAt(
    at,
    <MobileRoot>
      <ProductsPage />
    </MobileRoot>,
  );
  return () =>
    Object.fromEntries(
      sent.filter((one) => one.url.pathname === '/api/finance/products').at(-1)!.url.searchParams,
    );
}

it('products are narrowed by type, guarantee and bank, as in the portal', async () => {
  const asked = open('/loans');
  await userEvent.click(await screen.findByRole('button', { name: '信用贷款 4' }));
  await waitFor(() => expect(asked()).toEqual({ productType: '信用贷款', page: '1', size: '10' }));
  await userEvent.click(await screen.findByRole('button', { name: '信用 4' }));
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: '银行' }), '示例银行（1）');
  await waitFor(() =>
    expect(asked()).toEqual({
      productType: '信用贷款',
      guarantee: '信用',
      bankId: 'b1',
      page: '1',
      size: '10',
    }),
  );

  await userEvent.click(await screen.findByRole('button', { name: '信用贷款 4', pressed: true }));
  await waitFor(() => expect(asked()).toEqual({ guarantee: '信用', bankId: 'b1', page: '1', size: '10' }));
});

it('what stands in the address is chosen, and is taken off when nothing is found', async () => {
  const asked = open('/loans?q=流水&productType=抵押贷款&bankId=b1');
  expect(await screen.findByRole('button', { name: '抵押贷款 2', pressed: true })).toBeVisible();
  expect(asked()).toEqual({ q: '流水', productType: '抵押贷款', bankId: 'b1', page: '1', size: '10' });

  await userEvent.click(screen.getByRole('button', { name: '清除条件' }));
  await waitFor(() => expect(asked()).toEqual({ page: '1', size: '10' }));
});
