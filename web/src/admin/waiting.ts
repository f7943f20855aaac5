import { useQueries } from '@tanstack/react-query';
import { api, useMe } from '@/shared/api';

/** A queue of cases that the caller may have to work off. */
interface Queue {
  key: string;
  /** Menu row that shows the number; empty for what the caller watches rather than works off. */
  path: string;
  /** Its address with the filter that shows exactly these cases. */
  to: string;
  label: string;
  hint: string;
  permission: string;
  /** How many cases wait in it. */
  count: (signal: AbortSignal) => Promise<number>;
}

const claims = (signal: AbortSignal) =>
  api.get('/api/code/claims', { query: { status: 'SUBMITTED', size: 1 }, signal }).then((page) => page.total);
const applications = (status: 'SUBMITTED' | 'IN_REVIEW') => (signal: AbortSignal) =>
  api.get('/api/finance/applications', { query: { status, size: 1 }, signal }).then((page) => page.total);

const QUEUES: readonly Queue[] = [
  {
    key: 'claims',
    path: '/claims',
    to: '/claims?status=SUBMITTED',
    label: '待审核领码申请',
    hint: '核对授权书与登记信息',
    permission: 'code.claim.review',
    count: claims,
  },
  {
    key: 'submitted',
    path: '/applications',
    to: '/applications?status=SUBMITTED',
    label: '待受理融资申请',
    hint: '企业已提交，等待银行受理',
    permission: 'finance.application.handle',
    count: applications('SUBMITTED'),
  },
  {
    key: 'review',
    path: '',
    to: '/applications?status=IN_REVIEW',
    label: '已受理待审批',
    hint: '已受理，尚未作出审批决定',
    permission: 'finance.application.handle',
    count: applications('IN_REVIEW'),
  },
  {
    key: 'bank-submitted',
    path: '',
    to: '/applications?status=SUBMITTED',
    label: '待银行受理',
    hint: '已提交，银行尚未受理',
    permission: 'finance.application.read-all',
    count: applications('SUBMITTED'),
  },
  {
    key: 'bank-review',
    path: '',
    to: '/applications?status=IN_REVIEW',
    label: '已受理待审批',
    hint: '银行已受理，尚未作出审批决定',
    permission: 'finance.application.read-all',
    count: applications('IN_REVIEW'),
  },
];

/** Queries under this key are refreshed after each decision. */
export const WAITING = ['waiting'] as const;

/** The caller's queues with the number of cases in each, renewed every minute; `count` is missing until known. */
export function useWaiting(): (Omit<Queue, 'count'> & { count: number | undefined })[] {
  const { me, can } = useMe();
  const mine = QUEUES.filter((queue) => me && can(queue.permission));
  return useQueries({
    queries: mine.map((queue) => ({
      queryKey: [...WAITING, queue.key],
      queryFn: ({ signal }: { signal: AbortSignal }) => queue.count(signal),
      refetchInterval: 60_000,
    })),
    combine: (results) => mine.map((queue, index) => ({ ...queue, count: results[index]?.data })),
  });
}
