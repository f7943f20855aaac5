import type { AmountEstimate } from '../api';
import { numberText, wan } from '../ui';

/** Stands wherever an estimate stands. */
export const NO_PROMISE = '估算，非承诺，以银行核定为准';

/** How much could be had: one limit, an interval, or that nothing is published to estimate by. */
export function estimateText({ lowWan, highWan }: AmountEstimate): string {
  if (highWan === undefined) return '银行未公布额度，无法估算';
  if (lowWan === undefined || lowWan === highWan) {
    return highWan > 0 ? `${wan(highWan)}以内` : '按公布的条件，估算无可贷额度';
  }
  return wanRange(lowWan, highWan);
}

/** Both ends in one unit, said once. */
export const wanRange = (lowWan: number, highWan: number) =>
  `${numberText(lowWan)}—${numberText(highWan)} 万元`;
