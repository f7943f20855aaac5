import { label } from '@/shared/i18n';

/** 服务商 as a filter. */
export const smsProviders = {
  kind: 'select',
  name: 'provider',
  label: '服务商',
  options: (['ALIYUN', 'TENCENT', 'SUBMAIL', 'SIMULATOR', 'SIMULATOR_SPARE'] as const).map((value) => ({
    value,
    label: label('smsProvider', value),
  })),
} as const;

/** What text messages cost is told to a hundredth of a fen: "0.045 元". */
export function smsCost(cost: number | undefined): string | undefined {
  return cost === undefined ? undefined : `${cost.toLocaleString('zh-CN', { maximumFractionDigits: 4 })} 元`;
}
