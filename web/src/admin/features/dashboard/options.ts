import { format, type EChartsCoreOption } from 'echarts/core';
import type { CountByKey } from '@/shared/api';
import { dateText, numberText, percent } from '@/shared/ui';
import { palette } from '@/shared/ui/tokens';

export interface DayCount {
  /** Local day, yyyy-MM-dd. */
  date: string;
  count: number;
  /** Yuan. */
  amount?: number;
}

interface ChartTable {
  columns: string[];
  rows: (string | number)[][];
}

const shortDay = (date: string) => date.slice(5).replace('-', '/');

/** "2026-10-27 至 2026-11-25", from the rows themselves, so that it cannot differ from what is drawn. */
export function rangeText(days: DayCount[]): string {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? `${dateText(first.date)} 至 ${dateText(last.date)}` : '暂无数据';
}

/** Counted back from the newest day, which has its date, in steps of one length: a longer one looks like days without figures. */
export const ticked = (count: number) => {
  const step = Math.ceil(count / 7);
  return (at: number) => (count - 1 - at) % step === 0;
};

/** One bar a day, with its unit on the axis and the amount, where there is one, in the tooltip. */
export function dayBars(
  days: DayCount[],
  series: { name: string; unit: string; color?: string },
): EChartsCoreOption {
  return {
    grid: { left: 4, right: 4, top: 32, bottom: 0, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points: { dataIndex: number }[]) => {
        const day = days[points[0]?.dataIndex ?? -1];
        if (!day) return '';
        const amount =
          day.amount === undefined ? '' : `<br/>申请金额 <b>${numberText(day.amount / 10_000)}</b> 万元`;
        return `${day.date}<br/>${series.name} <b>${numberText(day.count)}</b> ${series.unit}${amount}`;
      },
    },
    xAxis: {
      type: 'category',
      data: days.map((day) => shortDay(day.date)),
      axisLabel: { interval: ticked(days.length), hideOverlap: true },
    },
    yAxis: { type: 'value', name: series.unit, minInterval: 1, nameTextStyle: { align: 'right' } },
    series: [
      {
        name: series.name,
        type: 'bar',
        data: days.map((day) => day.count),
        barMaxWidth: 16,
        itemStyle: { color: series.color, borderRadius: [2, 2, 0, 0] },
      },
    ],
  };
}

export function dayTable(days: DayCount[], name: string, unit: string): ChartTable {
  const withAmount = days.some((day) => day.amount !== undefined);
  return {
    columns: ['日期', `${name}（${unit}）`, ...(withAmount ? ['申请金额（万元）'] : [])],
    // The newest day first: that is the one people look for in a table.
    rows: [...days]
      .reverse()
      .map((day) => [
        day.date,
        numberText(day.count),
        ...(withAmount ? [numberText((day.amount ?? 0) / 10_000)] : []),
      ]),
  };
}

const total = (parts: CountByKey[]) => parts.reduce((sum, part) => sum + part.count, 0);

/**
 * Share in percent, one decimal; of nothing it is nothing. The shares of all parts add up to 100: what rounding down leaves
 * over goes to those that lost most by it.
 */
export function shareOf(part: CountByKey, parts: CountByKey[]): number {
  const all = total(parts);
  if (!all) return 0;
  const exact = parts.map(({ count }) => (count / all) * 1000);
  const whole = exact.map((share) => Math.floor(share + 1e-9));
  const left = 1000 - whole.reduce((sum, share) => sum + share, 0);
  const lost = parts.map((_part, at) => exact[at]! - whole[at]!);
  const place = parts.indexOf(part);
  const before = lost.filter((one, at) => one > lost[place]! || (one === lost[place]! && at < place)).length;
  return (whole[place]! + (before < left ? 1 : 0)) / 10;
}

/** Always with its decimal, so that the figures of a legend stand under each other. */
const shareText = (part: CountByKey, parts: CountByKey[]) => `${shareOf(part, parts).toFixed(1)}%`;

/** A ring whose parts carry name, number and share as text, with the sum in the middle. */
export function ring(parts: CountByKey[], unit: string, colors?: string[]): EChartsCoreOption {
  const byLabel = new Map(parts.map((part) => [part.label, part]));
  return {
    color: colors,
    title: {
      text: numberText(total(parts)),
      subtext: `合计（${unit}）`,
      left: 'center',
      top: '31%',
      itemGap: 4,
    },
    tooltip: {
      trigger: 'item',
      formatter: ({ name }: { name: string }) => {
        const part = byLabel.get(name);
        // A tooltip is HTML, and names of institutions are what people typed.
        return part
          ? `${format.encodeHTML(name)} <b>${numberText(part.count)}</b> ${unit}，占 ${shareText(part, parts)}`
          : '';
      },
    },
    legend: {
      top: '74%',
      left: 'center',
      orient: 'vertical',
      selectedMode: false,
      itemGap: 8,
      formatter: (name: string) => {
        const part = byLabel.get(name);
        return part ? `${name}  ${numberText(part.count)} ${unit}  ${shareText(part, parts)}` : name;
      },
    },
    series: [
      {
        type: 'pie',
        radius: ['46%', '66%'],
        center: ['50%', '38%'],
        label: { show: false },
        emphasis: { scale: false },
        itemStyle: { borderColor: palette.surface, borderWidth: 2 },
        data: parts.map((part) => ({ name: part.label, value: part.count })),
      },
    ],
  };
}

/**
 * 订单状态 as the requirements name its three parts, with what the first holds in its name: in the lists 银行审批中 is only what a bank
 * has taken up.
 */
export function orderStates(parts: CountByKey[]): CountByKey[] {
  return parts.map((part) =>
    part.key === 'IN_REVIEW' ? { ...part, label: `${part.label}（含待受理）` } : part,
  );
}

/** Why the parts are fewer than all orders: those that were taken back are in none of them. */
export function statesInWords(parts: CountByKey[], orders: number): string | undefined {
  const counted = total(parts);
  const withdrawn = orders - counted;
  return withdrawn > 0
    ? `三种状态合计 ${numberText(counted)} 笔，另有已撤回 ${numberText(withdrawn)} 笔，共 ${numberText(orders)} 笔`
    : undefined;
}

export function partTable(parts: CountByKey[], name: string, unit: string): ChartTable {
  return {
    columns: [name, `数量（${unit}）`, '占比'],
    rows: [
      ...parts.map((part) => [part.label, numberText(part.count), shareText(part, parts)]),
      ['合计', numberText(total(parts)), total(parts) ? '100%' : '—'],
    ],
  };
}

/** What a screen reader is told instead of the drawing. */
export function partsInWords(name: string, parts: CountByKey[], unit: string): string {
  const words = parts.map(
    (part) => `${part.label} ${part.count} ${unit}，占 ${percent(shareOf(part, parts), 1)}`,
  );
  return `${name}：${words.join('；')}`;
}

export function daysInWords(name: string, days: DayCount[], unit: string): string {
  const sum = days.reduce((all, day) => all + day.count, 0);
  const most = days.reduce((best, day) => (day.count > best.count ? day : best), { date: '', count: 0 });
  const peak = most.count ? `，最多的一天是 ${most.date}，${most.count} ${unit}` : '';
  return `${name}，${rangeText(days)}，合计 ${sum} ${unit}${peak}`;
}
