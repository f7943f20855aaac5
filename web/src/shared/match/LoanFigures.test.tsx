import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AmountEstimate, LoanMatch } from '../api';
import { loanMatch, met } from '../test/match';
import { NO_PROMISE, saidOfAll } from '.';
import { LoanCertainty, LoanFigures } from './LoanFigures';
import { SaidOfAll } from './SaidOfAll';

const estimate: AmountEstimate = {
  lowWan: 300,
  highWan: 300,
  certain: true,
  basis: [],
  missing: [],
  considers: [],
};
const loan = (code: string, more: Partial<LoanMatch> = {}) =>
  loanMatch(code, [met], { outcome: 'ELIGIBLE', estimate, rateText: '年化3.8%', termMonths: 24, ...more });
const open = (code: string) => loan(code, { verified: false });

it('a product is compared by its amount, rate and term', () => {
  const { rerender } = render(<LoanFigures match={loan('L1')} />);
  const figures = () => screen.getAllByRole('definition').map((one) => one.textContent?.replace(/\s/g, ' '));
  expect(figures()).toEqual(['300 万元以内', '年化 3.8%', '2 年']);
  rerender(<LoanFigures match={loan('L1', { estimate: undefined, maxAmountWan: 50 })} />);
  expect(figures()[0]).toBe('50 万元');
  expect(screen.getByText('最高额度')).toBeInTheDocument();
  rerender(<LoanFigures match={loan('L1', { estimate: { ...estimate, lowWan: 0, highWan: 0 } })} />);
  expect(figures()[0]).toBe('无可贷额度');
});

it('that an amount is no promise is said once above several, and beside one that stands alone', () => {
  const said = saidOfAll([loan('L1'), loan('L2')]);
  const { rerender } = render(
    <>
      <SaidOfAll said={said} />
      <LoanFigures match={loan('L1')} said={said} />
      <LoanFigures match={loan('L2')} said={said} />
    </>,
  );
  expect(screen.getAllByText(new RegExp(NO_PROMISE))).toHaveLength(1);
  rerender(<LoanFigures match={loan('L1')} />);
  expect(screen.getByText(NO_PROMISE)).toBeInTheDocument();
});

it('where the most are not checked that is said once, and the others are marked', () => {
  const matches = [open('L1'), open('L2'), loan('L3')];
  const said = saidOfAll(matches);
  render(
    <>
      <SaidOfAll said={said} />
      {matches.map((match) => (
        <LoanCertainty key={match.code} match={match} said={said} />
      ))}
    </>,
  );
  expect(screen.getByText(/未标明“参数已核对”的，产品参数未能与银行核对/)).toBeInTheDocument();
  expect(screen.getAllByText('参数已核对')).toHaveLength(1);
  expect(screen.queryByText('待核实')).toBeNull();
});

it('where the most are checked, those that are not are marked', () => {
  const matches = [open('L1'), loan('L2'), loan('L3', { estimate: { ...estimate, certain: false } })];
  expect(saidOfAll([open('L1'), open('L2')]).unchecked).toBe('ALL');
  expect(saidOfAll([open('L1'), loan('L2')]).unchecked).toBeUndefined();
  expect(saidOfAll(matches).unchecked).toBe('MOST');
  render(<LoanCertainty match={open('L1')} said={saidOfAll([open('L1'), loan('L2')])} />);
  expect(screen.getByText('待核实')).toBeInTheDocument();
});
