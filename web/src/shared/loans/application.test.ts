import { describe, expect, it } from 'vitest';
import { ProblemError } from '../api';
import {
  accountPhone,
  amountProblem,
  balanceText,
  canBe,
  contactText,
  draftOfToday,
  draftToKeep,
  grantText,
  loanRefusal,
  loanConsent,
  loanOf,
  needsWords,
  otherKinds,
  prefilled,
  prefilledMark,
  purposeText,
  refusalOf,
  refusedField,
  startingKind,
  termsOf,
} from './application';

const values = {
  amountWan: 120.5,
  termMonths: 12,
  purpose: '购置设备',
  purposeNote: '五轴加工中心',
  contactName: ' 周敏 ',
  contactPhone: '13812345678',
};
const product = { id: 'p1' };
const purposes = [
  { code: 'LOAN_PURPOSE.2_EQUIPMENT', name: '购置设备' },
  { code: 'LOAN_PURPOSE.9_OTHER', name: '其他' },
];

describe('a loan application', () => {
  it('is asked for in 万元 and sent in yuan', () => {
    expect(loanOf(product, { ...values, kind: 'FIRST' }, 'PC', 'm1')).toEqual({
      productId: 'p1',
      amount: 1_205_000,
      termMonths: 12,
      purpose: '购置设备',
      purposeNote: '五轴加工中心',
      kind: 'FIRST',
      renewsApplicationId: undefined,
      contactName: '周敏',
      contactPhone: '13812345678',
      consent: true,
      matchResultId: 'm1',
      channel: 'PC',
    });
  });

  it('is read from text as a phone holds it, to the cent', () => {
    const typed = {
      ...values,
      amountWan: '123.45',
      termMonths: '6',
      purpose: '采购',
      purposeNote: undefined,
    };
    expect(loanOf(product, typed, 'WECHAT')).toMatchObject({
      amount: 1_234_500,
      termMonths: 6,
      purpose: '采购',
      channel: 'WECHAT',
    });
  });

  it('with another purpose than the usual ones is read in the own words only', () => {
    expect(purposeText(purposes, values)).toBe('购置设备；五轴加工中心');
    expect(purposeText(purposes, { ...values, purpose: '其他' })).toBe('五轴加工中心');
    expect(needsWords(purposes, '其他')).toBe(true);
    expect(needsWords(purposes, '购置设备')).toBe(false);
  });

  it('names the earlier loan only when it renews one', () => {
    const earlier = { ...values, renewsApplicationId: 'a1' };
    expect(loanOf(product, { ...earlier, kind: 'FIRST' }, 'PC').renewsApplicationId).toBeUndefined();
    expect(loanOf(product, { ...earlier, kind: 'RENEWAL' }, 'PC').renewsApplicationId).toBe('a1');
  });

  it('takes the person back to the field that was refused', () => {
    expect(refusedField(new ProblemError({ status: 422, code: 'AMOUNT_OUT_OF_RANGE' }))).toBe('amountWan');
    const named = (field: string) =>
      new ProblemError({
        status: 400,
        code: 'VALIDATION_FAILED',
        errors: [{ field, code: 'P', message: 'x' }],
      });
    expect(refusedField(named('contactPhone'))).toBe('contactPhone');
    expect(refusedField(named('amount'))).toBe('amountWan');
    expect(refusedField(new ProblemError({ status: 409, code: 'APPLICATION_ALREADY_OPEN' }))).toBeUndefined();
  });
});

