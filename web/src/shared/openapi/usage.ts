import { format, type EChartsCoreOption } from 'echarts/core';
import type { ApiDay } from '@/shared/api';
import { dateText, numberText } from '../ui';
import { palette } from '../ui/tokens';

/** What became of calls; together they are all. */
const RESULTS = [
  { key: 'succeeded', name: '成功', color: palette.blue },
  { key: 'refused', name: '请求有误', color: '#c27d00' },
  { key: 'limited', name: '超过次数', color: '#6b7a90' },
  { key: 'failed', name: '平台故障', color: palette.red },
] as const;

/** The days themselves, so that it cannot differ from what is drawn. */
export const periodText = (days: ApiDay[]) =>
  days.length ? `${dateText(days[0]!.day)} 至 ${dateText(days.at(-1)!.day)}` : '暂无数据';

/** One bar a day, made of the results. */
export function usageBars(days: ApiDay[]): EChartsCoreOption {
  return {
    grid: { left: 4, right: 4, top: 56, bottom: 0, containLabel: true },
    legend: { top: 0, left: 0 },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points: { dataIndex: number }[]) => {
        const day = days[points[0]?.dataIndex ?? -1];
        if (!day) return '';
        const parts = RESULTS.map(({ key, name }) => `${name} <b>${numberText(day[key])}</b> 次`);
        return [format.encodeHTML(day.day), ...parts].join('<br/>');
      },
    },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => day.slice(5).replace('-', '/')),
      axisLabel: { interval: 'auto', hideOverlap: true },
    },
    yAxis: { type: 'value', name: '次', minInterval: 1, nameTextStyle: { align: 'right' } },
    series: RESULTS.map(({ key, name, color }) => ({
      name,
      type: 'bar',
      stack: 'calls',
      data: days.map((day) => day[key]),
      barMaxWidth: 16,
      itemStyle: { color },
    })),
  };
}

/** The newest day first: that is the one people look for in a table. */
export const usageTable = (days: ApiDay[]) => ({
  columns: ['日期', '调用（次）', ...RESULTS.map(({ name }) => name)],
  rows: [...days]
    .reverse()
    .map((day) => [day.day, numberText(day.calls), ...RESULTS.map(({ key }) => numberText(day[key]))]),
});

/** For who does not see the drawing. */
export function usageInWords(days: ApiDay[]): string {
  const parts = RESULTS.map(
    ({ key, name }) => `${name} ${numberText(days.reduce((sum, day) => sum + day[key], 0))} 次`,
  );
  const all = days.reduce((sum, day) => sum + day.calls, 0);
  return `每日调用次数，${periodText(days)}，共 ${numberText(all)} 次，其中${parts.join('、')}`;
}
