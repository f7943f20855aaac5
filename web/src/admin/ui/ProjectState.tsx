import { StatusTag } from '@/shared/ui';
import type { Project, RedemptionProject } from '@/shared/api';

/**
 * How a project stands, in the word that enterprises read of it as well; what is still being written they do not see.
 *
 * @param of by whose words, of declarations or of redemptions
 */
export function ProjectState({
  of,
  project: { status, window },
}:
  | { of: 'windowState'; project: Pick<Project, 'status' | 'window'> }
  | { of: 'redemptionWindow'; project: Pick<RedemptionProject, 'status' | 'window'> }) {
  return status === 'DRAFT' ? (
    <StatusTag of="projectStatus" value={status} />
  ) : (
    <StatusTag of={of} value={window} />
  );
}
