import type { LoanApplication } from '@/shared/api';
import { inZone, longDate, numberText } from '@/shared/ui';
import { hasDecimals } from '../../ui/within';

/** Percent a year: the most that courts protect, and that the finance service takes. */
export const MAX_RATE = 24;
export const MAX_TERM_MONTHS = 360;
const MAX_VALID_YEARS = 10;

/** What a bank types when it grants a loan. */
export interface Grant {
  /** Yuan. */
  grantedAmount: number;
  /** Percent a year. */
  annualRate: number;
  termMonths: number;
  /** Local day, yyyy-MM-dd. */
  validUntil: string;
  /** Why it is less than the offer that the enterprise chose; the enterprise reads it. */
  belowOffer?: string;
  /** What the bank found out of what was asked for as a first loan: that there was one before, from whomever. */
  borrowedBefore?: boolean;
}

interface GrantLimits {
  /** Yuan: the smaller of what was asked for and what the product allows. */
  maxAmount: number;
  /** Why it is not more. */
  amountBound: 'asked' | 'product';
  maxTerm: number;
  /** Percent a year. */
  maxRate: number;
  firstDay: string;
  lastDay: string;
}

interface ProductLimits {
  maxAmountWan?: number;
  termMonths?: number;
  maxRate?: number;
}

const today = (now: number) => inZone(now).format('YYYY-MM-DD');

/** Limits of a grant; a product that could not be read, or names no limit, sets none. */
export function grantLimits(
  application: Pick<LoanApplication, 'amount' | 'termMonths' | 'offeredRate'>,
  product?: ProductLimits | null,
  now = Date.now(),
): GrantLimits {
  const productMax = product?.maxAmountWan ? product.maxAmountWan * 10_000 : Infinity;
  return {
    maxAmount: Math.min(application.amount, productMax),
    amountBound: productMax < application.amount ? 'product' : 'asked',
    maxTerm: Math.min(
      Math.max(product?.termMonths ?? MAX_TERM_MONTHS, application.termMonths),
      MAX_TERM_MONTHS,
    ),
    // What was offered may be granted, also where the product became cheaper since.
    maxRate: product?.maxRate ? Math.max(product.maxRate, application.offeredRate ?? 0) : MAX_RATE,
    firstDay: today(now),
    lastDay: inZone(now).add(MAX_VALID_YEARS, 'year').format('YYYY-MM-DD'),
  };
}

const cents = (value: number) => hasDecimals(value, 2);

type Rule = (value: unknown, limits: GrantLimits) => string | undefined;

/** What is wrong with each field of a grant, in the words that the officer reads; undefined is good. */
export const grantRules: Record<Exclude<keyof Grant, 'borrowedBefore' | 'belowOffer'>, Rule> = {
  grantedAmount: (value, { maxAmount, amountBound }) => {
    if (typeof value !== 'number') return '请填写授信额度';
    if (value <= 0) return '授信额度应大于零';
    if (value > maxAmount) {
      const bound = amountBound === 'asked' ? '申请金额' : '产品最高额度';
      return `不能超过${bound} ${numberText(maxAmount)} 元`;
    }
    return cents(value) ? undefined : '最多保留两位小数';
  },
  annualRate: (value, { maxRate }) => {
    if (typeof value !== 'number') return '请填写年利率';
    if (value <= 0 || value > maxRate) return `年利率应大于零且不超过 ${maxRate}%`;
    // As rates are offered: what was chosen can be granted.
    return hasDecimals(value, 4) ? undefined : '最多保留四位小数';
  },
  termMonths: (value, { maxTerm }) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return '请填写整月数';
    return value >= 1 && value <= maxTerm ? undefined : `期限应在 1 到 ${maxTerm} 个月之间`;
  },
  validUntil: (value, { firstDay, lastDay }) => {
    if (typeof value !== 'string' || !value) return '请选择授信有效期';
    if (value < firstDay) return '有效期不能早于今天';
    return value > lastDay ? `有效期不能超过 ${MAX_VALID_YEARS} 年` : undefined;
  },
};

