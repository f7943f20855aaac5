import type { ReactNode } from 'react';
import { useMe, type FactRef } from '../api';
import { hasEnded } from './EndedResult';
import { EstimateDetail } from './Estimate';
import { useMatchResult } from './queries';
import { groupOf } from '.';

/**
 * The estimate for the own enterprise on the page of a loan product, from its latest match; nothing for visitors and for people
 * without an enterprise.
 */
export function OwnEstimate({
  code,
  fill,
  toMatch,
  frame,
}: {
  code: string;
  fill: (fact: FactRef) => ReactNode;
  /** Link to where the enterprise is matched. */
  toMatch: (text: string) => ReactNode;
  /** What it stands in. */
  frame: (content: ReactNode) => ReactNode;
}) {
  const { me } = useMe();
  return me?.enterprise && <Latest code={code} fill={fill} toMatch={toMatch} frame={frame} />;
}

function Latest({ code, fill, toMatch, frame }: Parameters<typeof OwnEstimate>[0]) {
  const query = useMatchResult();
  const result = hasEnded(query.error) ? null : query.data;
  if (result === undefined) return null;
  const match = result?.loans.find((one) => one.code === code);
  if (match?.estimate) return frame(<EstimateDetail estimate={match.estimate} fill={fill} />);
  if (match && groupOf(match) === 'INELIGIBLE') {
    return frame(<p>按最近一次匹配，本企业不符合公布的准入条件，不作估算。</p>);
  }
  return frame(<p>{toMatch('匹配本企业')}后，可在这里看到按本企业数据估算的额度。</p>);
}
