import type { ConditionResult, LoanMatch, PolicyMatch } from '../api';
import type { Certain } from '../ui';

/** What failing conditions say of their gap; of a combination what its own words say, else what its parts say. */
export function gapLines(conditions: ConditionResult[]): string[] {
  return conditions
    .filter((one) => one.outcome === 'NOT_MET')
    .flatMap((one) => one.gapText ?? (one.children?.length ? gapLines(one.children) : `${one.label}未满足`));
}

/** A condition that nobody could judge: its figures are not published or not at hand. */
const unpublished = (one: ConditionResult): boolean =>
  one.outcome === 'UNKNOWN' &&
  (one.children?.length ? one.children.every(unpublished) : one.missingFacts.length === 0);

/** What is certain of a matched policy: the same two things, in the same words, as in the library. */
export const certaintyOf = ({ verified, conditions }: PolicyMatch): Certain => ({
  verified,
  criteriaVerified: conditions.every((one) => one.certain),
});

/** Of the conditions that were published: how many there are, and how many are met. */
export function tally({ conditions }: PolicyMatch | LoanMatch): { published: number; met: number } {
  const published = conditions.filter((one) => !unpublished(one));
  return { published: published.length, met: published.filter((one) => one.outcome === 'MET').length };
}

/** What the button says that opens a match. */
export function detailsLabel(match: PolicyMatch | LoanMatch): string {
  return tally(match).published ? `查看 ${match.conditions.length} 项条件` : '查看说明';
}

/** A share of fewer conditions than this says nothing: one that is met is no 100 % of what the bank looks at. */
const ENOUGH_FOR_A_SHARE = 3;

/** How well a loan product fits, in the one wording of lists and report; why there is no share, where there is none. */
export function loanFit(match: LoanMatch): { degree?: number; noDegree?: string; text: string } {
  const { published, met } = tally(match);
  if (!published) return { text: '银行未公布准入条件' };
  return {
    ...(published < ENOUGH_FOR_A_SHARE
      ? { noDegree: `公布的条件不足 ${ENOUGH_FOR_A_SHARE} 项，不计匹配度` }
      : { degree: match.degree }),
    text: `公布 ${published} 项，已满足 ${met} 项`,
  };
}
