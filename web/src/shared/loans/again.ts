import type { LoanApplication, LoanMatch } from '../api';
import { loanFit, tally } from '../match/gist';
import { otherPurpose, termsOf, type LoanPurpose, type LoanValues } from './application';
import { isOpen } from './queries';

/** As many of each group are shown beside a refusal: who wants all of them goes to the match. */
const SHOWN = 3;

/** A product that fits better than the one that was refused, or whose conditions are all met as well, and by what. */
export interface Fit {
  loan: LoanMatch;
  why: string;
}

/** Products whose conditions are all met, and those of which some conditions nobody can judge yet. */
export interface Fits {
  met: Fit[];
  unknown: Fit[];
}

/**
 * By what one product fits better than another, or that it fits as well: a bank refuses for what it has not published too, and another need not. Undefined where it
 * does neither, or where nobody can tell.
 */
function whyAsked(loan: LoanMatch, than: LoanMatch | undefined): string | undefined {
  if (!tally(loan).published) return undefined;
  const own = loanFit(loan).degree;
  if (!than || !tally(than).published) {
    // Of what cannot be compared only that is better of which nothing is missing.
    return loan.outcome === 'ELIGIBLE'
      ? `${own === undefined ? loanFit(loan).text : `匹配度 ${own}%`}；未通过的产品没有可比的匹配度`
      : undefined;
  }
  if (loan.degree <= than.degree) {
    return loan.outcome === 'ELIGIBLE' ? `${loanFit(loan).text}条件，不低于未通过的产品` : undefined;
  }
  const others = loanFit(than).degree;
  return own !== undefined && others !== undefined
    ? `匹配度 ${own}%，高于未通过产品的 ${others}%`
    : `${loanFit(loan).text}条件，未通过的产品${loanFit(than).text}`;
}

/**
 * The products that fit better by the last match than the one that was refused, or as well where all their conditions are met, of those that the enterprise can still ask for: offered, refused to it by no bank
 * before, and without an application that is open. First those that go as far as what was asked for.
 */
export function betterFits(
  loans: readonly LoanMatch[],
  refused: Pick<LoanApplication, 'productId' | 'amount'>,
  applications: readonly Pick<LoanApplication, 'productId' | 'status'>[],
  offered: ReadonlySet<string>,
): Fits {
  const answered = new Set([
    refused.productId,
    ...applications.filter((one) => one.status === 'REFUSED' || isOpen(one)).map((one) => one.productId),
  ]);
  const than = loans.find((loan) => loan.productId === refused.productId);
  const tooSmall = ({ loan }: Fit) => Number((loan.maxAmountWan ?? Infinity) * 10_000 < refused.amount);
  const group = (outcome: LoanMatch['outcome']) =>
    loans
      .filter(
        (loan) => loan.outcome === outcome && !answered.has(loan.productId) && offered.has(loan.productId),
      )
      .flatMap((loan) => {
        const why = whyAsked(loan, than);
        return why ? [{ loan, why }] : [];
      })
      .sort((one, other) => tooSmall(one) - tooSmall(other) || other.loan.degree - one.loan.degree)
      .slice(0, SHOWN);
  return { met: group('ELIGIBLE'), unknown: group('UNKNOWN') };
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
