import type { ReactNode } from 'react';
import type { FactRef } from '../api';
import { dateText, MatchConditions } from '../ui';
import { hasEnded } from './EndedResult';
import { tally } from './gist';
import { useMatchResult, useOutdated } from './queries';

/**
 * Before an application is filled in: which of the bank's published conditions the enterprise does not meet, by how much, and which nobody can judge yet. It forbids
 * nothing: the bank decides.
 */
export function ProductFit({
  code,
  result: id,
  gone = false,
  fill,
  toMatch,
  frame,
}: {
  code: string;
  /** The match from which one came; none: the latest. */
  result?: string;
  /** One came from a match that there is no more. */
  gone?: boolean;
  fill: (fact: FactRef) => ReactNode;
  /** Link to where the enterprise is matched. */
  toMatch: (text: string) => ReactNode;
  /** What it stands in. */
  frame: (title: string, content: ReactNode) => ReactNode;
}) {
  const query = useMatchResult(id, !gone);
  const result = hasEnded(query.error) ? null : query.data;
  const outdated = useOutdated();
  if (gone) {
    return frame(
      '这份匹配结果已不存在',
      <p>请{toMatch('重新匹配')}，可看到银行公布的条件是否满足、差多少。不匹配也可以申请。</p>,
    );
  }
  if (result === undefined) return null;
  const match = result?.loans.find((one) => one.code === code);
  if (!match) {
    return frame(
      '还没有对照过本产品的条件',
      <p>{toMatch('匹配本企业')}后，可看到银行公布的条件是否满足、差多少。不匹配也可以申请。</p>,
    );
  }
  if (!tally(match).published) return frame('准入条件', <p>银行未公布准入条件，以银行核定为准。</p>);
  const open = match.conditions.filter((one) => one.outcome !== 'MET');
  if (!open.length) return null;
  const unmet = open.filter((one) => one.outcome === 'NOT_MET').length;
  return frame(
    unmet ? `有 ${unmet} 项公布的条件未满足` : '有公布的条件尚不清楚是否满足',
    <>
      <p>
        {dateText(result!.createdAt)} 匹配的结果。仍可提交申请，是否受理、能否通过以银行审核为准。
        {outdated && (
          <>
            匹配后{outdated}有更新，{toMatch('重新匹配')}可得到最新结果。
          </>
        )}
      </p>
      <MatchConditions conditions={open} fill={fill} />
    </>,
  );
}
