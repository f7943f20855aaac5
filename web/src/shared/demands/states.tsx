import type { DemandClaim, FinancingDemand } from '../api';
import { Tag, type Tone } from '../ui/StatusTag';
import { CLAIM_STATUSES, DEMAND_STATUSES } from './demand';

const DEMAND_TONES: Record<FinancingDemand['status'], Tone> = {
  OPEN: 'info',
  CHOSEN: 'good',
  WITHDRAWN: 'quiet',
  EXPIRED: 'quiet',
};

const CLAIM_TONES: Record<DemandClaim['status'], Tone> = {
  CLAIMED: 'wait',
  OFFERED: 'info',
  GIVEN_BACK: 'quiet',
  CHOSEN: 'good',
  NOT_CHOSEN: 'quiet',
  LAPSED: 'quiet',
};

export const DemandState = ({ of: { status } }: { of: Pick<FinancingDemand, 'status'> }) => (
  <Tag tone={DEMAND_TONES[status]}>{DEMAND_STATUSES[status]}</Tag>
);

export const ClaimState = ({ of: { status } }: { of: Pick<DemandClaim, 'status'> }) => (
  <Tag tone={CLAIM_TONES[status]}>{CLAIM_STATUSES[status]}</Tag>
);
