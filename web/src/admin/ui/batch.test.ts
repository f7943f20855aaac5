import { expect, it } from 'vitest';
import { outcomes } from './batch';

it('a batch tells of each case, in the order in which they were picked', () => {
  const cases = ['a', 'b', 'c'].map((id) => ({ id, number: `LM${id}`, enterpriseName: id }));
  const told = outcomes(cases, [
    { id: 'b', done: false, detail: '该申请刚刚已由他人处理' },
    { id: 'a', done: true },
  ]);
  expect(told.map((row) => [row.id, row.done, row.reason])).toEqual([
    ['a', true, undefined],
    ['b', false, '该申请刚刚已由他人处理'],
    ['c', false, '系统没有返回处理结果，请刷新后查看'],
  ]);
});
