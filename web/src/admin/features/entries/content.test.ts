import { describe, expect, it } from 'vitest';
import type { ProductContent } from '@/shared/api';
import type { KnownFact } from '../policy-drafts/criteria/codes';
import { changedLines, contentOf, EMPTY, entryField, linesOf, NO_CRITERIA, valuesOf } from './content';

const known = (fact: Partial<KnownFact>): KnownFact => ({
  name: '',
  label: '',
  group: '税务',
  kind: 'NUMBER',
  choices: [],
  aliases: [],
  derived: false,
  operators: ['>=', 'between'],
  ...fact,
});
const facts = [
  known({ name: 'taxYears', label: '连续纳税年数', unit: '年' }),
  known({ name: 'taxCreditRating', label: '纳税信用等级', kind: 'CHOICE', operators: ['in'] }),
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
  criteria: { type: 'comparison', fact: 'taxYears', op: '>=', value: 2, unit: '年' },
  materials: ['营业执照', '纳税证明'],
};

describe('what a bank enters', () => {
  it('comes back from the form as it went in', () => {
    expect(contentOf(valuesOf(content))).toEqual(content);
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
    expect(entryField('content.contacts[0].phone')).toBe('contacts[0].phone');
  });
});

describe('what is reviewed', () => {
  const conditions = (criteria: ProductContent['criteria']) =>
    linesOf({ ...content, criteria }, facts).find((one) => one.label === '准入条件')!.lines;

  it('conditions are read in words, each below what it is part of', () => {
    const years = content.criteria as Record<string, unknown>;
    expect(conditions(years)).toEqual(['连续纳税年数 不低于 2 年']);
    expect(conditions(undefined)).toEqual([NO_CRITERIA]);
    expect(
      conditions({
        type: 'allOf',
        criteria: [
          { ...years, clause: { text: '纳税满2年', place: '第三条', certain: false } },
          {
            type: 'atLeast',
            count: 1,
            label: '信用',
            criteria: [{ type: 'comparison', fact: 'taxCreditRating', op: 'in', value: ['A', 'B'] }],
          },
          {
            type: 'banded',
            by: 'taxYears',
            bands: [{ label: '新办', to: 3, fromIncluded: true, toIncluded: false, then: years }],
          },
          {
            type: 'score',
            pass: 60,
            strict: false,
            groups: [
              {
                name: '纳税',
                minimum: 5,
                items: [{ name: '年数', otherwise: 0, tiers: [{ points: 10, when: years }] }],
              },
            ],
          },
        ],
      }),
    ).toEqual([
      '连续纳税年数 不低于 2 年（第三条，纳税满2年，待核实）',
      '信用：至少满足 1 项（共 1 项）',
      '　纳税信用等级 属于 A、B',
      '按连续纳税年数分档',
      '　新办：低于 3 年',
      '　　连续纳税年数 不低于 2 年',
      '评分表（合格线 60 分）',
      '　纳税（至少 5 分）',
      '　　年数（均不满足得 0 分）',
      '　　　得 10 分',
      '　　　　连续纳税年数 不低于 2 年',
    ]);
  });

  it('one figure at both ends is said once', () => {
    const lines = Object.fromEntries(linesOf(content, facts).map((one) => [one.label, one.lines[0]]));
    expect(lines['年利率']).toBe('3.45%');
    expect(lines['期限']).toBe('3 个月 至 3 年');
  });

  it('says what is another than in force, and of a new product nothing', () => {
    const next = { ...content, maxAmountWan: 500, ruleTo: '2027-12-31' };
    expect([...changedLines(next, content, facts).keys()]).toEqual(['额度', '匹配日期']);
    const part = { ...content, criteria: { type: 'anyOf', exhaustive: false, criteria: [content.criteria] } };
    expect([...changedLines(part, content, facts).keys()]).toEqual(['准入条件']);
    expect(changedLines(next, undefined, facts).size).toBe(0);
  });
});
