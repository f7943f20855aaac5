import { expect, it } from 'vitest';
import { passwordProblem, PERSON, personProblem } from './fields';

it('a password has three kinds of characters, or fourteen of any', () => {
  expect(passwordProblem('')).toBe('请设置密码');
  expect(passwordProblem('Aa1aaaa')).toMatch(/8 位/);
  expect(passwordProblem('abcdefg1')).toMatch(/三种/);
  expect(passwordProblem('Abcdefg1')).toBeUndefined();
  expect(passwordProblem('abcd-efg1')).toBeUndefined();
  expect(passwordProblem('abcdefghijklmn')).toBeUndefined();
});

it.each(['陈志远', '买买提·吐尔逊', 'Anne-Marie St. John', 'أحمد', '王 2'])('%s is a name', (name) => {
  expect(PERSON.test(name)).toBe(true);
});

it.each(['😀😀', '<b>甲</b>', '--', '12', '甲；乙'])('%s is none', (name) => {
  expect(PERSON.test(name)).toBe(false);
});

it('of a name it is said what is wrong with it, not whether there must be one', () => {
  expect(personProblem(' 陈志远 ')).toBeUndefined();
  expect(personProblem('张'.repeat(50))).toBeUndefined();
  expect(personProblem('张'.repeat(51))).toBe('姓名不能超过 50 个字');
  expect(personProblem('😀<b>')).toMatch(/只能含/);
  expect(personProblem(' ')).toBeUndefined();
});
