import { expect, it } from 'vitest';
import { answerParts } from './Answer';

it.each([
  ['模拟受理，未实际发送 OK', '模拟受理，未实际发送', 'OK'],
  ['空号 MK:0001', '空号', 'MK:0001'],
  ['需要接收者关注 43004', '需要接收者关注', '43004'],
  ['账户余额不足 isv.AMOUNT_NOT_ENOUGH', '账户余额不足', 'isv.AMOUNT_NOT_ENOUGH'],
  ['send success Ok', 'send success', 'Ok'],
])('the code of "%s" is told from its words', (answer, words, code) => {
  expect(answerParts(answer)).toEqual({ words, code });
});

it.each(['微信未答复，结果不明', 'no such user', '模拟故障：未收到答复', 'OK'])(
  'an answer without a code is all words: "%s"',
  (answer) => {
    expect(answerParts(answer)).toEqual({ words: answer });
  },
);

it('where there is no answer there are neither', () => {
  expect(answerParts(undefined)).toEqual({});
});
