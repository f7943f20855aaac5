import { expect, it } from 'vitest';
import type { LoanDraft } from '../api';
import { asNumbers, asTexts, startOf, typedOf, valuesOf } from './draft';

const product = { edition: 3, termMonths: 24 };
const draft: LoanDraft = {
  productId: 'p1',
  productCode: 'L01',
  productTitle: '信用快贷',
  bankName: '建设银行',
  productSuspended: false,
  productChanged: false,
  amountWan: '88',
  termMonths: 12,
  kind: 'FIRST',
  contactName: '李经理',
  useAccountPhone: false,
  contactPhone: '13812345678',
  savedAt: '2026-11-29T10:00:00+08:00',
  savedBy: '李经理',
  savedByMe: false,
  version: 4,
};

it('what did not reach the platform goes before the draft that it goes on from', () => {
  const here = { base: 4, values: { amountWan: '90' } };
  expect(startOf(product, draft, here)).toEqual({ values: { amountWan: '90' }, here: true, dropped: false });
});

it('what did not reach the platform gives way to what somebody saved since, and that is told', () => {
  const start = startOf(product, draft, { base: 3, values: { amountWan: '90' } });
  expect(start).toMatchObject({ values: { amountWan: '88' }, here: false, dropped: true });
});

it('what an earlier release kept on this machine is taken over where the platform has nothing', () => {
  expect(startOf(product, undefined, { amountWan: '90' })).toMatchObject({
    values: { amountWan: '90' },
    here: true,
  });
  expect(startOf(product, undefined, undefined)).toEqual({ values: undefined, here: false, dropped: false });
});

it('beside the number of the account of who goes on stands no name of a colleague', () => {
  const theirs: LoanDraft = { ...draft, useAccountPhone: true, contactPhone: undefined };
  const start = startOf(product, theirs, undefined);
  expect(start.contactOf).toBe('李经理');
  expect(start.values).toMatchObject({ phoneOf: 'ACCOUNT' });
  expect(start.values).not.toHaveProperty('contactName');
});

it('a number that was typed keeps its name, and so does who goes on with a draft of their own', () => {
  const own: LoanDraft = { ...draft, useAccountPhone: true, savedByMe: true };
  for (const one of [draft, own]) {
    const start = startOf(product, one, undefined);
    expect(start.values).toMatchObject({ contactName: '李经理' });
    expect(start).not.toHaveProperty('contactOf');
  }
});

it('a term that the product does not offer any more is chosen anew', () => {
  expect(startOf(product, { ...draft, termMonths: 60 }, undefined).values).toMatchObject({
    amountWan: '88',
    termMonths: undefined,
  });
});

it('what is saved is what is in the form, and comes back as it was, for either form', () => {
  const values = valuesOf(draft);
  expect(typedOf(product, values, 4)).toEqual({
    version: 4,
    productEdition: 3,
    amountWan: '88',
    termMonths: 12,
    kind: 'FIRST',
    contactName: '李经理',
    useAccountPhone: false,
    contactPhone: '13812345678',
  });
  expect(asNumbers(values)).toMatchObject({ amountWan: 88, termMonths: 12 });
  expect(asTexts(values)).toMatchObject({ amountWan: '88', termMonths: '12', phoneOf: 'OTHER' });
  expect(asTexts(values)).not.toHaveProperty('purpose');
});

it('half a number is kept as it stands', () => {
  expect(typedOf(product, { amountWan: '8x', termMonths: '' }, undefined)).toMatchObject({
    amountWan: '8x',
    termMonths: undefined,
  });
  expect(asNumbers({ amountWan: '8x' })).toMatchObject({ amountWan: undefined });
});
