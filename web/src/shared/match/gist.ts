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
const certaintyOf = ({ verified, conditions }: PolicyMatch): Certain => ({
  verified,
  criteriaVerified: conditions.every((one) => one.certain),
});

/** Whether the figures of a loan product were checked, and those that its amount is estimated by. */
export const isCertain = ({ verified, estimate }: LoanMatch): boolean =>
  verified && (estimate?.highWan === undefined || estimate.certain);

/** What is said once above several results and not of each. */
export interface Said extends Certain {
  /** Of loan products: that their amounts are estimates. */
  estimated?: boolean;
  /** Of loan products: how many were not checked. Of the most it is said once, and those that were are marked instead. */
  unchecked?: 'ALL' | 'MOST';
}

/** Of policies, what could not be checked of any; of loan products, that nothing is promised and what could not be checked of the most. */
export function saidOfAll(matches: (PolicyMatch | LoanMatch)[]): Said {
  const policies = matches.flatMap((match) => ('policyId' in match ? [certaintyOf(match)] : []));
  const loans = matches.flatMap((match) => ('bankName' in match ? [match] : []));
  const open = loans.filter((one) => !isCertain(one)).length;
  return {
    verified: policies.length < 2 || policies.some((one) => one.verified),
    criteriaVerified: policies.length < 2 || policies.some((one) => one.criteriaVerified),
    ...(loans.some(({ estimate }) => estimate?.highWan !== undefined) && { estimated: true }),
    ...(loans.length > 1 && open * 2 > loans.length && { unchecked: open < loans.length ? 'MOST' : 'ALL' }),
  };
}

/** What of a policy's certainty differs from what was said of all. */
export function leftToSay(match: PolicyMatch, said?: Certain): Certain {
  const own = certaintyOf(match);
  return {
    verified: own.verified || said?.verified === false,
    criteriaVerified: own.criteriaVerified || said?.criteriaVerified === false,
  };
}

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

/** Said once above a list of loan products. */
export const NO_DEGREE = `银行公布的条件不足 ${ENOUGH_FOR_A_SHARE} 项的产品，不计匹配度。`;

/** How well a loan product fits: of what its bank has published, how much is met. */
export function loanFit(match: LoanMatch): { degree?: number; text: string } {
  const { published, met } = tally(match);
  if (!published) return { text: '未公布条件' };
  return {
    ...(published >= ENOUGH_FOR_A_SHARE && { degree: match.degree }),
    text: `满足 ${met}/${published} 项`,
  };
}

/** A policy's degree, a loan's where there is one. */
export function degreeOf(match: PolicyMatch | LoanMatch): number | undefined {
  return 'bankName' in match ? loanFit(match).degree : Math.round(match.degree);
}

/** The parts that a degree counts: of a condition all of whose parts are asked for, these; any other is one. */
const partsOf = (conditions: readonly ConditionResult[]): ConditionResult[] =>
  conditions.flatMap((one) => (one.choice === 'ALL' && one.children?.length ? partsOf(one.children) : one));

/**
 * What a degree counts, where it is not the share of the conditions that are met as a whole: a condition that is not met may be met in part, and then
 * 40 % stands beside none of one.
 */
export function degreeText(match: PolicyMatch | LoanMatch): string | undefined {
  const degree = degreeOf(match);
  const { published, met } = tally(match);
  if (degree === undefined || !published) return undefined;
  const is = (some: number, all: number) => Math.abs((some / all) * 100 - degree) <= 1;
  if (is(met, published)) return undefined;
  const parts = partsOf(match.conditions);
  const metParts = parts.filter((one) => one.outcome === 'MET').length;
  return parts.length > match.conditions.length && is(metParts, parts.length)
    ? `匹配度按条件的分项计：已满足 ${metParts}/${parts.length} 个分项`
    : '匹配度按条件的分项计，尚不清楚的按未满足计';
}

/** How many conditions of this one match could be judged, where not all could. */
export function knownText({ conditions }: PolicyMatch | LoanMatch): string | undefined {
  const known = conditions.filter((one) => one.outcome !== 'UNKNOWN').length;
  return known < conditions.length ? `本条数据 ${known}/${conditions.length} 项已知` : undefined;
}

/**
 * Of a policy of which nothing could be judged yet, how much is missing: that nothing was said is no degree of 0 %. Nothing to say, an empty text, where nothing can be
 * filled in either; undefined where there is a degree.
 */
export function untoldText(match: PolicyMatch | LoanMatch): string | undefined {
  if ('bankName' in match || match.conditions.some((one) => one.outcome !== 'UNKNOWN')) return undefined;
  return match.missing.length ? `待补充 ${match.missing.length} 项数据后计算匹配度` : '';
}