describe('the kind of a loan', () => {
  const one = {
    applicationId: 'a1',
    number: 'RZ7',
    productTitle: '云税贷',
    bankId: 'b1',
    bankName: '重庆银行',
  };
  const none = { kind: 'FIRST' as const, earlierLoans: [] };
  const elsewhere = { kind: 'ADDITIONAL' as const, earlierLoans: [] };
  const here = { kind: 'ADDITIONAL' as const, earlierLoans: [one] };
  const kinds = ['FIRST', 'ADDITIONAL', 'RENEWAL'] as const;

  it.each([
    [none, [true, true, false]],
    [elsewhere, [false, true, false]],
    [here, [false, true, true]],
  ])('is one of those that are true of the enterprise and the bank: %o', (next, can) => {
    expect(kinds.map((kind) => canBe(kind, next))).toEqual(can);
  });

  it('is the usual one unless a draft has chosen another that can be', () => {
    expect(startingKind(none).kind).toBe('FIRST');
    expect(startingKind(none, { kind: 'ADDITIONAL' }).kind).toBe('ADDITIONAL');
    expect(startingKind(none, undefined, 300).kind).toBe('ADDITIONAL');
    expect(startingKind(none, { kind: 'FIRST' }, 300).kind).toBe('FIRST');
    expect(balanceText(300, 'FIRST', none)).toMatch(/经营性贷款余额为 300\s万元/);
    expect(balanceText(300, 'ADDITIONAL', none)).toContain('可改选首贷');
    expect(balanceText(undefined, 'FIRST', none)).toBe('');
    expect(balanceText(300, 'ADDITIONAL', elsewhere), 'a first loan is ruled out').toBe('');
    expect(startingKind(none, { kind: 'RENEWAL', renewsApplicationId: 'a1' })).toEqual({
      kind: 'FIRST',
      renewsApplicationId: undefined,
    });
    expect(startingKind(elsewhere, { kind: 'FIRST' }).kind).toBe('ADDITIONAL');
    expect(startingKind(here, { kind: 'RENEWAL' })).toEqual({ kind: 'RENEWAL', renewsApplicationId: 'a1' });
    expect(startingKind(here)).toEqual({ kind: 'ADDITIONAL', renewsApplicationId: 'a1' });
  });

  it('says why the others cannot be chosen', () => {
    expect(otherKinds(none)).toBe('本企业在平台还没有获批的贷款，不能选续贷。');
    expect(otherKinds(elsewhere)).toContain('不能选首贷；其中没有本银行的，不能选续贷。');
    expect(otherKinds(here)).toBe('本企业在平台已有获批的贷款，不能选首贷。');
  });

  it('a renewal of another bank takes the person back to the loan', () => {
    expect(refusedField(new ProblemError({ status: 422, code: 'EARLIER_LOAN_OF_ANOTHER_BANK' }))).toBe(
      'renewsApplicationId',
    );
  });
});

it('refuses amounts that are no numbers, nothing, or above the product', () => {
  expect(amountProblem('一百', 300)).toBe('请填写数字，最多两位小数');
  expect(amountProblem('0', 300)).toBe('申请金额须大于 0');
  expect(amountProblem('-5', 300)).toBe('申请金额须大于 0');
  expect(amountProblem('301', 300)).toContain('不能超过产品最高额度');
  expect(amountProblem(300, 300)).toBeUndefined();
  expect(amountProblem('99999', undefined)).toBeUndefined();
});

it('offers terms as far as the product goes', () => {
  expect(termsOf({ termMonths: 24 })).toEqual([3, 6, 12, 24]);
  expect(termsOf({})).toContain(120);
});

it('the consent promises no view of the profile, which no bank has', () => {
  const text = loanConsent('重庆银行').join('');
  expect(text).toContain('联系人和手机号');
  expect(text).toContain('企业画像、涉税数据和企业名片不随申请提供给银行');
});

it('asks to draw a grant only while something is left of it', () => {
  const grant = { grantedAmount: 1_000_000, grantedRate: 3.85, validUntil: '2027-01-31', disbursedAmount: 0 };
  expect(grantText(grant)).toContain('请于 2027-01-31（含）前提款');
  expect(grantText({ ...grant, disbursedAmount: 400_000 })).toContain(
    '已放款 40\u00a0万元，剩余 60\u00a0万元，请于 2027-01-31（含）前提款',
  );
  expect(grantText({ ...grant, disbursedAmount: 1_000_000 })).toBe(
    '银行已授信 100\u00a0万元，年利率 3.85%，已全部放款。',
  );
  expect(grantText({ ...grant, grantedRate: 3.4567 })).toContain('年利率 3.4567%');
});

