import { describe, expect, it } from 'vitest';
import type { Fact } from '../api';
import { asTyped, parseTyped } from './typed';

const fact = (change: Partial<Fact>): Fact => ({
  name: 'employees',
  label: '从业人数',
  unit: '人',
  kind: 'INTEGER',
  editable: true,
  min: 0,
  max: 100000,
  ...change,
});

describe('facts on the phone', () => {
  it('takes an empty field as not known, never as no', () => {
    expect(parseTyped(fact({}), [''])).toEqual({ value: null });
    expect(parseTyped(fact({ kind: 'BOOLEAN' }), [''])).toEqual({ value: null });
    expect(parseTyped(fact({ kind: 'BOOLEAN' }), ['false'])).toEqual({ value: false });
  });

  it('takes digits in full width, as an input method writes them', () => {
    expect(parseTyped(fact({}), ['１２０'])).toEqual({ value: 120 });
  });

  it('takes thousands apart, as the platform writes them, and no other commas', () => {
    expect(parseTyped(fact({}), ['1,234'])).toEqual({ value: 1234 });
    expect(parseTyped(fact({}), ['12,34'])).toEqual({ error: '从业人数须填写数字' });
  });

  it('refuses words, fractions of people and figures out of range', () => {
    expect(parseTyped(fact({}), ['很多'])).toEqual({ error: '从业人数须填写数字' });
    expect(parseTyped(fact({}), ['1.5'])).toEqual({ error: '从业人数须填写整数' });
    expect(parseTyped(fact({}), ['-1'])).toEqual({ error: '从业人数不能小于 0 人' });
    expect(parseTyped(fact({}), ['100001'])).toEqual({ error: '从业人数不能大于 100,000 人' });
  });

  it('keeps a gap between years and drops empty years at the end', () => {
    const years = fact({ kind: 'YEARS', unit: '万元' });
    expect(parseTyped(years, ['100', '', '80'])).toEqual({ value: [100, null, 80] });
    expect(parseTyped(years, ['100', '', ''])).toEqual({ value: [100] });
    expect(parseTyped(years, ['', '', ''])).toEqual({ value: null });
  });

  it('leaves the fields of unknown years empty', () => {
    expect(asTyped(fact({ kind: 'YEARS', value: [100, null] }))).toEqual(['100', '', '']);
    expect(asTyped(fact({ kind: 'YEARS', years: 2, value: null }))).toEqual(['', '']);
  });
});
