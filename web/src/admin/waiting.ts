import { useQueries } from '@tanstack/react-query';
import { api, useMe, type PromiseView } from '@/shared/api';
import { todayText } from '@/shared/ui';
import { due, type Due } from './due';
import { BOARDS } from './features/promises/boards';
import type { Extendable } from './features/promises/MoreTime';

/** A queue of cases that the caller may have to work off. */
interface Queue {
  key: string;
  /** Menu row that shows the number; empty for what the caller watches rather than works off. */
  path: string;
  /** Its address with the filter that shows exactly these cases. */
  to: string | (() => string);
  label: string;
  hint: string;
  /** Measure word of the number. */
  unit: string;
  /** One of them is enough. */
  permission: string | readonly string[];
  load: (signal: AbortSignal, me: string | undefined) => Promise<Waiting>;
}

interface Waiting {
  /** How many cases wait in it. */
  count: number;
  /** How they stand with what was promised, where their answer is. */
  due?: Due;
}

/** As many as are told one by one; of more that press it is said that there are at least so many. */
const FIRST = { size: 20, sort: 'dueAt,asc' } as const;
const promised = ({ total, items }: { total: number; items: { promise?: PromiseView }[] }): Waiting => ({
  count: total,
  due: due(items, total),
});
const claims = (signal: AbortSignal) =>
  api.get('/api/code/claims', { query: { status: 'SUBMITTED', ...FIRST }, signal }).then(promised);
const applications = (status: 'SUBMITTED' | 'IN_REVIEW') => (signal: AbortSignal) =>
  api.get('/api/finance/applications', { query: { status, ...FIRST }, signal }).then(promised);
const countOf = ({ total }: { total: number }): Waiting => ({ count: total });
const entries = (status: 'SUBMITTED' | 'RETURNED') => (signal: AbortSignal) =>
  api.get('/api/finance/manage/product-entries', { query: { status, size: 1 }, signal }).then(countOf);

/** More time that somebody asks for, and that anybody but who asks decides; its place is the board. */
const moreTime = (of: Extendable): Queue => ({
  key: `more-time-${of}`,
  path: '',
  to: `/promises?of=${of}&standing=EXTENSION_ASKED`,
  label: `${BOARDS[of].title}延期待审批`,
  hint: '由申请人以外的负责人审批',
  unit: '件',
  permission: BOARDS[of].permissions,
  load: (signal, me) =>
    api
      .get(BOARDS[of].path, {
        query: { ...BOARDS[of].query, standing: 'EXTENSION_ASKED', notAskedBy: me, size: 1 },
        signal,
      })
      .then(countOf),
});

