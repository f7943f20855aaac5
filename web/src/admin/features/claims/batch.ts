import type { Claim } from '@/shared/api';

/** What the server says of each claim of a batch. */
export interface BatchAnswer {
  results: { id: string; approved: boolean; code?: string | null; detail?: string | null }[];
}

export interface BatchOutcome {
  id: string;
  number: string;
  enterpriseName: string;
  approved: boolean;
  reason: string | null;
}

/** The answer in the order in which the claims were picked; one that the server does not mention has not been approved. */
export function outcomes(claims: Claim[], answer: BatchAnswer): BatchOutcome[] {
  return claims.map((claim) => {
    const found = answer.results.find((one) => one.id === claim.id);
    return {
      id: claim.id,
      number: claim.number,
      enterpriseName: claim.enterpriseName,
      approved: found?.approved ?? false,
      reason: found?.approved ? null : (found?.detail ?? '系统没有返回处理结果，请刷新后查看'),
    };
  });
}
