import { expect, it } from 'vitest';
import type { Fact, Profile } from '../api';
import { thisYear } from '../ui/format';
import { factLines, formulaText, isMissing, profileParts, taxBroughtText } from './facts';

const fact = (more: Partial<Fact>): Fact => ({
  name: 'rdStaff',
  label: '研发人员数',
  unit: '人',
  kind: 'INTEGER',
  editable: true,
  ...more,
});

it('facts read as people say them', () => {
  expect(factLines(fact({ value: 1500 }))).toEqual(['1,500 人']);
  expect(factLines(fact({ kind: 'BOOLEAN', value: false, unit: undefined }))).toEqual(['否']);
  expect(factLines(fact({ kind: 'MULTI_CHOICE', value: [], unit: undefined }))).toEqual(['无']);
});

it('units are said as they are spoken, years to one decimal', () => {
  expect(factLines(fact({ value: 160, unit: '月' }))).toEqual(['160 个月']);
  expect(factLines(fact({ value: 2.4, unit: '%' }))).toEqual(['2.4%']);
  expect(factLines(fact({ value: 14.44, unit: '年' }))).toEqual(['14.4 年']);
});

it('each year of a figure stands on a line of its own', () => {
  const last = thisYear() - 1;
  expect(factLines(fact({ kind: 'YEARS', value: [9860, null], unit: '万元' }))).toEqual([
    `${last} 年 9,860 万元`,
    `${last - 1} 年 —`,
  ]);
});

it('a code is shown by its name, and as it is where nobody knows it', () => {
  const region = fact({ name: 'regionCode', kind: 'TEXT', unit: undefined, value: '500113' });
  expect(factLines({ ...region, valueName: '重庆市巴南区' })).toEqual(['重庆市巴南区']);
  expect(factLines(region)).toEqual(['500113']);
});

it('figures of several years are missing when no year is known', () => {
  expect(isMissing(fact({ kind: 'YEARS', value: [null, null] }))).toBe(true);
  expect(isMissing(fact({ kind: 'YEARS', value: [null, 3] }))).toBe(false);
  expect(isMissing(fact({ value: 0 }))).toBe(false);
});

it('a formula speaks of labels, not of fields', () => {
  const facts = [fact({}), fact({ name: 'revenue', label: '营业收入（近三年）' })];
  expect(formulaText('rdStaff ÷ revenue[0]', facts)).toBe('研发人员数 ÷ 营业收入（最近一年）');
  expect(formulaText('revenue[0]', facts)).toBeUndefined();
  expect(formulaText('min(rdStaff, unheardOf)', facts)).toBeUndefined();
});

it('only what is missing leaves the parts where something can be filled in', () => {
  const profile = {
    groups: [
      { name: '人员与社保', facts: [fact({}), fact({ name: 'insured', value: 3 })] },
      { name: '基本信息', facts: [fact({ name: 'established', editable: false })] },
      { name: '计算指标', facts: [fact({ editable: false, formula: 'rdStaff ÷ insured' })] },
    ],
  } as Profile;
  expect(profileParts(profile, true)).toMatchObject([{ name: '人员与社保', facts: [{ name: 'rdStaff' }] }]);
  expect(profileParts(profile, false).map((part) => [part.missing, part.calculated])).toEqual([
    [1, false],
    [0, false],
    [0, true],
  ]);
});

it('it is said how much of the tax data there was to fetch', () => {
  const profile = (facts: Fact[]) =>
    ({
      groups: [{ name: '税务', facts }],
      taxAuthorization: { granted: true, covers: ['纳税信用等级', '连续纳税年数'] },
    }) as unknown as Profile;
  const level = fact({ label: '纳税信用等级', kind: 'CHOICE', value: 'A', source: 'TAX' });
  const years = fact({ label: '连续纳税年数', value: 3 });
  expect(taxBroughtText(profile([level, { ...years, source: 'SELF' }]))).toBe(
    '已取得 1 项，另外 1 项数据源没有，可自行填报。',
  );
  expect(taxBroughtText(profile([level, { ...years, source: 'TAX' }]))).toBe('已取得全部 2 项。');
});
