import type { FactDetail, FactRow } from '@/shared/api';
import type { FormulaType } from './model';

/** The words of the dictionary; they stand here, for nobody else needs them at start. */
export const TYPES: Record<Exclude<FormulaType, 'official'>, string> = {
  fact: '一项指标',
  number: '一个数',
  plus: '相加（＋）',
  minus: '相减（−）',
  times: '相乘（×）',
  over: '相除（÷）',
  percent: '占比（%）',
  growth: '同比增长（%）',
  total: '多年合计',
  mean: '多年平均',
  totalShare: '多年合计的占比（%）',
  least: '取最小',
  greatest: '取最大',
  since: '距今时长',
};

export const YEARS = ['最近一年', '前一年', '前两年', '前三年', '前四年'];

export const SPANS: Record<'DAYS' | 'YEARS', string> = { DAYS: '天数', YEARS: '年数' };

export const VISIBILITIES: Record<FactRow['visibility'], string> = {
  PUBLIC: '公开（仅登记信息）',
  AUTHORITIES: '企业本人和有权查看企业信息的部门',
  OWNER: '仅企业本人和经其授权的银行',
};

export const CLOSABLES: Record<FactDetail['closable'], string> = {
  UP: '越高越好',
  DOWN: '越低越好',
  NO: '企业不能自行改变',
};

export const KINDS = { NUMBER: '数值', INTEGER: '整数', BOOLEAN: '是否' } as const;

export const optionsOf = <K extends string>(words: Record<K, string>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }));
