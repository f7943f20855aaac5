import { expect, it } from 'vitest';
import type { LoanMatch } from '../api';
import { betterFits, prefilledAgain } from './again';

const loan = (code: string, more: Partial<LoanMatch> = {}) =>
  ({ code, productId: code, outcome: 'ELIGIBLE', degree: 100, maxAmountWan: 300, ...more }) as LoanMatch;

it('what does not fit, and what was refused, is not led to', () => {
  const fits = betterFits(
    [
      loan('unknown', { outcome: 'UNKNOWN' }),
      loan('no', { outcome: 'INELIGIBLE' }),
      loan('small', { maxAmountWan: 20 }),
      loan('refused'),
      loan('nearly', { outcome: 'NEARLY' }),
      loan('whole'),
    ],
    { productId: 'refused', amount: 500_000 },
  );
  expect(fits.map(({ code }) => code)).toEqual(['whole', 'small', 'nearly']);
});

const refused = { amount: 500_000, termMonths: 24, purpose: '采购原材料；备货' };
const purposes = [{ code: '1', name: '采购原材料' }];

it('what was asked for is taken over as far as the other product goes', () => {
  expect(prefilledAgain({ maxAmountWan: 30, termMonths: 12 }, refused, purposes)).toEqual({
    amountWan: 30,
    termMonths: 12,
    purpose: '采购原材料',
    purposeNote: '备货',
  });
  expect(
    prefilledAgain({ minAmountWan: 80, minTermMonths: 36, termMonths: 60 }, refused, purposes),
  ).toMatchObject({
    amountWan: 80,
    termMonths: 36,
  });
});

it('a purpose that is no choice any more is chosen anew, and without a refused one nothing is filled in', () => {
  expect(prefilledAgain({}, { ...refused, purpose: '别的用途' }, purposes)).not.toHaveProperty('purpose');
  expect(prefilledAgain({}, undefined, purposes)).toEqual({});
});

it('words that were written under 其他 are not lost', () => {
  const withOther = [...purposes, { code: 'LOAN_PURPOSE.9_OTHER', name: '其他' }];
  expect(prefilledAgain({}, { ...refused, purpose: '装修门店；更换招牌' }, withOther)).toMatchObject({
    purpose: '其他',
    purposeNote: '装修门店；更换招牌',
  });
});
