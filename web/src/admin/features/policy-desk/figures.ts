import type { DeskFigure } from '@/shared/api';

type List = DeskFigure['list'];
type Which = DeskFigure['which'];

interface Shown {
  label: string;
  unit: string;
  /** What exactly is counted (口径). */
  meaning: string;
  /** The list narrowed to what is counted. */
  to: string;
}

const WAITING: Partial<Record<List, Shown>> = {
  DECLARATIONS: {
    label: '待办理申报',
    unit: '件',
    meaning: '当前环节由本机构办理、尚无人承办或由我承办的申报，不含待企业补正的',
    to: '/declarations?waiting=true',
  },
  REDEMPTIONS: {
    label: '待审核兑付',
    unit: '件',
    meaning: '本机构兑付项目下已提交、尚未核定的申请，不含待企业补正的',
    to: '/redemptions?status=SUBMITTED',
  },
  OBJECTIONS: {
    label: '待处理异议',
    unit: '件',
    meaning: '对本机构公示提出、尚未答复的异议；答复前不支付',
    to: '/objections?state=OPEN',
  },
  BATCHES: {
    label: '待复核支付批次',
    unit: '个',
    meaning: '本机构由他人编制、等待复核的支付批次；本人编制的不能由本人复核',
    to: '/payments?waiting=true',
  },
  RETURNS: {
    label: '待确认支付退回',
    unit: '笔',
    meaning: '本机构由他人登记、等待确认的支付退回；本人登记的不能由本人确认',
    to: '/payment-returns?waiting=true',
  },
  DRAFTS: {
    label: '待审核政策草稿',
    unit: '份',
    meaning: '已提交审核、我没有参与撰写的政策草稿，和已审核而未能按期发布、需要退回的',
    to: '/policy-drafts?waiting=true',
  },
};

/** What waits for who prepares payments, step by step. */
const PREPARED: Partial<Record<`${List} ${Which}`, Shown>> = {
  'REDEMPTIONS TO_PAY': {
    label: '待编入批次',
    unit: '件',
    meaning: '本机构公示期满、可以支付而尚未编入批次的兑付申请',
    to: '/payments/new?status=APPROVED',
  },
  'REDEMPTIONS TO_DECIDE': {
    label: '不再符合待决定',
    unit: '件',
    meaning: '支付前核对为不再符合、还没有决定仍予支付或终止的免申即享',
    to: '/payments/new?lapsed=true',
  },
  'REDEMPTIONS ACCOUNT_WANTED': {
    label: '待更正账户',
    unit: '件',
    meaning: '银行没有付成、或付后退回的兑付申请，不算已兑付；等企业更正收款账户后重新支付',
    to: '/redemptions?accountWanted=true',
  },
  'BATCHES TO_SEND': {
    label: '待送国库批次',
    unit: '个',
    meaning: '本机构已复核、尚未导出送国库的支付批次',
    to: '/payments?state=APPROVED',
  },
  'BATCHES TO_SETTLE': {
    label: '待登记结果批次',
    unit: '个',
    meaning: '本机构已送国库、尚未登记支付结果的批次',
    to: '/payments?state=EXPORTED',
  },
  'RETURNS TOLD': {
    label: '退回待确认',
    unit: '笔',
    meaning: '本机构已登记退回、等待登记人以外的同事确认的支付；确认后才能重新支付',
    to: '/payment-returns?state=OPEN',
  },
};

const DUE: Partial<Record<Which, string>> = { OVERDUE: 'OVERDUE', DUE_TODAY: 'TODAY', DUE_SOON: 'SOON' };
const DUE_LABELS: Partial<Record<Which, string>> = {
  OVERDUE: '已超期',
  DUE_TODAY: '今天到期',
  DUE_SOON: '3 个工作日内到期',
};
const DUE_LISTS: Partial<Record<List, { name: string; path: string }>> = {
  DECLARATIONS: { name: '申报', path: '/declarations' },
  REDEMPTIONS: { name: '兑付', path: '/redemptions' },
};

/** How a figure is shown and what it opens; undefined for one that this console does not know. */
export function shown({ list, which }: DeskFigure): Shown | undefined {
  if (which === 'WAITING') return WAITING[list];
  const prepared = PREPARED[`${list} ${which}`];
  if (prepared) return prepared;
  const due = DUE[which];
  const of = DUE_LISTS[list];
  if (!due || !of) return undefined;
  return {
    label: `${of.name}${which === 'DUE_SOON' ? ' ' : ''}${DUE_LABELS[which]}`,
    unit: '件',
    meaning: '',
    to: `${of.path}?due=${due}`,
  };
}

/** What somebody has to act on, as far as this console knows it. */
export const waits = ({ list, which }: DeskFigure) => which === 'WAITING' || !!PREPARED[`${list} ${which}`];

export const isDue = ({ which }: DeskFigure) => which in DUE;
