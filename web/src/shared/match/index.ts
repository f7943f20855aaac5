import type { LoanMatch, MatchOutcome, PolicyMatch } from '../api';
import { label } from '../i18n';

/**
 * How results are sorted into groups: nothing that the enterprise could do makes good that a policy has not begun; what is past its recorded period is none of today's benefits, however it fits; what
 * the enterprise holds is none to apply for; and where conditions are not published there is nothing to fill in.
 */
export type MatchGroup = MatchOutcome | 'UPCOMING' | 'HELD' | 'UNCLEAR' | 'PERIOD_OVER';

/** In the order in which they are shown. */
const matchGroups: readonly MatchGroup[] = [
  'ELIGIBLE',
  'NEARLY',
  'UPCOMING',
  'UNKNOWN',
  'UNCLEAR',
  'INELIGIBLE',
  'HELD',
  'PERIOD_OVER',
];

export function groupOf(match: PolicyMatch | LoanMatch): MatchGroup {
  if ('alreadyHeld' in match && match.alreadyHeld) return 'HELD';
  if ('periodOver' in match && match.periodOver) return 'PERIOD_OVER';
  // A product that its bank has matched until a day that is past.
  if ('matchedUntil' in match && match.matchedUntil) return 'PERIOD_OVER';
  if ('beginsOn' in match && match.beginsOn && match.outcome === 'NEARLY') return 'UPCOMING';
  return match.outcome === 'UNKNOWN' && match.missing.length === 0 ? 'UNCLEAR' : match.outcome;
}

/** Which words a group is told in: of a loan product nobody but the bank can say that it can be had. */
export function wordsOf(group: MatchGroup, loans: boolean) {
  return loans && (group === 'ELIGIBLE' || group === 'UNCLEAR' || group === 'PERIOD_OVER')
    ? 'loanOutcome'
    : 'matchOutcome';
}

export function groupLabel(group: MatchGroup, loans: boolean): string {
  return label(wordsOf(group, loans), group);
}

/** What has to be known of a whole group. */
export function groupHint(group: MatchGroup, loans: boolean): string | undefined {
  if (group === 'UNCLEAR') return label('matchGroupHint', loans ? 'UNCLEAR_LOAN' : 'UNCLEAR_POLICY');
  if (group === 'UPCOMING') return label('matchGroupHint', 'UPCOMING');
  return loans && group === 'ELIGIBLE' ? label('matchGroupHint', 'LOAN') : undefined;
}

/** The groups that are offered: those that hold anything, and the chosen one. */
export function groupsIn(matches: (PolicyMatch | LoanMatch)[], chosen?: string | null): MatchGroup[] {
  return matchGroups.filter((group) => group === chosen || matches.some((match) => groupOf(match) === group));
}

/** Groups that are open at first: what can be had now or nearly, or else the first that holds anything. */
export function openGroups(matches: (PolicyMatch | LoanMatch)[]): MatchGroup[] {
  const filled = groupsIn(matches);
  const near = filled.filter((group) => group === 'ELIGIBLE' || group === 'NEARLY');
  return near.length ? near : filled.slice(0, 1);
}

/** The short form of a result's number, enough to tell it from its neighbours. */
export function shortNumber(id: string): string {
  return id.slice(-8).toUpperCase();
}

export * from './edit';
export * from './estimate';
export * from './facts';
export * from './gist';
export * from './queries';
export * from './typed';
