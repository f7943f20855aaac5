import { useQueries } from '@tanstack/react-query';
import { api, useMe } from '@/shared/api';
import { dateText } from '@/shared/ui';
import { FAILED_SIGN_INS } from './features/logs/sign-in-results';

/** A queue of cases that the caller may have to work off. */
interface Queue {
  key: string;
  /** Menu row that shows the number; empty for what the caller watches rather than works off. */
  path: string;
  /** Its address with the filter that shows exactly these cases. */
  to: string | (() => string);
  label: string;
  hint: string;
  permission: string;
  /** How many cases wait in it. */
  count: (signal: AbortSignal) => Promise<number>;
}

const today = () => dateText(new Date().toISOString());
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
    key: 'admissions',
    path: '/admissions',
    to: '/admissions?status=SUBMITTED',
    label: '待审核入驻申请',
    hint: '商会、服务机构的登记材料',
    permission: 'user.admission.review',
    count: (signal) =>
      api
        .get('/api/user/admissions', { query: { status: 'SUBMITTED', size: 1 }, signal })
        .then((page) => page.total),
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
  {
    key: 'grants',
    path: '/staff',
    to: '/staff?granted=false',
    label: '待授权账号',
    hint: '已开通，尚未授予角色',
    permission: 'user.staff.grant',
    count: (signal) =>
      api.get('/api/user/staff', { query: { granted: false, size: 1 }, signal }).then((page) => page.total),
  },
  {
    key: 'operations',
    path: '',
    to: () => `/operations?from=${today()}`,
    label: '今日操作记录',
    hint: '变更与导出，逐条留痕',
    permission: 'ops.audit.read',
    count: (signal) =>
      api
        .get('/api/ops/operations', { query: { from: today(), size: 1 }, signal })
        .then((page) => page.total),
  },
  {
    key: 'failed-sign-ins',
    path: '',
    to: () => `/sign-ins?${FAILED_SIGN_INS.map((one) => `result=${one}`).join('&')}&from=${today()}`,
    label: '今日登录失败',
    hint: '含账号锁定与停用',
    permission: 'auth.signin-log.read',
    count: (signal) =>
      api
        .get('/api/auth/sign-in-log', {
          query: { result: FAILED_SIGN_INS, from: today(), size: 1 },
          signal,
        })
        .then((page) => page.total),
  },
  {
    key: 'failed-pushes',
    path: '',
    to: '/pushes?result=FAILED',
    label: '发送失败的消息',
    hint: '运营商未接收的短信',
    permission: 'message.push-log.read',
    count: (signal) =>
      api
        .get('/api/message/push-log', { query: { result: 'FAILED', size: 1 }, signal })
        .then((page) => page.total),
  },
];

/** Queries under this key are refreshed after each decision. */
export const WAITING = ['waiting'] as const;

/** The caller's queues with the number of cases in each, renewed every minute; `count` is missing until known. */
export function useWaiting(): (Omit<Queue, 'count' | 'to'> & { to: string; count: number | undefined })[] {
  const { me, can } = useMe();
  const mine = QUEUES.filter((queue) => me && can(queue.permission));
  return useQueries({
    queries: mine.map((queue) => ({
      queryKey: [...WAITING, queue.key],
      queryFn: ({ signal }: { signal: AbortSignal }) => queue.count(signal),
      refetchInterval: 60_000,
    })),
    combine: (results) =>
      mine.map((queue, index) => ({
        ...queue,
        to: typeof queue.to === 'string' ? queue.to : queue.to(),
        count: results[index]?.data,
      })),
  });
}
