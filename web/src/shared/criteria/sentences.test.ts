import { expect, it } from 'vitest';
import { checkedText, criterionText, sentencesOf } from './sentences';

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

it('what was published as a bare comparison says what it compares', () => {
  expect(
    sentencesOf([of('成立年限', '≥ 1 年'), of('高新技术企业', '是'), of('科技型中小企业', '是')]),
  ).toMatchObject([
    { text: '成立年限：≥ 1 年' },
    { text: '高新技术企业：是', checked: [] },
    { text: '科技型中小企业：是', checked: [] },
  ]);
  expect(criterionText(of('企业成立年限', '企业成立年限：≥ 1 年'))).toBe('企业成立年限：≥ 1 年');
  expect(criterionText(of('成立年限', '有固定经营场所'))).toBe('有固定经营场所');
});
