import { describe, expect, it } from 'vitest';
import type { DemandClaim, DemandOffer, MyDemand } from '../api';
import {
  canChoose,
  chosenFirst,
  demandAmountRules,
  demandField,
  demandOf,
  guaranteeText,
  isEvaluated,
  monthlyText,
  offerLines,
} from './demand';

const values = {
  amountWan: '50.05',
  termMonths: '12',
  purpose: '采购原材料、支付货款',
  purposeNote: '  ',
  wantedOn: '2026-12-10',
  contactName: ' 陈志远 ',
  phoneOf: 'ACCOUNT' as const,
};

const offer: DemandOffer = {
  productId: '1',
  productTitle: '云税贷',
  amount: 400_000,
  rate: 3.65,
  termMonths: 12,
  until: '2026-12-10',
  offeredAt: '2026-11-28T10:00:00+08:00',
};

const claim = { status: 'OFFERED', bankName: '甲银行', offer } as DemandClaim;

describe('the request', () => {
  it('has the amount in yuan to the cent, and nothing for words that are none', () => {
    expect(demandOf(values, 'PC')).toEqual({
      amount: 500_500,
      termMonths: 12,
      purpose: '采购原材料、支付货款',
      purposeNote: undefined,
      guarantees: [],
      wantedOn: '2026-12-10',
      contactName: '陈志远',
      useAccountPhone: true,
      channel: 'PC',
    });
  });

  it('has no binary rounding', () => {
    expect(demandOf({ ...values, amountWan: 0.07 }, 'PC').amount).toBe(700);
    expect(demandOf({ ...values, amountWan: '1234567.89' }, 'PC').amount).toBe(12_345_678_900);
  });

  it('names the number that was typed where it is not the account’s', () => {
    const typed = demandOf({ ...values, phoneOf: 'OTHER', contactPhone: '13812345678' }, 'WECHAT');
    expect(typed).toMatchObject({ contactPhone: '13812345678', channel: 'WECHAT' });
    expect(typed.useAccountPhone).toBeUndefined();
  });
});

it('a refusal of the amount stands at the field that asks in 万元', () => {
  expect(demandField('amount')).toBe('amountWan');
  expect(demandField('wantedOn')).toBe('wantedOn');
});

it('an amount that makes no sense is said so', async () => {
  const check = demandAmountRules[1]!.validator!;
  await expect(check(undefined, '0')).rejects.toThrow('融资金额须大于 0');
  await expect(check(undefined, '1.234')).rejects.toThrow('最多两位小数');
  await expect(check(undefined, '100000.01')).rejects.toThrow('不能超过');
  await expect(check(undefined, '50')).resolves.toBeUndefined();
});

it('without any security unsecured credit is looked for', () => {
  expect(guaranteeText([])).toBe('无（信用贷款）');
  expect(guaranteeText(['MORTGAGE', 'GUARANTOR'])).toBe('抵押、保证、担保');
});

it('what an offer costs each month comes from the calculator', () => {
  // 400,000 at 3.65 % for 12 months in equal instalments.
  expect(monthlyText(offer)).toBe('33,996.03 元');
});

it('offers stand beside each other line by line; a claim without one has none', () => {
  expect(offerLines(claim).map(([name]) => name)).toContain('月供（等额本息）');
  expect(offerLines({ ...claim, offer: undefined })).toEqual([]);
});

it('an offer can be chosen while both it and the demand stand', () => {
  const mine = (status: string) => ({ demand: { status } }) as MyDemand;
  expect(canChoose(mine('OPEN'), claim)).toBe(true);
  expect(canChoose(mine('EXPIRED'), claim)).toBe(false);
  expect(canChoose(mine('OPEN'), { ...claim, status: 'LAPSED' })).toBe(false);
});

it('the offer that was chosen comes before the others, which keep their order', () => {
  const [first, second, chosen] = ['OFFERED', 'NOT_CHOSEN', 'CHOSEN'].map(
    (status, at) => ({ ...claim, id: String(at), status }) as DemandClaim,
  );
  expect(chosenFirst([first!, second!, chosen!])).toEqual([chosen, first, second]);
});

it('a demand is evaluated once it has ended and a bank has answered it', () => {
  expect(isEvaluated({ status: 'CHOSEN', claims: [claim] })).toBe(true);
  expect(isEvaluated({ status: 'EXPIRED', claims: [claim] })).toBe(true);
  expect(isEvaluated({ status: 'EXPIRED', claims: [{ ...claim, offer: undefined }] })).toBe(false);
  expect(isEvaluated({ status: 'WITHDRAWN', claims: [claim] })).toBe(false);
  expect(isEvaluated({ status: 'OPEN', claims: [claim] })).toBe(false);
});
