import { expect, it } from 'vitest';
import type { ConditionResult, LoanApplication, LoanMatch, LoanStatus } from '../api';
import { betterFits, prefilledAgain } from './again';

const conditions = (met: number, all: number) =>
  Array.from({ length: all }, (_, at) => ({
    outcome: at < met ? 'MET' : 'NOT_MET',
    missingFacts: [],
  })) as unknown as ConditionResult[];

const loan = (code: string, more: Partial<LoanMatch> = {}) =>
  ({
    code,
    productId: code,
    outcome: 'ELIGIBLE',
    degree: 100,
    maxAmountWan: 300,
    conditions: conditions(3, 3),
    ...more,
  }) as LoanMatch;

const asked = { productId: 'refused', amount: 500_000 };
const missed = loan('refused', { outcome: 'NEARLY', degree: 61, conditions: conditions(3, 5) });

const fits = (
  loans: LoanMatch[],
  applications: Pick<LoanApplication, 'productId' | 'status'>[] = [],
  gone: string[] = [],
) => {
  const offered = new Set(loans.map((one) => one.productId).filter((id) => !gone.includes(id)));
  const { met, unknown } = betterFits(loans, asked, applications, offered);
  return { met: met.map((one) => one.loan.code), unknown: unknown.map((one) => one.loan.code) };
};

it('only what fits is led to, what nobody can judge yet by itself, and those first that go as far as was asked', () => {
  expect(
    fits([
      loan('unclear', { outcome: 'UNKNOWN', degree: 80 }),
      loan('no', { outcome: 'INELIGIBLE' }),
      loan('nearly', { outcome: 'NEARLY', degree: 90 }),
      loan('small', { maxAmountWan: 20 }),
      missed,
      loan('whole'),
    ]),
  ).toEqual({ met: ['whole', 'small'], unknown: ['unclear'] });
});

it('whose conditions are all met is led to, though those of what was refused were too', () => {
  expect(fits([loan('refused'), loan('same')])).toEqual({ met: ['same'], unknown: [] });
});

it('of what is not met as a whole nothing is led to that fits no better than what was refused', () => {
  expect(
    fits([missed, loan('worse', { outcome: 'UNKNOWN', degree: 61 }), loan('untold', { conditions: [] })]),
  ).toEqual({ met: [], unknown: [] });
});

it('nor what was refused before, is asked for already or is no longer offered', () => {
  const of = (productId: string, status: LoanStatus) => ({ productId, status });
  expect(
    fits(
      [missed, loan('before'), loan('open'), loan('withdrawn'), loan('settled'), loan('suspended')],
      [
        of('before', 'REFUSED'),
        of('open', 'NEED_MATERIAL'),
        of('withdrawn', 'WITHDRAWN'),
        of('settled', 'SETTLED'),
      ],
      ['suspended'],
    ).met,
  ).toEqual(['withdrawn', 'settled']);
});

it('by what each fits better is said in one line', () => {
  const why = (one: LoanMatch, than?: LoanMatch) =>
    betterFits([one, ...(than ? [than] : [])], asked, [], new Set([one.productId])).met[0]?.why;
  expect(why(loan('a', { degree: 92 }), missed)).toBe('匹配度 92%，高于未通过产品的 61%');
  expect(why(loan('a', { conditions: conditions(2, 2) }), missed)).toBe(
    '满足 2/2 项条件，未通过的产品满足 3/5 项',
  );
  expect(why(loan('a'), loan('refused'))).toBe('满足 3/3 项条件，不低于未通过的产品');
  expect(why(loan('a'))).toBe('匹配度 100%；未通过的产品没有可比的匹配度');
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
