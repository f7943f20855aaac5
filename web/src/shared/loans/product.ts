import { conditionText, termText, wan } from '../ui/format';

/** What stands where a bank does not publish a figure or a condition. */
export const BANK_DECIDES = '以银行核定为准';
export const NO_CONDITIONS = `银行未公布具体准入条件，${BANK_DECIDES}。`;

const UNVERIFIED = /（待核实）/;

/** The source's own remarks on an unknown rate are not for the enterprise's eyes as a rate; that one is not checked, a tag says. */
export function rateText(text: string | undefined): string {
  return !text || /^未(核对|公布)/.test(text)
    ? BANK_DECIDES
    : conditionText(
        text
          .replace(UNVERIFIED, '')
          .replace(/LPR\s*-\s*(\d+)\s*BP/i, 'LPR 减 $1 个基点')
          .replace(/(?<=[\u4e00-\u9fff])(?=LPR)/gi, ' ')
          .replace(/[（(](\d{4})年[）)]$/, '，$1年公布'),
      );
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
