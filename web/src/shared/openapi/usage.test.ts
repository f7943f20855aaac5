import { expect, it } from 'vitest';
import { periodText, usageBars, usageInWords, usageTable } from './usage';

const days = [
  { day: '2026-11-25', calls: 10, succeeded: 6, refused: 2, limited: 1, failed: 1 },
  { day: '2026-11-26', calls: 0, succeeded: 0, refused: 0, limited: 0, failed: 0 },
];

it('the bars of a day are made of the results, and together they are all calls', () => {
  const { series } = usageBars(days) as { series: { name: string; data: number[]; stack: string }[] };
  expect(series.map(({ name, data }) => [name, data[0]])).toEqual([
    ['成功', 6],
    ['请求有误', 2],
    ['超过次数', 1],
    ['平台故障', 1],
  ]);
  expect(new Set(series.map(({ stack }) => stack)).size).toBe(1);
});

it('the table has the same figures, the newest day first', () => {
  expect(usageTable(days).rows).toEqual([
    ['2026-11-26', '0', '0', '0', '0', '0'],
    ['2026-11-25', '10', '6', '2', '1', '1'],
  ]);
});

it('who does not see the drawing hears period and sums', () => {
  expect(usageInWords(days)).toContain(periodText(days));
  expect(usageInWords(days)).toContain('共 10 次');
  expect(usageInWords(days)).toContain('平台故障 1 次');
});
