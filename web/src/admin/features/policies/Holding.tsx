import type { ManagedPolicy } from '@/shared/api';
import { NONE, StatusTag } from '@/shared/ui';

/** 效力 by its days, of what the public can read: of what was taken down nothing holds. */
export function Holding({ policy }: { policy: Pick<ManagedPolicy, 'publication' | 'status'> }) {
  return policy.publication === 'WITHDRAWN' ? (
    <>{NONE}</>
  ) : (
    <StatusTag of="policyStatus" value={policy.status} />
  );
}
