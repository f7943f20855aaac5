import type { LoanApplication, LoanMatch } from '../api';
import { otherPurpose, termsOf, type LoanPurpose, type LoanValues } from './application';

/** As many are shown beside a refusal: who wants all of them goes to the match. */
const SHOWN = 3;

const RANK: Record<LoanMatch['outcome'], number> = { ELIGIBLE: 0, NEARLY: 1, UNKNOWN: 2, INELIGIBLE: 3 };

/**
 * The products that fit better than the one that was refused: none whose conditions are not met, first those that are met whole, of these
 * first those that go as far as what was asked for.
 */
export function betterFits(
  loans: readonly LoanMatch[],
  refused: Pick<LoanApplication, 'productId' | 'amount'>,
): LoanMatch[] {
  const tooSmall = (loan: LoanMatch) => Number((loan.maxAmountWan ?? Infinity) * 10_000 < refused.amount);
  return loans
    .filter((loan) => loan.productId !== refused.productId && loan.outcome !== 'INELIGIBLE')
    .sort(
      (one, other) =>
        RANK[one.outcome] - RANK[other.outcome] ||
        tooSmall(one) - tooSmall(other) ||
        other.degree - one.degree,
    )
    .slice(0, SHOWN);
}

/**
 * What a refused application said, as far as another product goes. The number under which the bank calls is covered, and left, and with it the name to which it belongs.
 */
export function prefilledAgain(
  product: { minAmountWan?: number; maxAmountWan?: number; minTermMonths?: number; termMonths?: number },
  refused: Pick<LoanApplication, 'amount' | 'termMonths' | 'purpose'> | undefined,
  purposes: readonly LoanPurpose[],
): LoanValues {
  if (!refused) return {};
  const terms = termsOf(product);
  const asked = refused.amount / 10_000;
  const [first = '', ...rest] = refused.purpose.split('；');
  const known = purposes.some(({ name }) => name === first);
  // Of the choice that says nothing by itself only its words were kept.
  const other = known ? undefined : otherPurpose(purposes);
  const note = known ? rest.join('；') : other ? refused.purpose : '';
  return {
    amountWan: Math.max(product.minAmountWan ?? 0, Math.min(asked, product.maxAmountWan ?? asked)),
    termMonths: terms.findLast((term) => term <= refused.termMonths) ?? terms[0],
    ...(known && { purpose: first }),
    ...(other && { purpose: other.name }),
    ...(note && { purposeNote: note }),
  };
}
