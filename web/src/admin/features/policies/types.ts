import type { PolicyLevel, PolicyStatus } from '@/shared/api';

export type Publication = 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN';

/** A policy in its newest edition, whatever its publication. */
export interface ManagedPolicy {
  id: string;
  code: string;
  edition: number;
  title: string;
  docNumber: string;
  issuer: string;
  level: PolicyLevel;
  category: string;
  department: string;
  /** As the source gives it. */
  publishDate: string;
  effectiveFrom: string | null;
  validTo: string | null;
  verified: boolean;
  confidence: string;
  publication: Publication;
  status: PolicyStatus;
  publishedAt: string | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  version: number;
}