/** Whether it is less than the offer that the enterprise chose: then the bank says why. */
export const isBelowOffer = (
  { offeredRate, amount, termMonths }: Pick<LoanApplication, 'offeredRate' | 'amount' | 'termMonths'>,
  grant: Partial<Grant>,
): boolean =>
  offeredRate !== undefined &&
  ((grant.annualRate ?? 0) > offeredRate ||
    (grant.grantedAmount ?? amount) < amount ||
    (grant.termMonths ?? termMonths) < termMonths);

/** What may be drawn still, in yuan. */
export function remaining(application: Pick<LoanApplication, 'grantedAmount' | 'disbursedAmount'>): number {
  return Math.round(((application.grantedAmount ?? 0) - application.disbursedAmount) * 100) / 100;
}

/** Days on which a payment under the grant can have been made. */
export function paymentDays(application: LoanApplication, now = Date.now()): { first: string; last: string } {
  const approved = application.timeline.findLast((entry) => entry.kind === 'APPROVED');
  const until = application.validUntil;
  const last = until && until < today(now) ? until : today(now);
  return { first: approved ? inZone(approved.at).format('YYYY-MM-DD') : '', last };
}

export const paymentRules = {
  amount: (value: unknown, left: number): string | undefined => {
    if (typeof value !== 'number') return '请填写放款金额';
    if (value <= 0) return '放款金额应大于零';
    if (value > left) return `不能超过剩余额度 ${numberText(left)} 元`;
    return cents(value) ? undefined : '最多保留两位小数';
  },
  disbursedOn: (value: unknown, { first, last }: { first: string; last: string }): string | undefined => {
    if (typeof value !== 'string' || !value) return '请选择放款日期';
    if (first && value < first) return `不能早于批准日 ${longDate(first)}`;
    return value > last ? `不能晚于 ${longDate(last)}` : undefined;
  },
  reference: (value: unknown): string | undefined =>
    typeof value !== 'string' || /^([0-9A-Za-z._/-]{1,64})?$/.test(value.trim())
      ? undefined
      : '应为 1 至 64 位字母、数字或 . _ / -',
};

const OVER = ['REFUSED', 'WITHDRAWN', 'SETTLED', 'EXPIRED'];

/** Whether nobody of the bank has anything to do with it any more. */
export const isOver = (status: string): boolean => OVER.includes(status);

/** Why somebody of the bank does not answer it as it lies now; undefined: they may. Who accepts what nobody has, has it. */
export function notTheirs(
  { status, handling }: Pick<LoanApplication, 'status' | 'handling'>,
  account: string | undefined,
): string | undefined {
  if (isOver(status) || handling?.handlerId === account) return undefined;
  if (handling?.handlerId) {
    return `该申请由${handling.handlerName}办理；需由您办理的，请先在“本行办理”中接手`;
  }
  return status === 'SUBMITTED' ? undefined : '该申请尚无人办理，请先在“本行办理”中认领';
}

export type Step = 'accept' | 'ask' | 'approve' | 'refuse' | 'disburse' | 'settle';

/** What the bank may do with an application now. */
export function stepsFor(
  application: Pick<LoanApplication, 'status' | 'grantedAmount' | 'disbursedAmount'>,
): Step[] {
  const { status } = application;
  if (status === 'SUBMITTED') return ['accept'];
  if (status === 'IN_REVIEW') return ['refuse', 'ask', 'approve'];
  if (status === 'NEED_MATERIAL') return ['refuse'];
  // What was paid in time may be told late: it brings the grant back.
  if (status === 'EXPIRED') return ['disburse'];
  if (status !== 'APPROVED') return [];
  return [
    ...(application.disbursedAmount > 0 ? (['settle'] as const) : []),
    ...(remaining(application) > 0 ? (['disburse'] as const) : []),
  ];
}

/** An amount as it stands in its field while it is typed. */
export const typedAmount = (value: number | string | undefined) => {
  const [whole = '', fraction] = String(value ?? '').split('.');
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
};

/** The amount that was typed, sign and all: a figure that is wrong is refused, never made another one. */
export const amountOf = (text: string | undefined) =>
  Number((text ?? '').normalize('NFKC').replace(/[,\s]/g, ''));