const QUEUES: readonly Queue[] = [
  {
    key: 'claims',
    path: '/claims',
    to: '/claims?status=SUBMITTED',
    label: '待审核领码',
    hint: '核对授权书与登记信息',
    unit: '件',
    permission: 'code.claim.review',
    load: claims,
  },
  {
    key: 'admissions',
    path: '/admissions',
    to: '/admissions?status=SUBMITTED',
    label: '待审核入驻',
    hint: '商会、服务机构的登记材料',
    unit: '件',
    permission: 'user.admission.review',
    load: (signal) =>
      api.get('/api/user/admissions', { query: { status: 'SUBMITTED', size: 1 }, signal }).then(countOf),
  },
  {
    key: 'declarations',
    path: '/declarations',
    to: '/declarations?waiting=true',
    label: '待办理申报',
    hint: '本机构的环节，未承办或由我承办',
    unit: '件',
    permission: 'policy.declaration.handle',
    load: (signal) =>
      api.get('/api/policy/declarations', { query: { waiting: true, ...FIRST }, signal }).then(promised),
  },
  {
    key: 'redemptions',
    path: '/redemptions',
    to: '/redemptions?status=SUBMITTED',
    label: '待审核兑付',
    hint: '核对依据，核定金额',
    unit: '件',
    permission: 'policy.redemption.handle',
    load: (signal) =>
      api
        .get('/api/policy/redemption/applications', { query: { status: 'SUBMITTED', ...FIRST }, signal })
        .then(promised),
  },
  {
    key: 'objections',
    path: '/objections',
    to: '/objections?state=OPEN',
    label: '待处理异议',
    hint: '公示期内提出，批准前答复',
    unit: '件',
    permission: ['policy.redemption.handle', 'policy.declaration.handle'],
    load: (signal) =>
      api
        .get('/api/policy/redemption/objections', { query: { state: 'OPEN', size: 1 }, signal })
        .then(countOf),
  },
  moreTime('DECLARATION'),
  moreTime('REDEMPTION'),
  moreTime('CLAIM'),
  moreTime('LOAN'),
  moreTime('DEMAND'),
  moreTime('COORDINATION'),
  {
    key: 'batches',
    path: '/payments',
    to: '/payments?waiting=true',
    label: '待复核支付批次',
    hint: '编制人以外的同事复核',
    unit: '个',
    permission: 'policy.payment.approve',
    load: (signal) =>
      api.get('/api/policy/redemption/batches', { query: { waiting: true, size: 1 }, signal }).then(countOf),
  },
  {
    key: 'returns',
    path: '/payment-returns',
    to: '/payment-returns?waiting=true',
    label: '待确认支付退回',
    hint: '登记人以外的同事确认',
    unit: '笔',
    permission: 'policy.payment.approve',
    load: (signal) =>
      api.get('/api/policy/redemption/returns', { query: { waiting: true, size: 1 }, signal }).then(countOf),
  },
  {
    key: 'to-pay',
    path: '',
    to: '/payments/new?status=APPROVED',
    label: '待编入批次',
    hint: '公示期满，可以支付',
    unit: '件',
    permission: 'policy.payment.prepare',
    load: (signal) =>
      api
        .get('/api/policy/redemption/applications', { query: { status: 'APPROVED', size: 1 }, signal })
        .then(countOf),
  },
  {
    key: 'to-send',
    path: '',
    to: '/payments?state=APPROVED',
    label: '待送国库批次',
    hint: '已复核，导出送国库',
    unit: '个',
    permission: 'policy.payment.prepare',
    load: (signal) =>
      api
        .get('/api/policy/redemption/batches', { query: { state: 'APPROVED', size: 1 }, signal })
        .then(countOf),
  },
  {
    key: 'drafts',
    path: '/policy-drafts',
    to: '/policy-drafts?waiting=true',
    label: '待审核政策草稿',
    hint: '我没有参与撰写的',
    unit: '份',
    permission: 'policy.review',
    load: (signal) =>
      api.get('/api/policy/manage/drafts', { query: { waiting: true, size: 1 }, signal }).then(countOf),
  },
  {
    key: 'submitted',
    path: '/applications',
    to: '/applications?status=SUBMITTED',
    label: '待受理融资',
    hint: '企业已提交，等待银行受理',
    unit: '件',
    permission: 'finance.application.handle',
    load: applications('SUBMITTED'),
  },
  {
    key: 'review',
    path: '',
    to: '/applications?status=IN_REVIEW',
    label: '已受理待审批',
    hint: '已受理，尚未作出审批决定',
    unit: '件',
    permission: 'finance.application.handle',
    load: applications('IN_REVIEW'),
  },
  {
    key: 'bank-submitted',
    path: '',
    to: '/applications?status=SUBMITTED',
    label: '已提交待受理',
    hint: '已提交，银行尚未受理',
    unit: '件',
    permission: 'finance.application.read-all',
    load: applications('SUBMITTED'),
  },
  {
    key: 'bank-review',
    path: '',
    to: '/applications?status=IN_REVIEW',
    label: '已受理待审批',
    hint: '银行已受理，尚未作出审批决定',
    unit: '件',
    permission: 'finance.application.read-all',
    load: applications('IN_REVIEW'),
  },
  {
    key: 'product-entries',
    path: '/product-entries',
    to: '/product-entries?status=SUBMITTED',
    label: '待审核产品',
    hint: '金融机构提交的产品和新版本',
    unit: '个',
    permission: 'finance.product.review',
    load: entries('SUBMITTED'),
  },
  {
    key: 'returned-entries',
    path: '/product-entries',
    to: '/product-entries?status=RETURNED',
    label: '退回待修改产品',
    hint: '金融办已写明退回原因',
    unit: '个',
    permission: 'finance.product.own',
    load: entries('RETURNED'),
  },
  {
    key: 'coordination',
    path: '/coordination/cases',
    to: '/coordination/cases?status=DECLARED',
    label: '待核查申报',
    hint: '小微融资协调，按标准核查后推荐',
    unit: '件',
    permission: 'finance.coordination.manage',
    load: (signal) =>
      api
        .get('/api/finance/coordination-cases', { query: { status: 'DECLARED', size: 1 }, signal })
        .then(countOf),
  },
  {
    key: 'articles',
    path: '/articles',
    to: '/articles?status=SUBMITTED',
    label: '待审核金融内容',
    hint: '由编写人以外的同事审核',
    unit: '篇',
    permission: 'finance.news.review',
    load: (signal) =>
      api
        .get('/api/finance/manage/articles', { query: { status: 'SUBMITTED', size: 1 }, signal })
        .then(countOf),
  },
  {
    key: 'evaluations',
    path: '/evaluations',
    to: '/evaluations?state=TO_ANSWER',
    label: '待整改差评',
    hint: '企业不满意，由办理机构整改或说明',
    unit: '件',
    permission: ['ops.evaluation.handle', 'ops.evaluation.review'],
    load: (signal) =>
      api.get('/api/ops/evaluations', { query: { state: 'TO_ANSWER', size: 1 }, signal }).then(countOf),
  },
  {
    key: 'notifications',
    path: '/notifications',
    to: '/notifications?state=PENDING_APPROVAL',
    label: '待审批通知',
    hint: '接收人较多，须由第二人审批',
    unit: '条',
    permission: 'message.notification.approve',
    load: (signal) =>
      api
        .get('/api/message/notifications', { query: { state: 'PENDING_APPROVAL', size: 1 }, signal })
        .then(countOf),
  },
  {
    key: 'keys',
    path: '/openapi',
    to: '/openapi?status=APPLIED',
    label: '待审核接口',
    hint: '其他系统申请的接口权限和次数',
    unit: '个',
    permission: 'openapi.review',
    load: (signal) =>
      api.get('/api/auth/openapi/keys', { query: { status: 'APPLIED', size: 1 }, signal }).then(countOf),
  },
  {
    key: 'grants',
    path: '/staff',
    to: '/staff?granted=false',
    label: '待授权账号',
    hint: '已开通，尚未授予角色',
    unit: '个',
    permission: 'user.staff.grant',
    load: (signal) =>
      api.get('/api/user/staff', { query: { granted: false, size: 1 }, signal }).then(countOf),
  },
  {
    key: 'operations',
    path: '',
    to: () => `/operations?from=${todayText()}`,
    label: '今日操作记录',
    hint: '变更与导出，逐条留痕',
    unit: '条',
    permission: 'ops.audit.read',
    load: (signal) =>
      api.get('/api/ops/operations', { query: { from: todayText(), size: 1 }, signal }).then(countOf),
  },
  {
    key: 'failed-sign-ins',
    path: '',
    to: () => `/sign-ins?failed=true&from=${todayText()}`,
    label: '今日登录失败',
    hint: '含账号锁定与停用',
    unit: '次',
    permission: 'auth.signin-log.read',
    load: (signal) =>
      api
        .get('/api/ops/sign-ins', {
          query: { failed: true, from: todayText(), size: 1 },
          signal,
        })
        .then(countOf),
  },
  {
    key: 'failed-pushes',
    path: '',
    to: '/pushes?result=FAILED',
    label: '发送失败的消息',
    hint: '运营商未接收的短信',
    unit: '条',
    permission: 'message.push-log.read',
    load: (signal) =>
      api.get('/api/message/push-log', { query: { result: 'FAILED', size: 1 }, signal }).then(countOf),
  },
];

/** Queries under this key are refreshed after each decision. */
export const WAITING = ['waiting'] as const;

/** The caller's queues with the number of cases in each, renewed every minute; `count` is missing until known. */
export function useWaiting(): (Omit<Queue, 'load' | 'to'> & { to: string } & Partial<Waiting>)[] {
  const { me, can } = useMe();
  const mine = QUEUES.filter((queue) => me && [queue.permission].flat().some(can));
  return useQueries({
    queries: mine.map((queue) => ({
      queryKey: [...WAITING, queue.key],
      queryFn: ({ signal }: { signal: AbortSignal }) => queue.load(signal, me?.accountId),
      refetchInterval: 60_000,
    })),
    combine: (results) =>
      mine.map((queue, index) => ({
        ...queue,
        to: typeof queue.to === 'string' ? queue.to : queue.to(),
        ...results[index]?.data,
      })),
  });
}
