import { useQueries } from '@tanstack/react-query';
import type { RedemptionProjectDetail } from '@/shared/api';
import { amountQuery } from '@/shared/redemptions';
import { yuanExact } from '@/shared/ui';

/** As many are named. */
const FEW = 3;

const cents = (yuan: number) => Math.round(yuan * 100);

/** What somebody confirms when they offer it: to whom, how much by the project's rule, and what of the budget stays. */
export function Offering({
  project,
  names,
  figures,
}: {
  project: RedemptionProjectDetail;
  names: string[];
  /** By which the rule goes, of each; undefined where it goes by none. */
  figures: (number | undefined)[];
}) {
  const different = [...new Set(figures)];
  const sum = useQueries({
    queries: different.map((figure) => amountQuery(project.id, figure)),
    combine: (answers) => ({
      failed: answers.some(({ error }) => error),
      cents: answers.every(({ data }) => data)
        ? figures.reduce<number>((all, one) => all + cents(answers[different.indexOf(one)]!.data!.yuan), 0)
        : undefined,
    }),
  });
  const free = cents(project.money.free);
  return (
    <>
      <p>
        {names.slice(0, FEW).join('、')}
        {figures.length > FEW && ` 等 ${figures.length} 家`}
      </p>
      <p role="status">
        {sum.failed
          ? `金额没有算出，以确认后的结果为准。可用预算 ${yuanExact(project.money.free)}。`
          : sum.cents === undefined
            ? '正在计算金额'
            : sum.cents > free
              ? `共 ${yuanExact(sum.cents / 100)}，超过可用预算 ${yuanExact(project.money.free)}，不能全部发出。`
              : `共 ${yuanExact(sum.cents / 100)}，可用预算 ${yuanExact(project.money.free)}，发出后剩余 ${yuanExact((free - sum.cents) / 100)}。`}
      </p>
      <p>系统再次核对条件后预留资金，企业确认收款账户后公示。</p>
    </>
  );
}
