import type { ConditionResult } from '../api/types';
import { longDate } from './format';

/** Undecided, and nothing that anybody could fill in would decide it: the text that it goes by is not there. */
export const isUnclear = (condition: ConditionResult): boolean =>
  condition.outcome === 'UNKNOWN' && !lacksFacts(condition);

const lacksFacts = ({ missingFacts, children }: ConditionResult): boolean =>
  missingFacts.length > 0 || !!children?.some(lacksFacts);

type Judged = { outcome?: string; missing: unknown[]; conditions: ConditionResult[]; beginsOn?: string };

/** How an enterprise stands, told apart as matching does it: what begins later, what it can fill in itself, and what nobody can but the issuer. */
export function outcomeOf<T extends Judged>(standing: T): T['outcome'] | 'UNCLEAR' | 'UPCOMING' {
  const { outcome, missing, conditions, beginsOn } = standing;
  if (beginsOn && outcome === 'ELIGIBLE') return 'UPCOMING';
  const open = conditions.filter((condition) => condition.outcome === 'UNKNOWN');
  return outcome === 'UNKNOWN' && !missing.length && open.every(isUnclear) ? 'UNCLEAR' : outcome;
}

/** Of a policy that begins later, the day and how the conditions would stand then; `who` is of whom it is told. */
export function beginsText({ outcome, beginsOn }: Judged, who: string): string | undefined {
  return beginsOn && `政策自 ${longDate(beginsOn)} 起施行，${onceBegun(outcome, who)}。`;
}

function onceBegun(outcome: string | undefined, who: string): string {
  switch (outcome) {
    case 'ELIGIBLE':
      return `施行后${who}符合全部条件`;
    case 'NEARLY':
      return `施行后${who}还差一项`;
    case 'INELIGIBLE':
      return `按现有信息，施行后${who}仍不符合`;
    default:
      return `施行后${who}是否符合还不能判定`;
  }
}
