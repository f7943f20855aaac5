import { expect, it } from 'vitest';
import { linesOf, partsOf } from './parts';

const sentence = (text: string, group?: string) => ({ text, group, certain: true, checked: [] });

it('tiers of one measure are one part, without saying the tier twice', () => {
  const parts = partsOf([
    sentence('注册成立一年以上'),
    sentence('最近一年销售收入≤5000万元：占比不低于5%', '按最近一年销售收入分档:≤5000万元'),
    sentence(
      '最近一年销售收入5000万元（不含）至2亿元（含）：不低于4%',
      '按最近一年销售收入分档:5000万~2亿元',
    ),
    sentence('最近一年销售收入2亿元以上：不低于3%', '按最近一年销售收入分档:>2亿元'),
    sentence('境内研发费用占比不低于60%'),
  ]);
  expect(parts).toHaveLength(2);
  expect(parts[0]).toMatchObject({
    title: undefined,
    sentences: [{ text: '注册成立一年以上' }, { text: '境内研发费用占比不低于60%' }],
  });
  expect(parts[1]).toMatchObject({
    measure: '最近一年销售收入',
    tiers: [
      { sentence: { text: '占比不低于5%' } },
      { sentence: { text: '不低于4%' } },
      { sentence: { text: '不低于3%' } },
    ],
  });
  const tiers = 'tiers' in parts[1]! ? parts[1].tiers.map(({ tier }) => tier.replace(/\s/g, '')) : [];
  expect(tiers).toEqual(['不超过5,000万元', '5,000万—2亿元', '超过2亿元']);
});

it('a choice is named in words that say how many of it are asked for', () => {
  const titles = (...groups: string[]) =>
    partsOf(groups.map((group) => sentence('甲', group))).map((part) => 'title' in part && part.title);
  expect(titles('任一', '任一B', '任一:免征', '至少满足 2 项', '直通')).toEqual([
    '满足其一即可',
    '满足其一即可（B 组）',
    '满足其一即可：免征',
    '至少满足 2 项',
    '直通',
  ]);
});

it('in lines a choice stays together under what it asks', () => {
  const criterion = (text: string, group?: string) => ({ label: '', text, group, certain: true });
  expect(
    linesOf([
      criterion('成立满一年'),
      criterion('参保 5 人', '满足其一即可'),
      criterion('营业收入 1000 万元', '满足其一即可'),
      criterion('占比不低于 3%', '按营收分档:≥1亿元'),
    ]),
  ).toEqual([
    '成立满一年',
    '满足其一即可：参保 5 人；营业收入 1000 万元',
    '按营收分档：1\u00a0亿元及以上，占比不低于 3%',
  ]);
});

it('a sentence that does not name its tier is kept whole', () => {
  const [part] = partsOf([sentence('超过100人的达到5%', '按职工人数分档:>100人')]);
  expect(part).toMatchObject({ tiers: [{ sentence: { text: '超过100人的达到5%' } }] });
});

it('a tier of editors that is named by its end alone is not said twice', () => {
  const [part] = partsOf([sentence('≥1亿元：研发费用占比：≥ 3%', '按营业收入分档:≥1亿元')]);
  expect(part).toMatchObject({ tiers: [{ sentence: { text: '研发费用占比：≥ 3%' } }] });
});

it('two measures of one name are two parts', () => {
  const parts = partsOf([
    sentence('≥1亿元：甲', '按营业收入分档:≥1亿元'),
    sentence('≥1亿元：乙', '按营业收入（第 2 组）分档:≥1亿元'),
  ]);
  expect(parts.map((part) => 'measure' in part && part.measure)).toEqual(['营业收入', '营业收入（第 2 组）']);
});
