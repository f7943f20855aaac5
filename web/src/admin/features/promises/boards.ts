import { api, type PromiseSummary } from '@/shared/api';
import type { PromiseOf } from '@/shared/promise';

/** What is promised, who keeps it, where it is read, and who may open what it is about. */
export const BOARDS = {
  LOAN: {
    title: '融资申请',
    by: '金融机构',
    path: '/api/finance/promises',
    query: {},
    page: '/applications',
    permissions: ['finance.promise.supervise', 'finance.promise.oversee'],
    opens: ['finance.application.handle', 'finance.application.read-all'],
  },
  DEMAND: {
    title: '融资需求',
    by: '金融机构',
    path: '/api/finance/promises',
    query: { kind: 'DEMAND_ANSWER' },
    // The case is a bank's claim, which has no page of its own.
    page: '/demands',
    permissions: ['finance.promise.supervise', 'finance.promise.oversee'],
    opens: [],
  },
  COORDINATION: {
    title: '推荐企业',
    by: '金融机构',
    path: '/api/finance/promises',
    query: { kind: 'COORDINATION_ANSWER' },
    page: '/coordination/recommendations',
    permissions: ['finance.promise.supervise', 'finance.promise.oversee'],
    opens: ['finance.coordination.read', 'finance.coordination.manage', 'finance.coordination.answer'],
  },
  CLAIM: {
    title: '领码申请',
    by: '审核部门',
    path: '/api/code/promises',
    query: {},
    page: '/claims',
    permissions: ['code.promise.supervise'],
    opens: ['code.claim.review'],
  },
  DECLARATION: {
    title: '政策申报',
    by: '办理部门',
    path: '/api/policy/promises',
    query: {},
    page: '/declarations',
    permissions: ['policy.promise.supervise', 'policy.promise.oversee'],
    opens: ['policy.declaration.handle'],
  },
  REDEMPTION: {
    title: '兑付申请',
    by: '主管部门',
    path: '/api/policy/promises',
    query: { kind: 'REDEMPTION' },
    page: '/redemptions',
    permissions: ['policy.promise.supervise', 'policy.promise.oversee'],
    opens: ['policy.redemption.handle'],
  },
  EVALUATION: {
    title: '差评处理',
    by: '办理机构',
    path: '/api/ops/promises',
    query: {},
    // The case is one round of a call-back, which has no page of its own.
    page: '/evaluations',
    permissions: ['ops.evaluation.review', 'finance.promise.supervise'],
    opens: [],
  },
} as const satisfies Record<PromiseOf, object>;

/** How a promise stands, and the figure that counts those. */
export const STANDINGS = {
  OVERDUE: { label: '已超期', figure: 'overdue' },
  DUE_TODAY: { label: '今天到期', figure: 'dueToday' },
  OPEN: { label: '在办', figure: 'open' },
  PAUSED: { label: '等待补正', figure: 'paused' },
  UNDATED: { label: '到期日待定', figure: 'undated' },
  EXTENSION_ASKED: { label: '延期待审批', figure: 'extensionAsked' },
  EXTENDED: { label: '已延期', figure: 'extended' },
} as const;
export type Standing = keyof typeof STANDINGS;

export const standings = Object.keys(STANDINGS) as Standing[];
/** What was asked for; else what is most urgent of what there is. */
export const standingOf = (text: string | null, { all }: PromiseSummary): Standing =>
  standings.find((one) => one === text) ?? URGENT.find((one) => all[STANDINGS[one].figure] > 0) ?? 'OPEN';

const URGENT = ['OVERDUE', 'DUE_TODAY'] as const;

export const summaryOf = (of: PromiseOf) => ({
  queryKey: ['promises', of, 'summary'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get(`${BOARDS[of].path}/summary`, { query: BOARDS[of].query, signal }),
});
