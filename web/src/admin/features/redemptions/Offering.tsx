import type { OfferSum } from '@/shared/api';
import { yuanExact } from '@/shared/ui';

/** As many are named. */
const FEW = 3;

/** Whether the budget has no room for a list. */
export const isOver = (sum: OfferSum | undefined) => !!sum && sum.yuan > sum.free;

const cents = (yuan: number) => Math.round(yuan * 100);

/** What somebody confirms when they offer it: to whom, how much by the project's rule, and what of the budget stays. */
export function Offering({
  names,
  count,
  sum,
  failed,
  free,
}: {
  names: string[];
  count: number;
  sum: OfferSum | undefined;
  /** It could not be told what they come to. */
  failed: boolean;
  /** Of the budget, as the page has it. */
  free: number;
}) {
  return (
    <>
      <p>
        {names.slice(0, FEW).join('、')}
        {count > FEW && ` 等 ${count} 家`}
      </p>
      <p role="status">
        {failed
          ? `金额没有算出，以确认后的结果为准。可用预算 ${yuanExact(free)}。`
          : !sum
            ? '正在计算金额'
            : isOver(sum)
              ? `共 ${yuanExact(sum.yuan)}，超过可用预算 ${yuanExact(sum.free)}，不能发出；请返回减少企业或追加预算。`
              : `共 ${yuanExact(sum.yuan)}，可用预算 ${yuanExact(sum.free)}，发出后剩余 ${yuanExact((cents(sum.free) - cents(sum.yuan)) / 100)}。`}
      </p>
      <p>系统再次核对条件后预留资金，企业确认收款账户后公示。</p>
    </>
  );
}
