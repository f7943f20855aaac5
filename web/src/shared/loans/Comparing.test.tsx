import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, json, problem } from '../test/http';
import { renderAt } from '../test/render';
import { CompareBar, CompareChoice } from './Comparing';
import { Comparison } from './Comparison';
import { useCompared } from './compared';

const products = ['L01', 'L02', 'L03', 'L04', 'L05'].map((code) => ({ code, title: `产品${code}` }));

function List() {
  const { clear } = useCompared();
  return (
    <>
      <button onClick={clear}>重来</button>
      {products.map((product) => (
        <CompareChoice key={product.code} product={product} />
      ))}
      <CompareBar />
    </>
  );
}

beforeEach(() => sessionStorage.clear());

it('up to four are chosen, and two are enough to look at', async () => {
  renderAt('/loans', <List />);
  await userEvent.click(screen.getByRole('button', { name: '重来' }));
  const choice = (code: string) => screen.getByRole('checkbox', { name: `加入对比：产品${code}` });
  await userEvent.click(choice('L01'));
  expect(screen.getByText(/再选一个即可对比/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: '开始对比' })).toBeNull();
  for (const code of ['L02', 'L03', 'L04']) await userEvent.click(choice(code));

  expect(choice('L05')).toBeDisabled();
  expect(screen.getByRole('link', { name: '开始对比' })).toHaveAttribute(
    'href',
    '/loans/compare?ids=L01,L02,L03,L04',
  );
  await userEvent.click(screen.getByRole('button', { name: '移出对比：产品L02' }));
  expect(choice('L02')).not.toBeChecked();
  expect(choice('L05')).toBeEnabled();
});

const product = (code: string, more: object = {}) => ({
  id: code,
  code,
  title: `产品${code}`,
  bankName: '甲银行',
  productType: '信用贷款',
  guarantee: '信用',
  maxAmountWan: 300,
  termMonths: 12,
  rateText: '年化 3.25%',
  repayments: [],
  status: 'PUBLISHED',
  verified: true,
  criteria: [],
  ...more,
});

it('what differs is marked, can be looked at alone, and one can be taken out', async () => {
  answerWith({
    'GET /api/finance/products/L01': json(product('L01')),
    'GET /api/finance/products/L02': json(product('L02', { maxAmountWan: 500 })),
  });
  const { router } = renderAt('/loans/compare?ids=L01,L02', <Comparison />);

  const row = await screen.findByRole('row', { name: /^额度/ });
  expect(within(row).getByText('（不同）')).toHaveClass('zq-hidden');
  expect(screen.getByText('标出与其他产品不同的内容')).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /^担保方式/ })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('checkbox', { name: '只看不同（1 项）' }));
  expect(screen.queryByRole('row', { name: /^担保方式/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '移出对比：产品L01' }));
  expect(new URLSearchParams(router.state.location.search).get('ids')).toBe('L02');
});

it('a product that there is not keeps the others not away', async () => {
  answerWith({
    'GET /api/finance/products/L01': json(product('L01')),
    'GET /api/finance/products/L99': problem(404, 'NOT_FOUND'),
  });
  renderAt('/loans/compare?ids=L01,L99', <Comparison />);

  expect(await screen.findByRole('alert')).toHaveTextContent('没有找到产品：L99');
  expect(screen.getByRole('link', { name: '产品L01' })).toBeInTheDocument();
});

it('from each of what is compared one can go on to apply, where applications are taken', async () => {
  answerWith({
    'GET /api/finance/products/L01': json(product('L01')),
    'GET /api/finance/products/L02': json(product('L02', { status: 'SUSPENDED' })),
  });
  renderAt('/loans/compare?ids=L01,L02', <Comparison />);

  expect(await screen.findByRole('link', { name: '立即申请：产品L01' })).toHaveAttribute(
    'href',
    '/loans/L01/apply',
  );
  expect(screen.queryByRole('link', { name: '立即申请：产品L02' })).toBeNull();
});
