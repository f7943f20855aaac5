import type { LoanApplicationRequest } from '@/shared/api';

/** What the form holds: text, as typed. */
export interface ApplyValues {
  amountWan: string;
  termMonths: string;
  purpose: string;
  contactName: string;
  contactPhone: string;
  /** The earlier loan that is renewed; without one it is the first. */
  renews?: string;
}

/** 万元 as typed become yuan; the phone's channel is the official account. */
export function applicationOf(
  productId: string,
  values: ApplyValues,
  matchResultId?: string,
): LoanApplicationRequest {
  return {
    productId,
    amount: Math.round(Number(values.amountWan) * 1_000_000) / 100,
    termMonths: Number(values.termMonths),
    purpose: values.purpose.trim(),
    kind: values.renews ? 'RENEWAL' : 'FIRST',
    renewsApplicationId: values.renews,
    contactName: values.contactName.trim(),
    contactPhone: values.contactPhone.trim(),
    consent: true,
    matchResultId,
    channel: 'WECHAT',
  };
}
