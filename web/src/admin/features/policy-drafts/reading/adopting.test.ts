import { expect, it } from 'vitest';
import type { Criterion } from '../criteria/model';
import { adopt, stands, withdraw } from './adopting';

const asks = (fact: string, value: number): Criterion => ({ type: 'comparison', fact, op: '>=', value });
const staff = asks('employees', 20);
const revenue = asks('revenueY1', 1000);

it('the first condition begins the tree, the next ones stand beside it', () => {
  const first = adopt(undefined, {}, staff);
  expect(first).toEqual({ type: 'allOf', criteria: [staff] });
  expect(adopt(first, {}, revenue)).toEqual({ type: 'allOf', criteria: [staff, revenue] });
});

it('a tree that is one condition becomes the first part of a group, and nothing of it changes', () => {
  const choice: Criterion = { type: 'anyOf', exhaustive: true, criteria: [staff] };
  expect(adopt(choice, {}, revenue)).toEqual({ type: 'allOf', criteria: [choice, revenue] });
});

it('what is one of several ways stands with the others in one choice', () => {
  const alternatives = { group: 3, heading: '符合下列条件之一：' };
  const one = adopt(undefined, { alternatives }, staff);
  expect(adopt(one, { alternatives }, revenue)).toEqual({
    type: 'allOf',
    criteria: [
      {
        type: 'anyOf',
        label: '符合下列条件之一（原文第 3 处）',
        exhaustive: false,
        criteria: [staff, revenue],
      },
    ],
  });
});

it('of what is asked for twice out of several, at least two have to be met', () => {
  const alternatives = { group: 3, heading: '符合下列条件中的两项：', atLeast: 2 };
  const [first, second, third] = [staff, revenue, asks('coreIp', 3)];
  const one = adopt(undefined, { alternatives }, first);
  expect(one).toMatchObject({ criteria: [{ type: 'atLeast', count: 1 }] });
  const all = adopt(adopt(one, { alternatives }, second), { alternatives }, third);
  expect(all).toMatchObject({
    type: 'allOf',
    criteria: [{ type: 'atLeast', count: 2, criteria: [first, second, third] }],
  });
  const left = withdraw(withdraw(all, first), second);
  expect(left).toMatchObject({ criteria: [{ type: 'atLeast', count: 1, criteria: [third] }] });
  expect(stands(left, third)).toBe(true);
  const unfinished: Criterion = { type: 'atLeast', count: 3, criteria: [staff] };
  expect(stands(unfinished, revenue)).toBe(false);
});

it('two articles that both say one of the following stay two choices', () => {
  const heading = '符合下列条件之一：';
  const one = adopt(undefined, { alternatives: { group: 3, heading } }, staff);
  expect(adopt(one, { alternatives: { group: 5, heading } }, revenue)).toMatchObject({
    type: 'allOf',
    criteria: [
      { type: 'anyOf', criteria: [staff] },
      { type: 'anyOf', criteria: [revenue] },
    ],
  });
});

it('what is asked for by bands of the same fact is one condition', () => {
  const small = { by: 'revenueY1', label: '5000万元以下', fromIncluded: false, to: 5000, toIncluded: true };
  const large = { by: 'revenueY1', label: '2亿元以上', from: 20000, fromIncluded: true, toIncluded: false };
  const [five, three] = [asks('rdRatio3y', 5), asks('rdRatio3y', 3)];
  const tree = adopt(adopt(undefined, { applies: small }, five), { applies: large }, three);
  expect(tree).toEqual({
    type: 'allOf',
    criteria: [
      {
        type: 'banded',
        by: 'revenueY1',
        bands: [
          { label: '5000万元以下', fromIncluded: false, to: 5000, toIncluded: true, then: five },
          { label: '2亿元以上', from: 20000, fromIncluded: true, toIncluded: false, then: three },
        ],
      },
    ],
  });
  expect(withdraw(withdraw(tree, five), three)).toBeUndefined();
});

it('what was taken in can be taken out again, also after the database has ordered its members anew', () => {
  const tree = adopt(adopt(undefined, {}, staff), {}, revenue);
  const ordered = { value: 20, op: '>=', fact: 'employees', type: 'comparison' } as Criterion;
  expect(stands(tree, ordered)).toBe(true);
  expect(withdraw(tree, ordered)).toEqual({ type: 'allOf', criteria: [revenue] });
});

it('what somebody has changed in the tree since stays there', () => {
  const tree = adopt(undefined, {}, asks('employees', 30));
  expect(stands(tree, staff)).toBe(false);
  expect(withdraw(tree, staff)).toEqual(tree);
});
