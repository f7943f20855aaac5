import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  conditionText,
  withoutPlace,
  figuresIn,
  industryText,
  tidied,
  dateText,
  dateTimeText,
  fileSize,
  longDate,
  interest,
  inWan,
  percent,
  termText,
  timeAgo,
  todayText,
  wan,
  yuanAsWan,
  wanOf,
  yuanInRow,
} from './format';

describe('dates are those of the district, whatever the machine says', () => {
  it('an instant late in the evening of London is the next day', () => {
    expect(dateText('2026-03-14T17:30:00Z')).toBe('2026-03-15');
    expect(dateTimeText('2026-03-14T17:30:00Z')).toBe('2026-03-15 01:30');
  });

  it('today is a day of the district for whoever is elsewhere', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-14T16:30:00Z') });
    expect(todayText()).toBe('2026-03-15');
    vi.useRealTimers();
  });

  it('and no page asks the browser for one', () => {
    const own =
      /\bdayjs\(\)|\.(getDate|getDay|getMonth|getFullYear|getHours)\(|\.toLocale(Date|Time)String\(|toISOString\(\)\.slice/;
    const pages = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
    );
    expect(pages.length).toBeGreaterThan(300);
    expect(pages.filter((file) => own.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
  });

  it('months and years stay what the source gave', () => {
    expect(dateText('2023-08')).toBe('2023-08');
    expect(longDate('2023-08')).toBe('2023年8月');
    expect(longDate('2026-01-20')).toBe('2026年1月20日');
    expect(longDate(null)).toBe('—');
  });

  it('times are told as people tell them', () => {
    const now = Date.parse('2026-03-15T10:00:00+08:00');
    expect(timeAgo('2026-03-15T09:59:40+08:00', now)).toBe('刚刚');
    expect(timeAgo('2026-03-15T09:48:00+08:00', now)).toBe('12 分钟前');
    expect(timeAgo('2026-03-15T08:05:00+08:00', now)).toBe('今天 08:05');
    expect(timeAgo('2026-03-14T23:05:00+08:00', now)).toBe('昨天 23:05');
    expect(timeAgo('2025-12-31T23:05:00+08:00', now)).toBe('2025年12月31日');
  });
});

/** With the space that keeps a figure and its unit in one line. */
const joined = (text: string) => text.replaceAll('_', '\u00a0');

describe('figures', () => {
  it('money has its unit', () => {
    expect(yuanAsWan(1_500_000)).toBe(joined('150_万元'));
    expect(yuanAsWan(20_000_000)).toBe(joined('2,000_万元'));
    expect(wan(0)).toBe(joined('0_万元'));
    expect(wan(null)).toBe('—');
    expect(wan(8.1)).toBe(joined('8.1_万元'));
    expect(percent(3.45)).toBe('3.45%');
    expect(interest(3.4567)).toBe('3.4567%');
    expect(interest(3.5)).toBe('3.5%');
  });

  it('small and large money is told in the unit that people would use, to the cent', () => {
    expect(yuanAsWan(8000)).toBe(joined('8,000_元'));
    expect(wan(0.5)).toBe(joined('5,000_元'));
    expect(yuanAsWan(1234567.89)).toBe(joined('1,234,567.89_元'));
    expect(yuanAsWan(1_234_500)).toBe(joined('123.45_万元'));
    expect(yuanAsWan(12_345)).toBe(joined('12,345_元'));
    expect(wan(25_436)).toBe(joined('25,436_万元'));
    expect(wan(25_400)).toBe(joined('2.54_亿元'));
    expect(yuanInRow(123456.78)).toBe(joined('12.35_万元'));
    expect(yuanInRow(99_999_999)).toBe(joined('1_亿元'));
    expect(yuanInRow(8000.5)).toBe(joined('8,000.5_元'));
    expect(yuanInRow(1_500_000)).toBe(joined('150_万元'));
  });

  it('in a table that names its unit once, all amounts are in it, and the least is no nothing', () => {
    expect([0, 20, 200, 3333.33, 145_000, 254_360_000].map(inWan)).toEqual([
      '0.00',
      '<0.01',
      '0.02',
      '0.33',
      '14.50',
      '25,436.00',
    ]);
    expect(inWan(undefined)).toBe('—');
    expect(wanOf(225_000)).toBe(joined('22.50_万元'));
  });

  it('terms are in years where people say years', () => {
    expect(termText(6)).toBe('6 个月');
    expect(termText(12)).toBe('1 年');
    expect(termText(18)).toBe('18 个月');
    expect(termText(36)).toBe('3 年');
  });

  it('sizes are readable', () => {
    expect(fileSize(248_000)).toBe('242 KB');
    expect(fileSize(10 * 1024 * 1024)).toBe('10.0 MB');
  });
});

it('a sentence of a message has no space inside of its Chinese, and one before a share', () => {
  expect(tidied('信用快贷（重庆市分行） 的申请，中国建设银行 于 2026年11月27日 受理，年利率3.85%')).toBe(
    '信用快贷（重庆市分行）的申请，中国建设银行于 2026年11月27日受理，年利率 3.85%',
  );
});

it('figures in a text stand apart from Chinese and hold on to their unit; years and numbers of documents stay', () => {
  const read = (text: string) => figuresIn(text).replaceAll('\u00a0', '_');
  expect(read('45.98 %')).toBe('45.98%');
  expect(read('企业所得税15%，稳岗返还最高90%/50%')).toBe('企业所得税 15%，稳岗返还最高 90%/50%');
  expect(read('制造业(C)')).toBe('制造业（C）');
  expect(read('最近一年销售收入5000万~2亿元(含)')).toBe('最近一年销售收入 5,000_万—2_亿元（含）');
  expect(read('5275 天，9860 万元，1,000 万元，8.7%')).toBe('5,275_天，9,860_万元，1,000_万元，8.7%');
  expect(read('机械零部件加工(C3484)，2023年，国科发火〔2016〕32号')).toBe(
    '机械零部件加工（C3484），2023年，国科发火〔2016〕32号',
  );
  expect(read('企业成立满2年，11类企业，最高1000万元，2000家，5次')).toBe(
    '企业成立满 2_年，11_类企业，最高 1,000_万元，2,000_家，5_次',
  );
  expect(read('年贴息1个百分点，不超过1年；12600平方米，6台，4件，18岁，80分，3户')).toBe(
    '年贴息 1_个百分点，不超过 1_年；12,600_平方米，6_台，4_件，18_岁，80_分，3_户',
  );
  expect(read('2023年12月31日前，2024年版，2022年度，30分钟')).toBe(
    '2023年12月31日前，2024年版，2022年度，30分钟',
  );
});

it('the public reads words for signs that compare, and one sign for a range', () => {
  const read = (text: string) => figuresIn(text).replaceAll('\u00a0', '_');
  expect(read('≥ 365 天')).toBe('不低于 365_天');
  expect(read('职工总数：≥ 1 人')).toBe('职工总数：不低于 1_人');
  expect(read('研发人员占比 ≥ 10%')).toBe('研发人员占比不低于 10%');
  expect(read('Ⅰ类高价值≥1项，≤55%，>75%，<3%')).toBe('Ⅰ类高价值不低于 1_项，不高于 55%，高于 75%，低于 3%');
  expect(read('扩岗补助≤1500元/人')).toBe('扩岗补助不高于 1,500_元/人');
  expect(read('75～90，40–300，55%~75%，23.4—178.2 万元')).toBe('75—90，40—300，55%—75%，23.4—178.2_万元');
  expect(read('2026-12-02，023-6622-1234')).toBe('2026-12-02，023-6622-1234');
});

it('figures that follow each other are each found: one ends where the words before the next one begin', () => {
  const read = (text: string) => figuresIn(text).replaceAll('\u00a0', '_');
  expect(read('5人6天，3万元2个')).toBe('5_人 6_天，3_万元 2_个');
  expect(read('第3年，A12人，V1.5万元')).toBe('第3年，A12人，V1.5万元');
  expect(read('第一行\n12000人')).toBe('第一行\n12,000_人');
  expect(read('占比 5 %，6  %')).toBe('占比 5%，6%');
  expect(tidied('重 庆 市 占5%和6.5%')).toBe('重庆市占 5%和 6.5%');
});

it('an industry has its code behind its name', () => {
  expect(industryText('C3484', '机械零部件加工')).toBe('机械零部件加工（C3484）');
  expect(industryText(undefined, '机械零部件加工')).toBe('机械零部件加工');
});

it('who reads conditions is not told by which number two choices are kept apart, and points stand apart from the limit', () => {
  expect(withoutPlace('符合下列条件之一（原文第 12 处）')).toBe('符合下列条件之一');
  expect(conditionText('≥ 10%得 15 分')).toMatch(/^不低于 10% 得\s15\s分$/);
});
