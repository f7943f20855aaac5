import { describe, expect, it } from 'vitest';
import type { ConditionFact, ProductContent } from '@/shared/api';
import { changedLines, conditionText, contentOf, EMPTY, entryField, linesOf, valuesOf } from './content';

const facts: ConditionFact[] = [
  {
    name: 'taxYears',
    label: '连续纳税年数',
    group: '税务',
    unit: '年',
    form: 'FIGURE',
    ways: [
      { op: '>=', label: '不低于' },
      { op: 'between', label: '介于' },
    ],
    choices: [],
  },
  {
    name: 'taxCreditRating',
    label: '纳税信用等级',
    group: '税务',
    form: 'CHOICE',
    ways: [{ op: 'in', label: '为其中之一' }],
    choices: ['A', 'B', 'M'],
  },
];

const content: ProductContent = {
  ...EMPTY,
  title: '巴南快贷',
  minAmountWan: 5,
  maxAmountWan: 300,
  minRate: 3.45,
  maxRate: 3.45,
  minTermMonths: 3,
  maxTermMonths: 36,
  conditions: [{ fact: 'taxYears', op: '>=', number: 2, words: [] }],
  materials: ['营业执照', '纳税证明'],
};

describe('what a bank enters', () => {
  it('comes back from the form as it went in', () => {
    expect(contentOf(valuesOf(content))).toEqual(content);
  });

  it('conditions that the list cannot hold are not sent, and so stay', () => {
    const kept = { ...content, conditions: undefined };
    expect(valuesOf(kept).keepConditions).toBe(true);
    expect(contentOf(valuesOf(kept)).conditions).toBeUndefined();
  });

  it('blank lines are no materials, and blanks no words', () => {
    expect(contentOf({ materials: ' 营业执照 \n\n', summary: '  ' })).toMatchObject({
      materials: ['营业执照'],
      summary: undefined,
    });
  });

  it('what the server finds wrong stands at the field of the form', () => {
    expect(entryField('content.title')).toBe('title');
    expect(entryField('maxRate')).toBe('maxRate');
    expect(entryField('content.materials[3]')).toBe('materials');
    expect(entryField('conditions[1].words')).toBe('conditions[1].words');
    expect(entryField('content.conditions[1].words[0]')).toBe('conditions[1].words');
    expect(entryField('content.contacts[0].phone')).toBe('contacts[0].phone');
  });
});

describe('what is reviewed', () => {
  it('conditions are read in words', () => {
    const said = (one: object) => conditionText({ words: [], fact: 'taxYears', op: '>=', ...one }, facts);
    expect(said({ number: 2 })).toBe('连续纳税年数不低于 2 年');
    expect(said({ op: 'between', number: 2, upTo: 5 })).toBe('连续纳税年数介于 2 和 5 年');
    expect(said({ fact: 'taxCreditRating', op: 'in', words: ['A', 'B'] })).toBe(
      '纳税信用等级为其中之一：A、B',
    );
    expect(said({ fact: 'gone', op: '==', flag: false })).toBe('gone：否');
  });

  it('one figure at both ends is said once', () => {
    const lines = Object.fromEntries(linesOf(content, facts).map((one) => [one.label, one.lines[0]]));
    expect(lines['年利率']).toBe('3.45%');
    expect(lines['期限']).toBe('3 个月 至 3 年');
  });

  it('says what is another than in force, and of a new product nothing', () => {
    const next = { ...content, maxAmountWan: 500, conditions: undefined };
    expect([...changedLines(next, content, facts).keys()]).toEqual(['额度']);
    expect(changedLines(next, undefined, facts).size).toBe(0);
  });
});
