import { beforeEach, expect, it } from 'vitest';
import type { Fact } from '../api';
import { answersOf, changedIn, factOfField, keepForSignIn, NONE_OF_THESE, takeKept } from './answers';

const fact = (change: Partial<Fact>): Fact => ({
  name: 'employees',
  label: '职工总数',
  unit: '人',
  kind: 'INTEGER',
  editable: true,
  min: 0,
  ...change,
});
const quals = fact({ name: 'quals', kind: 'MULTI_CHOICE', choices: ['高新技术企业', '科技型企业'] });

beforeEach(() => sessionStorage.clear());

it('an empty form sends what was typed alone, and what is left open is not known, never no', () => {
  const facts = [fact({}), fact({ name: 'rdStaff' }), quals];
  expect(changedIn(facts, answersOf(facts))).toEqual({ values: {}, errors: {} });
  expect(changedIn(facts, { employees: ['45'], rdStaff: [''], quals: [] }).values).toEqual({ employees: 45 });
});

it('from a profile only what is other than there is sent, and what is emptied is taken back', () => {
  const facts = [fact({ value: 45 }), fact({ name: 'rdStaff', value: 5 })];
  expect(changedIn(facts, { ...answersOf(facts), rdStaff: [''] }).values).toEqual({ rdStaff: null });
});

it('that none of a list applies is an answer of its own', () => {
  expect(changedIn([quals], { quals: [NONE_OF_THESE] }).values).toEqual({ quals: [] });
  expect(answersOf([{ ...quals, value: [] }])).toEqual({ quals: [NONE_OF_THESE] });
});

it('what cannot be read is told at its field', () => {
  expect(changedIn([fact({})], { employees: ['许多'] }).errors).toEqual({ employees: '职工总数须填写数字' });
  expect(factOfField('revenue[1]')).toBe('revenue');
});

it('what was typed goes across the sign-in once, without what was left open', () => {
  keepForSignIn('srdi', { employees: ['45'], rdStaff: [''], revenue: ['', '', ''] });
  expect(takeKept('srdi')).toEqual({ employees: ['45'] });
  expect(takeKept('srdi')).toBeUndefined();
});
