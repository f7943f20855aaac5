import { useQueries } from '@tanstack/react-query';
import { api, useMe, type Page } from '@/shared/api';

/** A queue of cases that the caller may have to work off. */
export interface Queue {
  key: string;
  /** Menu row that shows the number; empty for what the caller watches rather than works off. */
  path: string;
  /** Its address with the filter that shows exactly these cases. */
  to: string;
  label: string;
  hint: string;
  permission: string;
  request: { path: string; query: Record<string, string | number> };
}

export const QUEUES: readonly Queue[] = [
  {
    key: 'claims',
    path: '/claims',
    to: '/claims?status=SUBMITTED',
    label: '待审核领码申请',
    hint: '核对授权书与登记信息',
    permission: 'code.claim.review',
    request: { path: '/api/code/claims', query: { status: 'SUBMITTED', size: 1 } },
  },
  {
    key: 'submitted',
    path: '/applications',
    to: '/applications?status=SUBMITTED',
    label: '待受理融资申请',
    hint: '企业已提交，等待银行受理',
    permission: 'finance.application.handle',
    request: { path: '/api/finance/applications', query: { status: 'SUBMITTED', size: 1 } },
  },
  {
    key: 'review',
    path: '',
    to: '/applications?status=IN_REVIEW',
    label: '审批中的申请',
    hint: '已受理，待作出审批决定',
    permission: 'finance.application.handle',
    request: { path: '/api/finance/applications', query: { status: 'IN_REVIEW', size: 1 } },
  },
  {
    key: 'bank-submitted',
    path: '',
    to: '/applications?status=SUBMITTED',
    label: '待银行受理',
    hint: '各银行尚未受理的申请',
    permission: 'finance.application.read-all',
    request: { path: '/api/finance/applications', query: { status: 'SUBMITTED', size: 1 } },
  },
  {
    key: 'bank-review',
    path: '',
    to: '/applications?status=IN_REVIEW',
    label: '银行审批中',
    hint: '各银行正在审批的申请',
    permission: 'finance.application.read-all',
    request: { path: '/api/finance/applications', query: { status: 'IN_REVIEW', size: 1 } },
  },
];

/** Queries under this key are refreshed after each decision. */
export const WAITING = ['waiting'] as const;

/** The caller's queues with the number of cases in each, renewed every minute; `count` is missing until known. */
export function useWaiting(): (Queue & { count: number | undefined })[] {
  const { me, can } = useMe();
  const mine = QUEUES.filter((queue) => me && can(queue.permission));
  return useQueries({
    queries: mine.map((queue) => ({
      queryKey: [...WAITING, queue.key],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api
          .get<Page<unknown>>(queue.request.path, { query: queue.request.query, signal })
          .then((page) => page.total),
      refetchInterval: 60_000,
    })),
    combine: (results) => mine.map((queue, index) => ({ ...queue, count: results[index]?.data })),
  });
}