describe('an application that comes from a match', () => {
  const me = { name: '周敏', phone: '13812345678' };

  it('starts with the contact, the limit of the product and its usual term, not with a purpose', () => {
    expect(prefilled({ maxAmountWan: 300, termMonths: 36 }, me, true)).toEqual({
      contactName: '周敏',
      phoneOf: 'ACCOUNT',
      amountWan: 300,
      termMonths: 12,
    });
    expect(prefilled({ termMonths: 6 }, me, true)).toMatchObject({ termMonths: 6 });
  });

  it('starts with what the match took for possible, not with the limit of the product', () => {
    expect(prefilled({ maxAmountWan: 1000, termMonths: 36 }, me, true, 300)).toMatchObject({
      amountWan: 300,
    });
    expect(prefilled({ maxAmountWan: 1000, termMonths: 36 }, me, true, 0)).toMatchObject({ amountWan: 1000 });
  });

  it('leaves amount and term open where nothing was matched', () => {
    expect(prefilled({ maxAmountWan: 300 }, me, false)).toEqual({
      contactName: '周敏',
      phoneOf: 'ACCOUNT',
    });
  });

  it('leaves the number of the account to the server, which alone knows it whole', () => {
    const covered = { ...me, phone: '138****5678' };
    expect(accountPhone(covered)).toBe('使用账号手机号 138****5678');
    const filled = { ...values, kind: 'FIRST' as const, phoneOf: 'ACCOUNT' as const };
    expect(loanOf(product, filled, 'PC')).toMatchObject({ useAccountPhone: true });
    expect(loanOf(product, filled, 'PC').contactPhone).toBeUndefined();
    expect(contactText(filled, covered)).toContain('账号手机号 138****5678');
    expect(loanOf(product, { ...filled, phoneOf: 'OTHER' }, 'PC').contactPhone).toBe('13812345678');
    expect(contactText({ ...filled, phoneOf: 'OTHER' }, covered)).toContain('13812345678');
  });

  it('marks a field until it is changed', () => {
    const prefill = { amountWan: 300 };
    expect(prefilledMark('amountWan', prefill, { amountWan: '300' })).toBe('已预填，可修改');
    expect(prefilledMark('amountWan', prefill, { amountWan: 200 })).toBeUndefined();
    expect(prefilledMark('purpose', prefill, { purpose: '购置设备' })).toBeUndefined();
  });
});

describe('a draft', () => {
  it('with a purpose of the list is taken as it is', () => {
    expect(draftOfToday(values, purposes)).toEqual({ found: values });
    expect(draftOfToday(undefined, purposes)).toEqual({ found: undefined });
  });

  it('with a purpose in own words has chosen nothing, and keeps the words until something is chosen', () => {
    const { found, ownWords } = draftOfToday({ ...values, purpose: '扩建二期厂房' }, purposes);
    expect(found).toEqual({ ...values, purpose: undefined });
    expect(ownWords).toBe('扩建二期厂房');
    expect(draftToKeep({ amountWan: 1 }, ownWords)).toEqual({ amountWan: 1, purpose: '扩建二期厂房' });
    expect(draftToKeep({ purpose: '购置设备' }, ownWords)).toEqual({ purpose: '购置设备' });
  });
});

it('a refusal says the reason of the catalogue before the words of the bank', () => {
  const step = {
    at: '2026-11-20T10:00:00+08:00',
    kind: 'REFUSED' as const,
    label: '审批不通过',
    actor: '银行',
  };
  const words = '企业主近两年：存在逾期记录。';
  expect(
    refusalOf({ refusalReason: words, timeline: [{ ...step, note: `征信记录不符合要求：${words}` }] }),
  ).toEqual({ reason: '征信记录不符合要求', words });
  expect(refusalOf({ refusalReason: words, timeline: [{ ...step, note: undefined }] })).toEqual({
    reason: undefined,
    words,
  });
});

it('why it was not taken as a whole stays where it was handed in; what is about a field is told there', () => {
  const refused = (status: number, code: string) =>
    loanRefusal(new ProblemError({ status, code, detail: '不行' }));
  expect(refused(409, 'APPLICATION_ALREADY_OPEN')).toBe('不行');
  expect(refused(422, 'AMOUNT_OUT_OF_RANGE')).toBeUndefined();
  expect(refused(503, 'SERVICE_UNAVAILABLE')).toBeUndefined();
  expect(loanRefusal(null)).toBeUndefined();
});
