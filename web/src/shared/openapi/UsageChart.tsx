import { useMemo } from 'react';
import type { ApiDay } from '@/shared/api';
import { Chart } from '../ui/charts/Chart';
import { periodText, usageBars, usageInWords, usageTable } from './usage';

/** Calls with a key, a bar a day, by what became of them. */
export default function UsageChart({ days }: { days: ApiDay[] }) {
  const option = useMemo(() => usageBars(days), [days]);
  return (
    <Chart
      title="每日调用次数"
      caption={`单位：次 · ${periodText(days)}`}
      note="请求有误：签名、参数或权限不符，请检查系统。超过次数：超过每分钟或每日上限。平台故障：平台未能处理，可稍后重试。"
      description={usageInWords(days)}
      option={option}
      table={usageTable(days)}
      height={260}
    />
  );
}
