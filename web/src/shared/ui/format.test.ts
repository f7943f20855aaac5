import { describe, expect, it } from 'vitest';
import {
  figuresIn,
  industryText,
  tidied,
  dateText,
  dateTimeText,
  fileSize,
  longDate,
  percent,
  termText,
  timeAgo,
  wan,
  yuanAsWan,
} from './format';

describe('dates are those of the district, whatever the machine says', () => {
  it('an instant late in the evening of London is the next day', () => {
    expect(dateText('2026-03-14T17:30:00Z')).toBe('2026-03-15');
    expect(dateTimeText('2026-03-14T17:30:00Z')).toBe('2026-03-15 01:30');
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

describe('figures', () => {
  it('money has its unit', () => {
    expect(yuanAsWan(1_500_000)).toBe('150 万元');
    expect(yuanAsWan(20_000_000)).toBe('2,000 万元');
    expect(wan(0)).toBe('0 万元');
    expect(wan(null)).toBe('—');
    expect(wan(8.1)).toBe('8.1 万元');
    expect(percent(3.45)).toBe('3.45%');
  });

  it('small and large money is told in the unit that people would use, to the cent', () => {
    expect(yuanAsWan(8000)).toBe('8,000 元');
    expect(wan(0.5)).toBe('5,000 元');
    expect(yuanAsWan(1234567.89)).toBe('123.456789 万元');
    expect(wan(25_436)).toBe('2.5436 亿元');
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

it('figures in a text have separators and a space before their unit; years and numbers of documents stay', () => {
  expect(figuresIn('最近一年销售收入5000万~2亿元(含)')).toBe('最近一年销售收入5,000 万~2 亿元（含）');
  expect(figuresIn('5275 天，9860 万元，1,000 万元，8.7%')).toBe('5,275 天，9,860 万元，1,000 万元，8.7%');
  expect(figuresIn('机械零部件加工(C3484)，2023年，国科发火〔2016〕32号')).toBe(
    '机械零部件加工（C3484），2023年，国科发火〔2016〕32号',
  );
  expect(figuresIn('企业成立满2年，11类企业，最高1000万元，2000家，5次')).toBe(
    '企业成立满2 年，11 类企业，最高1,000 万元，2,000 家，5 次',
  );
  expect(figuresIn('2023年12月31日前，2024年版，2022年度')).toBe('2023年12月31日前，2024年版，2022年度');
});

it('an industry has its code behind its name', () => {
  expect(industryText('C3484', '机械零部件加工')).toBe('机械零部件加工（C3484）');
  expect(industryText(undefined, '机械零部件加工')).toBe('机械零部件加工');
});
