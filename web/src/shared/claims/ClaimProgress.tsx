import type { Claim } from '../api';
import { CaseProgress } from '../promise/CaseProgress';
import type { TimelineStep } from '../ui/Timeline';
import { claimNext, claimSteps, REVIEWED } from './claim';

/** How far a claim has come. */
export function ClaimProgress({
  of: claim,
  past = claimSteps(claim),
}: {
  of: Claim;
  /** Its whole record, for those who may read it. */
  past?: TimelineStep[];
}) {
  return (
    <CaseProgress past={past} next={claimNext(claim)} answer={REVIEWED} promise={claim.promise} of="CLAIM" />
  );
}
