import type { LoanProductDetail } from '../api';
import { label } from '../i18n';
import { conditionText, termText, wan } from '../ui/format';

/** What stands where a bank does not publish a figure or a condition. */
export const BANK_DECIDES = '以银行核定为准';
export const NO_CONDITIONS = `银行未公布具体准入条件，${BANK_DECIDES}。`;

const UNVERIFIED = /（待核实）/;

/** Words that a line does not end within. */
const unbroken = (words: string) => [...words].join('\u2060');

/** The source's own remarks on an unknown rate are not for the enterprise's eyes as a rate; that one is not checked, a tag says. */
export function rateText(text: string | undefined): string {
  return !text || /^未(核对|公布)/.test(text)
    ? BANK_DECIDES
    : conditionText(
        text
          .replace(UNVERIFIED, '')
          .replace(/LPR\s*-\s*(\d+)\s*BP/i, 'LPR 减 $1 个基点')
          .replace(/([\u4e00-\u9fff])(?=LPR)/gi, '$1 ')
          .replace(/[（(](\d{4})年[）)]$/, '，$1年公布'),
      ).replace(/\d{4}年公布$/, unbroken);
}

/** Whether the mark of what is not verified stands beside the rate, of which the source may say so itself. */
export function rateNeedsMark(product: { verified: boolean; rateText?: string }): boolean {
  return !product.verified || UNVERIFIED.test(product.rateText ?? '');
}

/** The same where no word "利率" stands before it. */
export function rateLine(text: string | undefined): string {
  const rate = rateText(text);
  return rate === BANK_DECIDES ? `利率${rate}` : rate;
}

export function limitText(maxAmountWan: number | undefined): string {
  return maxAmountWan ? wan(maxAmountWan) : BANK_DECIDES;
}

export function longestText(termMonths: number | undefined): string {
  return termMonths ? termText(termMonths) : BANK_DECIDES;
}

/** A product can be of several types, "信用/科创". */
export function typesOf(productType: string): string[] {
  return productType.split('/');
}

/** From the least to the most; only the most where no least is published. */
export function amountText(product: { minAmountWan?: number; maxAmountWan?: number }): string {
  return product.minAmountWan
    ? `${wan(product.minAmountWan)} 至 ${limitText(product.maxAmountWan)}`
    : limitText(product.maxAmountWan);
}

/** Stands at the field of an amount. */
export function amountHint(product: { minAmountWan?: number; maxAmountWan?: number }): string {
  if (!product.maxAmountWan) return `额度${BANK_DECIDES}`;
  return product.minAmountWan
    ? `该产品额度 ${amountText(product)}`
    : `该产品最高 ${limitText(product.maxAmountWan)}`;
}

/** From the shortest to the longest. */
export function termRangeText(product: { minTermMonths?: number; termMonths?: number }): string {
  const { minTermMonths: shortest, termMonths: longest } = product;
  if (!shortest || shortest === longest) return longestText(longest);
  return `${termText(shortest)} 至 ${longestText(longest)}`;
}

export function repaymentText(product: Pick<LoanProductDetail, 'repayments'>): string | undefined {
  return product.repayments.map((one) => label('repaymentWay', one)).join('、') || undefined;
}

/** What a bank that entered its product tells besides the figures, for whoever reads of it. */
export function offeredItems({
  offer,
}: Pick<LoanProductDetail, 'offer'>): { label: string; value: string }[] {
  return [
    { label: '适用对象', value: offer?.audience ?? '' },
    { label: '贷款用途', value: offer?.purposes.join('、') ?? '' },
  ].filter(({ value }) => value);
}

export const contactLine = (one: NonNullable<LoanProductDetail['offer']>['contacts'][number]) =>
  [one.person, one.phone, one.address].filter(Boolean).join('　');
