import { describe, expect, it } from 'vitest';
import type { LoanApplication } from '@/shared/api';
import {
  amountOf,
  grantLimits,
  grantRules,
  isBelowOffer,
  paymentDays,
  paymentRules,
  remaining,
  stepsFor,
  typedAmount,
} from './rules';

// 2026-11-25 23:30 in Shanghai, still the 25th, while UTC is hours behind.
const NOW = Date.parse('2026-11-25T15:30:00Z');
const asked = { amount: 1_500_000, termMonths: 12 };

describe('grant', () => {
  it('is bounded by what was asked for, where the product allows more', () => {
    const limits = grantLimits(asked, { maxAmountWan: 300, termMonths: 12 }, NOW);
    expect(limits).toMatchObject({ maxAmount: 1_500_000, amountBound: 'asked', maxTerm: 12 });
    expect(grantRules.grantedAmount(1_500_000, limits)).toBeUndefined();
    expect(grantRules.grantedAmount(1_500_000.01, limits)).toBe('不能超过申请金额 1,500,000 元');
  });

  it('is bounded by the product, where that allows less than was asked for', () => {
    const limits = grantLimits(asked, { maxAmountWan: 100, termMonths: 36 }, NOW);
    expect(grantRules.grantedAmount(1_200_000, limits)).toBe('不能超过产品最高额度 1,000,000 元');
  });

  it('without a product the service limits alone hold', () => {
    const limits = grantLimits(asked, undefined, NOW);
    expect(limits).toMatchObject({ maxAmount: 1_500_000, maxTerm: 360 });
    expect(grantLimits(asked, {}, NOW)).toEqual(limits);
  });

  it('is no longer than the product published, or than was asked for', () => {
    const longest = (termMonths: number) =>
      grantLimits({ ...asked, termMonths }, { termMonths: 36 }, NOW).maxTerm;
    expect(longest(12)).toBe(36);
    expect(longest(48)).toBe(48);
  });

  it('costs no more than the product published, or than was offered and chosen', () => {
    const cheaper = { maxRate: 4.35 };
    const rate = (value: number, of = {}) =>
      grantRules.annualRate(value, grantLimits({ ...asked, ...of }, cheaper, NOW));
    expect(rate(4.35)).toBeUndefined();
    expect(rate(4.36)).toBe('年利率应大于零且不超过 4.35%');
    expect(rate(4.5, { offeredRate: 4.5 })).toBeUndefined();
  });

  it.each([
    [{ annualRate: 3.66 }, true],
    [{ annualRate: 3.65, grantedAmount: 1_499_999 }, true],
    [{ annualRate: 3.65, termMonths: 11 }, true],
    [{ annualRate: 3.65, grantedAmount: 1_500_000, termMonths: 12 }, false],
    [{ annualRate: 3.5 }, false],
  ])('%j is less than the offer that was chosen: %s', (grant, below) => {
    const offered = { ...asked, termMonths: 12, offeredRate: 3.65 };
    expect(isBelowOffer(offered, grant)).toBe(below);
    expect(isBelowOffer({ ...offered, offeredRate: undefined }, grant)).toBe(false);
  });

  const limits = grantLimits(asked, { maxAmountWan: 300, termMonths: 12 }, NOW);

  it.each([
    [undefined, '请填写授信额度'],
    [0, '授信额度应大于零'],
    [-5, '授信额度应大于零'],
    [1000.005, '最多保留两位小数'],
    [1000.05, undefined],
  ])('amount %s: %s', (value, wrong) => {
    expect(grantRules.grantedAmount(value, limits)).toBe(wrong);
  });

  it.each([
    [undefined, '请填写年利率'],
    [0, '年利率应大于零且不超过 24%'],
    [24, undefined],
    [24.01, '年利率应大于零且不超过 24%'],
    [3.45555, '最多保留四位小数'],
    [3.455, undefined],
  ])('annual rate %s: %s', (value, wrong) => {
    expect(grantRules.annualRate(value, limits)).toBe(wrong);
  });

  it.each([
    [12, undefined],
    [13, '期限应在 1 到 12 个月之间'],
    [0, '期限应在 1 到 12 个月之间'],
    [6.5, '请填写整月数'],
    [null, '请填写整月数'],
  ])('term of %s months: %s', (value, wrong) => {
    expect(grantRules.termMonths(value, limits)).toBe(wrong);
  });

  it.each([
    ['2026-11-24', '有效期不能早于今天'],
    ['2026-11-25', undefined],
    ['2036-11-25', undefined],
    ['2036-11-26', '有效期不能超过 10 年'],
    [undefined, '请选择授信有效期'],
  ])('valid until %s: %s', (value, wrong) => {
    expect(grantRules.validUntil(value, limits)).toBe(wrong);
  });
});

