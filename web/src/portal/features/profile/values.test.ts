import { describe, expect, it } from 'vitest';
import type { Fact } from '@/shared/api';
import { changes, impossible, thousands } from './values';

const fact = (more: Partial<Fact>): Fact => ({
  name: 'rdStaff',
  label: '研发人员数',
  unit: '人',
  kind: 'INTEGER',
  editable: true,
  min: 0,
  max: 1000,
  ...more,
});

describe('filling in facts', () => {
  it('sends only what was changed', () => {
    const facts = [fact({ value: 15 }), fact({ name: 'insured', value: 168 })];
    expect(changes(facts, { rdStaff: 18, insured: 168 })).toEqual({ rdStaff: 18 });
  });

  it('an emptied field is "not known", not zero and not "no"', () => {
    expect(changes([fact({ value: 15 })], { rdStaff: null })).toEqual({ rdStaff: null });
    expect(changes([fact({ kind: 'BOOLEAN', value: false })], { rdStaff: undefined })).toEqual({
      rdStaff: null,
    });
    expect(changes([fact({ kind: 'MULTI_CHOICE', value: ['A'] })], { rdStaff: [] })).toEqual({ rdStaff: [] });
  });

  it('years stay in their place where an older one is missing', () => {
    const revenue = fact({ name: 'revenue', kind: 'YEARS', value: [9860, 8920, 8105] });
    expect(changes([revenue], { revenue: [9860, null, 8105] })).toEqual({ revenue: [9860, null, 8105] });
    expect(changes([revenue], { revenue: [9860, 8920, null] })).toEqual({ revenue: [9860, 8920] });
    expect(changes([revenue], { revenue: [null, null, null] })).toEqual({ revenue: null });
    expect(changes([revenue], { revenue: [9860, 8920, 8105] })).toEqual({});
  });

  it('absurd figures are refused with their limit', () => {
    expect(impossible(fact({}), -1)).toBe('研发人员数不能小于 0 人');
    expect(impossible(fact({}), 1001)).toBe('研发人员数不能大于 1,000 人');
    expect(impossible(fact({}), null)).toBeUndefined();
    expect(impossible(fact({}), 3.5)).toBe('研发人员数须填写整数');
    expect(impossible(fact({ kind: 'NUMBER' }), 3.5)).toBeUndefined();
  });
});

it('large figures are grouped while they are typed, and stay figures', () => {
  expect(thousands.formatter(1234567.85)).toBe('1,234,567.85');
  expect(thousands.formatter('12345.')).toBe('12,345.');
  expect(thousands.formatter(undefined)).toBe('');
  expect(thousands.parser('1,234,567.85')).toBe('1234567.85');
});
