import type { ReactNode } from 'react';
import { useMe } from '../api';
import { conditionText, Whole } from '../ui';
import { hasEnded } from './EndedResult';
import { gapLines } from './gist';
import { useMatchResult } from './queries';

/** Whether by the latest match of the own enterprise nothing is left to be had of a loan product, and by which conditions. */
export function useNothingLeft(code: string): { why: string } | undefined {
  const { me } = useMe();
  const query = useMatchResult(undefined, !!me?.enterprise);
  const match = hasEnded(query.error) ? undefined : query.data?.loans.find((one) => one.code === code);
  return match?.estimate?.highWan === 0
    ? { why: gapLines(match.conditions).map(conditionText).join('；') }
    : undefined;
}

/** Said before anything else of a product that one came to apply for. */
export function NothingLeft({ why, others }: { why: string; others: (text: string) => ReactNode }) {
  return (
    <>
      按公布的条件，本企业在该产品已无可贷额度{why && <Whole>{`（${why}）`}</Whole>}。
      <span className="zq-whole">{others('看看其他符合的产品')}</span>
    </>
  );
}