const approved = {
  status: 'APPROVED',
  grantedAmount: 1_000_000,
  disbursedAmount: 400_000.1,
  validUntil: '2027-05-01',
  timeline: [
    { at: '2026-11-20T09:00:00+08:00', kind: 'SUBMITTED', label: '', actor: '' },
    { at: '2026-11-21T23:30:00+08:00', kind: 'APPROVED', label: '', actor: '' },
  ],
} as LoanApplication;

describe('payment', () => {
  it('never exceeds what is left of the grant, to the cent', () => {
    expect(remaining(approved)).toBe(599_999.9);
    expect(paymentRules.amount(599_999.9, remaining(approved))).toBeUndefined();
    expect(paymentRules.amount(600_000, remaining(approved))).toBe('不能超过剩余额度 599,999.9 元');
    expect(paymentRules.amount(0, remaining(approved))).toBe('放款金额应大于零');
  });

  it('lies between the day of the decision and today', () => {
    const days = paymentDays(approved, NOW);
    expect(days).toEqual({ first: '2026-11-21', last: '2026-11-25' });
    expect(paymentRules.disbursedOn('2026-11-20', days)).toBe('不能早于批准日 2026年11月21日');
    expect(paymentRules.disbursedOn('2026-11-26', days)).toBe('不能晚于 2026年11月25日');
    expect(paymentRules.disbursedOn('2026-11-25', days)).toBeUndefined();
  });

  it('has the number of the bank as banks write them, or none', () => {
    for (const none of [undefined, '', ' ', 'FK-20261201/7', ' 202612010001 '])
      expect(paymentRules.reference(none)).toBeUndefined();
    expect(paymentRules.reference('没有号')).toBeDefined();
    expect(paymentRules.reference('a b')).toBeDefined();
  });

  it('is not possible after the grant has run out', () => {
    expect(paymentDays({ ...approved, validUntil: '2026-11-23' }, NOW).last).toBe('2026-11-23');
  });
});

describe('steps', () => {
  const of = (status: LoanApplication['status'], grantedAmount?: number, disbursedAmount = 0) =>
    stepsFor({ status, grantedAmount, disbursedAmount });

  it('follow the course of an application', () => {
    expect(of('SUBMITTED')).toEqual(['accept']);
    expect(of('IN_REVIEW')).toEqual(['refuse', 'ask', 'approve']);
    expect(of('NEED_MATERIAL')).toEqual(['refuse']);
    expect(of('APPROVED', 100)).toEqual(['disburse']);
    expect(of('APPROVED', 100, 60)).toEqual(['settle', 'disburse']);
    expect(of('APPROVED', 100, 100)).toEqual(['settle']);
  });

  it('end with it', () => {
    for (const status of ['REFUSED', 'WITHDRAWN', 'SETTLED'] as const) {
      expect(of(status)).toEqual([]);
    }
  });
});

it('a negative amount stays one and is refused', () => {
  expect(typedAmount(-1234567.5)).toBe('-1,234,567.5');
  expect(amountOf('-5,000')).toBe(-5000);
  expect(paymentRules.amount(amountOf('-7'), 1000)).toBeDefined();
});

it('what is no figure, or a far too large one, is never made another one', () => {
  expect(amountOf('1e30')).toBe(1e30);
  expect(paymentRules.amount(amountOf('1e30'), 1000)).toBeDefined();
  expect(amountOf('1a30')).toBeNaN();
  expect(amountOf('１，２００．５')).toBe(1200.5);
});
