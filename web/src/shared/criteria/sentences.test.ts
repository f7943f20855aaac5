import { expect, it } from 'vitest';
import { checkedText, sentencesOf } from './sentences';

const clause = '在本区依法注册登记满 2 年的制造业企业';
const of = (label: string, text: string, group?: string, certain = true) => ({ label, text, group, certain });

it('two conditions of one sentence are that sentence once, which says what is checked by it', () => {
  const [first, second, ...rest] = sentencesOf([
    of('成立年限', clause),
    of('营业收入', '营业收入 2000 万元以上'),
    of('所属行业', clause, undefined, false),
  ]);
  expect(rest).toEqual([]);
  expect(first).toMatchObject({ text: clause, certain: false });
  expect(checkedText(first!)).toBe('（逐项核对：成立年限、所属行业）');
  expect(checkedText(second!)).toBe('');
});

it('the same words under another heading stay there, and a fact that is compared twice is named once', () => {
  const found = sentencesOf([
    of('营业收入', clause, '甲'),
    of('营业收入', clause, '甲'),
    of('营业收入', clause, '乙'),
  ]);
  expect(found.map(({ group }) => group)).toEqual(['甲', '乙']);
  expect(checkedText(found[0]!)).toBe('');
});
