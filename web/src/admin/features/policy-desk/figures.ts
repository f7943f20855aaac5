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
    label: '待复核批次',
    unit: '个',
    meaning: '本机构由他人编制、等待复核的支付批次；本人编制的不能由本人复核',
    to: '/payments?waiting=true',
  },
  DRAFTS: {
    label: '待审核政策草稿',
    unit: '份',
    meaning: '已提交审核、我没有参与撰写的政策草稿',
    to: '/policy-drafts?waiting=true',
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

export const isDue = ({ which }: DeskFigure) => which in DUE;
