import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AmountEstimate } from '../api';
import { renderAt } from '../test/render';
import { EstimateDetail, EstimateLine } from './Estimate';
import { estimateText, NO_PROMISE } from './estimate';

const estimate: AmountEstimate = {
  lowWan: 0,
  highWan: 300,
  certain: false,
  basis: ['产品公布的最高额度 300 万元'],
  missing: [{ name: 'totalBizLoan', label: '企业及企业主经营性贷款余额' }],
  considers: [
    { label: '近12个月纳税总额', value: '12.5 万元', missing: [] },
    { label: '近12个月开票金额', missing: [{ name: 'invoiceAmount12m', label: '近12个月开票金额' }] },
  ],
};

it('an amount is one limit, an interval, used up, or not to be estimated', () => {
  expect(estimateText(estimate)).toBe('0—300 万元');
  expect(estimateText({ ...estimate, lowWan: 1500, highWan: 1500 })).toBe('1,500\u00a0万元以内');
  expect(estimateText({ ...estimate, lowWan: 0, highWan: 0 })).toBe('按公布的条件，估算无可贷额度');
  expect(estimateText({ ...estimate, lowWan: undefined, highWan: undefined })).toBe(
    '银行未公布额度，无法估算',
  );
});

it('what cannot be estimated is neither called an estimate nor marked', () => {
  renderAt('/', <EstimateLine estimate={{ ...estimate, lowWan: undefined, highWan: undefined }} />);
  expect(screen.getByText('银行未公布额度，无法估算')).toBeVisible();
  expect(screen.queryByText(NO_PROMISE)).not.toBeInTheDocument();
  expect(screen.queryByText('待核实')).not.toBeInTheDocument();
});

it('that nothing is left is a sentence of its own', () => {
  renderAt('/', <EstimateLine estimate={{ ...estimate, lowWan: 0, highWan: 0 }} />);
  expect(screen.getByText('按公布的条件，估算无可贷额度')).toBeVisible();
  expect(screen.queryByText(/^估算额度/)).toBeNull();
});

it('an estimate is not marked once more where its product is', () => {
  const { unmount } = renderAt('/', <EstimateLine estimate={estimate} />);
  expect(screen.getByText('待核实')).toBeVisible();
  unmount();
  renderAt('/', <EstimateLine estimate={estimate} marked />);
  expect(screen.queryByText('待核实')).not.toBeInTheDocument();
});

it('an estimate says that it is no promise, how it comes about and what to fill in', () => {
  renderAt(
    '/',
    <EstimateDetail estimate={estimate} fill={(fact) => <a href={`/${fact.name}`}>{fact.label}</a>} />,
  );
  expect(screen.getByText(NO_PROMISE)).toBeInTheDocument();
  expect(screen.getByRole('list', { name: '额度估算依据' })).toHaveTextContent('产品公布的最高额度 300 万元');
  expect(screen.getByRole('link', { name: '企业及企业主经营性贷款余额' })).toHaveAttribute(
    'href',
    '/totalBizLoan',
  );
  expect(screen.getByText('12.5 万元')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '近12个月开票金额' })).toBeInTheDocument();
});
