import { describe, expect, it } from 'vitest';
import {
  dayBars,
  daysInWords,
  dayTable,
  orderStates,
  partsInWords,
  partTable,
  rangeText,
  ring,
  shareOf,
  statesInWords,
  ticked,
  type DayCount,
} from './options';

const days: DayCount[] = [
  { date: '2026-11-23', count: 2, amount: 300_000 },
  { date: '2026-11-24', count: 0, amount: 0 },
  { date: '2026-11-25', count: 5, amount: 1_234_500 },
];
const parts = [
  { key: 'IN_REVIEW', label: '银行审批中', count: 1 },
  { key: 'APPROVED', label: '审批通过', count: 1 },
  { key: 'REFUSED', label: '审批不通过', count: 1 },
];

/* oxlint-disable typescript/no-explicit-any */
describe('bars of days', () => {
  const option = dayBars(days, { name: '订单申请', unit: '笔' }) as any;

  it('draw one bar a day, empty days too, with the unit on the axis', () => {
    expect(option.series[0].data).toEqual([2, 0, 5]);
    expect(option.xAxis.data).toEqual(['11/23', '11/24', '11/25']);
    expect(option.yAxis).toMatchObject({ name: '笔', minInterval: 1 });
  });

  it('have their dates in steps of one length, back from the newest day', () => {
    const dated = (count: number) => [...Array(count).keys()].filter(ticked(count));
    expect(dated(30)).toEqual([4, 9, 14, 19, 24, 29]);
    expect(dated(7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(option.xAxis.axisLabel.interval(2)).toBe(true);
  });

  it('tell day, number and amount when pointed at', () => {
    expect(option.tooltip.formatter([{ dataIndex: 2 }])).toBe(
      '2026-11-25<br/>订单申请 <b>5</b> 笔<br/>申请金额 <b>123.45</b> 万元',
    );
    expect(option.tooltip.formatter([])).toBe('');
  });

  it('tell no amount where there is none', () => {
    const users = dayBars([{ date: '2026-11-25', count: 3 }], { name: '注册用户', unit: '人' }) as any;
    expect(users.tooltip.formatter([{ dataIndex: 0 }])).toBe('2026-11-25<br/>注册用户 <b>3</b> 人');
  });

  it('have a table with the newest day first', () => {
    expect(dayTable(days, '订单申请', '笔')).toEqual({
      columns: ['日期', '订单申请（笔）', '申请金额（万元）'],
      rows: [
        ['2026-11-25', '5', '123.45'],
        ['2026-11-24', '0', '0'],
        ['2026-11-23', '2', '30'],
      ],
    });
    expect(dayTable([{ date: '2026-11-25', count: 3 }], '注册用户', '人').columns).toEqual([
      '日期',
      '注册用户（人）',
    ]);
  });

  it('name the time range that is drawn, and say so when nothing is', () => {
    expect(rangeText(days)).toBe('2026-11-23 至 2026-11-25');
    expect(rangeText([])).toBe('暂无数据');
  });

  it('are told in words', () => {
    expect(daysInWords('近30天订单申请', days, '笔')).toBe(
      '近30天订单申请，2026-11-23 至 2026-11-25，合计 7 笔，最多的一天是 2026-11-25，5 笔',
    );
    expect(daysInWords('近30天订单申请', [{ date: '2026-11-25', count: 0 }], '笔')).not.toContain('最多');
  });
});

describe('rings of parts', () => {
  it('are drawn where there are two as well, at one place and in one size', () => {
    const [two, three] = [ring(parts.slice(0, 2), '笔') as any, ring(parts, '笔') as any];
    expect(two.series[0]).toMatchObject({ type: 'pie', data: [{ value: 1 }, { value: 1 }] });
    for (const part of ['center', 'radius']) expect(two.series[0][part]).toEqual(three.series[0][part]);
    expect(two.legend).toMatchObject({ top: three.legend.top });
    expect(two.legend.formatter('审批通过')).toBe('审批通过  1 笔  50.0%');
  });

  it('show the sum in the middle and each part with number and share', () => {
    const option = ring(parts, '笔') as any;
    expect(option.title).toMatchObject({ text: '3', subtext: '合计（笔）' });
    expect(option.legend.formatter('审批通过')).toBe('审批通过  1 笔  33.3%');
    expect(option.tooltip.formatter({ name: '审批通过' })).toBe('审批通过 <b>1</b> 笔，占 33.3%');
    const typed = ring(
      [{ key: 'X', label: '<img src=x onerror=alert(1)>', count: 1 }],
      '笔',
    ) as typeof option;
    expect(typed.tooltip.formatter({ name: '<img src=x onerror=alert(1)>' })).not.toContain('<img');
    expect(option.series[0].data).toContainEqual({ name: '审批不通过', value: 1 });
  });

  it('of nothing have no shares', () => {
    const none = parts.map((part) => ({ ...part, count: 0 }));
    expect(shareOf(none[0]!, none)).toBe(0);
    const thirds = ['A', 'B', 'C'].map((key) => ({ key, label: key, count: 1 }));
    expect(thirds.map((part) => shareOf(part, thirds))).toEqual([33.4, 33.3, 33.3]);
    const uneven = [2, 2, 3].map((count, at) => ({ key: String(at), label: String(at), count }));
    const shares = uneven.map((part) => shareOf(part, uneven));
    expect(Math.round(shares.reduce((sum, share) => sum + share, 0) * 10)).toBe(1000);
    expect(partTable(none, '订单状态', '笔').rows.at(-1)).toEqual(['合计', '0', '—']);
  });

  it('of orders say what the first of them holds, and why they are fewer than all orders', () => {
    expect(orderStates(parts).map((part) => part.label)).toEqual([
      '银行审批中（含待受理）',
      '审批通过',
      '审批不通过',
    ]);
    expect(statesInWords(parts, 5)).toBe('三种状态合计 3 笔，另有已撤回 2 笔，共 5 笔');
    expect(statesInWords(parts, 3)).toBeUndefined();
  });

  it('have a table that ends with the sum', () => {
    expect(partTable(parts, '订单状态', '笔').rows).toEqual([
      ['银行审批中', '1', '33.4%'],
      ['审批通过', '1', '33.3%'],
      ['审批不通过', '1', '33.3%'],
      ['合计', '3', '100%'],
    ]);
  });

  it('are told in words', () => {
    expect(partsInWords('订单状态', parts.slice(0, 1), '笔')).toBe('订单状态：银行审批中 1 笔，占 100%');
  });
});
