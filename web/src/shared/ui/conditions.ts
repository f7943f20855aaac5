import type { ConditionResult } from '../api/types';

/** Undecided, and nothing that anybody could fill in would decide it: the text that it goes by is not there. */
export const isUnclear = (condition: ConditionResult): boolean =>
  condition.outcome === 'UNKNOWN' && !lacksFacts(condition);

const lacksFacts = ({ missingFacts, children }: ConditionResult): boolean =>
  missingFacts.length > 0 || !!children?.some(lacksFacts);

type Judged = { outcome?: string; missing: unknown[]; conditions: ConditionResult[] };

/** How an enterprise stands, told apart as matching does it: what it can fill in itself, and what nobody can but the issuer. */
export function outcomeOf<T extends Judged>(standing: T): T['outcome'] | 'UNCLEAR' {
  const { outcome, missing, conditions } = standing;
  const open = conditions.filter((condition) => condition.outcome === 'UNKNOWN');
  return outcome === 'UNKNOWN' && !missing.length && open.every(isUnclear) ? 'UNCLEAR' : outcome;
}
