import { numberText } from '@/shared/ui';

const MOST_DECIMALS = 4;

/** Whether a figure has no more decimals than these. */
export const hasDecimals = (value: number, most: number) => Number(value.toFixed(most)) === value;

/** What is wrong with a figure as it was typed. */
export function figureFault(
  value: number | null | undefined,
  least: number,
  most: number,
  decimals = 0,
): string | undefined {
  if (value === null || value === undefined) return undefined;
  const between = `${numberText(least, MOST_DECIMALS)} 到 ${numberText(most, MOST_DECIMALS)}`;
  if (value >= least && value <= most && hasDecimals(value, decimals)) return undefined;
  return decimals ? `应在 ${between} 之间，最多 ${decimals} 位小数` : `应为 ${between} 的整数`;
}

/**
 * A figure that cannot stand stays as it was typed, with the reason under its field: bounds and `precision` of the field itself would
 * make it another one without a word.
 */
export const within = (least: number, most: number, decimals = 0) => ({
  validator: (_: unknown, value?: number | null) => {
    const fault = figureFault(value, least, most, decimals);
    return fault ? Promise.reject(new Error(fault)) : Promise.resolve();
  },
});
