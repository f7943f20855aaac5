import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/shared/api';
import { fieldOf, requestOf } from './ApplyPage';
import { rate } from './LoanCard';

const values = {
  amountWan: 120.5,
  termMonths: 12,
  purpose: '购置设备',
  purposeNote: '五轴加工中心',
  kind: 'FIRST' as const,
  contactName: ' 周敏 ',
  contactPhone: '13812345678',
};

describe('a loan application', () => {
  it('is asked for in 万元 and sent in yuan', () => {
    expect(requestOf({ id: 'p1' }, values, 'm1')).toEqual({
      productId: 'p1',
      amount: 1_205_000,
      termMonths: 12,
      purpose: '购置设备；五轴加工中心',
      kind: 'FIRST',
      renewsApplicationId: undefined,
      contactName: '周敏',
      contactPhone: '13812345678',
      consent: true,
      matchResultId: 'm1',
      channel: 'PC',
    });
  });

  it('names the earlier loan only when it renews one', () => {
    const earlier = { ...values, renewsApplicationId: 'a1' };
    expect(requestOf({ id: 'p1' }, earlier).renewsApplicationId).toBeUndefined();
    expect(requestOf({ id: 'p1' }, { ...earlier, kind: 'RENEWAL' }).renewsApplicationId).toBe('a1');
  });

  it('takes the person back to the field that was refused', () => {
    expect(fieldOf(new ProblemError({ status: 422, code: 'AMOUNT_OUT_OF_RANGE' }))).toBe('amountWan');
    expect(
      fieldOf(
        new ProblemError({
          status: 400,
          code: 'VALIDATION_FAILED',
          errors: [{ field: 'contactPhone', code: 'P', message: 'x' }],
        }),
      ),
    ).toBe('contactPhone');
    expect(fieldOf(new ProblemError({ status: 409, code: 'APPLICATION_ALREADY_OPEN' }))).toBeUndefined();
  });
});

it('a rate that nobody knows is not shown as one', () => {
  expect(rate('未核对')).toBe('以银行核定为准');
  expect(rate('年化3.8%(2023年)')).toBe('年化3.8%(2023年)');
});
