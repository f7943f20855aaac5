import { useQuery } from '@tanstack/react-query';
import { api, useMe, type LoanApplication, type PromiseView } from '../api';
import { useMyDeclarations } from '../declarations/mine';
import type { PromiseOf } from '../promise/promise';
import { shownStatus, useMyRedemptions } from '../redemptions/mine';

/** Anything that the own enterprise handed in, of whatever kind. */
export interface Case {
  id: string;
  of: Extract<PromiseOf, 'LOAN' | 'DECLARATION' | 'REDEMPTION' | 'CLAIM'>;
  title: string;
  number?: string;
  at?: string;
  status: string;
  promise?: PromiseView;
  /** What is said of a loan besides: how much of it was paid out. */
  loan?: LoanApplication;
}

/** What waits for the enterprise itself. */
const OWN_TURN = ['NEED_MATERIAL', 'SENT_BACK', 'RETURNED', 'OFFERED', 'PAY_FAILED'];

/** What waits for somebody, by its kind: the same word may end a case of another kind. */
const UNDERWAY: Record<Case['of'], string[]> = {
  LOAN: ['SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL'],
  DECLARATION: ['SUBMITTED', 'IN_REVIEW', 'SENT_BACK'],
  REDEMPTION: [
    'SUBMITTED',
    'SENT_BACK',
    'OFFERED',
    'IN_NOTICE',
    'NOTICE_OVER',
    'APPROVED',
    'PAYING',
    'PAY_FAILED',
    'RETURNED',
  ],
  CLAIM: ['SUBMITTED', 'RETURNED'],
};

/** As many of a kind as one looks back over. */
const SIZE = 50;

/** What the own enterprise handed in: first of all what waits for it, then what is due first; and apart from that what has ended, the newest first. */
export function useCases() {
  const { me } = useMe();
  const enterprise = me?.enterprise?.id;
  const loans = useQuery({
    enabled: !!enterprise,
    queryKey: ['applications', 'cases'],
    queryFn: ({ signal }) =>
      api.get('/api/finance/my/applications', { signal, query: { page: 1, size: SIZE } }),
  });
  const claims = useQuery({
    enabled: !!enterprise,
    queryKey: ['claims', 'cases'],
    queryFn: ({ signal }) => api.get('/api/code/my/claims', { signal, query: { size: SIZE } }),
  });
  const declarations = useMyDeclarations(!!enterprise);
  const redemptions = useMyRedemptions(!!enterprise);
  const cases: Case[] = [
    ...(loans.data?.items ?? []).map((loan) => ({
      ...common('LOAN', loan.productTitle, loan),
      loan,
    })),
    ...(declarations.data?.items ?? [])
      .filter(({ status }) => status !== 'DRAFT')
      .map((one) => common('DECLARATION', one.projectTitle, one)),
    ...(redemptions.data?.items ?? []).map((one) =>
      common('REDEMPTION', one.projectTitle, { ...one, status: shownStatus(one) }),
    ),
    // Somebody who works for several has the claims of all of them.
    ...(claims.data?.items ?? [])
      .filter((one) => one.enterpriseId === enterprise)
      .map((one) => common('CLAIM', '领取企业码', one)),
  ];
  const queries = [loans, claims, declarations, redemptions];
  const underway = cases.filter((one) => UNDERWAY[one.of].includes(one.status));
  return {
    underway: underway.sort((one, other) => urgency(one).localeCompare(urgency(other))),
    ended: cases
      .filter((one) => !underway.includes(one))
      .sort((one, other) => (other.at ?? '').localeCompare(one.at ?? '')),
    pending: queries.some(({ isPending }) => isPending),
    error: queries.find(({ error }) => error)?.error ?? null,
    retry: () => queries.filter(({ error }) => error).forEach((query) => void query.refetch()),
  };
}

/** What has no promised day comes last. */
const urgency = ({ status, promise }: Case) =>
  (OWN_TURN.includes(status) ? '0' : '1') + (promise?.dueOn ?? '9');

const common = (
  of: Case['of'],
  title: string,
  one: { id: string; number?: string; status: string; submittedAt?: string; promise?: PromiseView },
): Case => ({
  id: one.id,
  of,
  title,
  number: one.number,
  at: one.submittedAt,
  status: one.status,
  promise: one.promise,
});
