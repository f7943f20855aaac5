import type { BatchResult, Claim } from '@/shared/api';

export interface BatchOutcome {
  id: string;
  number: string;
  enterpriseName: string;
  approved: boolean;
  /** Why not. */
  reason?: string;
}

/** The answer in the order in which the claims were picked; one that the server does not mention has not been approved. */
export function outcomes(claims: Claim[], answers: BatchResult[]): BatchOutcome[] {
  return claims.map((claim) => {
    const found = answers.find((one) => one.id === claim.id);
    return {
      id: claim.id,
      number: claim.number,
      enterpriseName: claim.enterpriseName,
      approved: found?.approved ?? false,
      reason: found?.approved ? undefined : (found?.detail ?? '系统没有返回处理结果，请刷新后查看'),
    };
  });
}
