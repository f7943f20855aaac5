import type { ConditionResult, Fact, SrdiGrade } from '../api';
import { label as words } from '../i18n';
import type { FactValues } from '../match';
import { dateText, numberText, withUnit } from '../ui';

/** A score that somebody stated, with who did and when: it is not the one that a table comes to. */
export type Stated = (score: string) => string | undefined;

export const points = (low: number, high: number) =>
  low === high ? numberText(low) : `${numberText(low)}—${numberText(high)}`;

/**
 * What is stated of a score by this name: on this page, or else in the profile.
 *
 * @param typed what was sent, where that is other than the profile
 */
export function statedOf(score: string, facts: Fact[], typed: FactValues): string | undefined {
  const fact = facts.find((one) => one.label === score && one.kind === 'NUMBER');
  if (!fact) return undefined;
  const own = fact.name in typed;
  const value = own ? typed[fact.name] : fact.value;
  if (typeof value !== 'number') return undefined;
  const said = withUnit(numberText(value), fact.unit);
  if (own) return `您在本页填写的 ${said}`;
  const from = [fact.source && words('factSource', fact.source), fact.asOf && dateText(fact.asOf)].filter(
    Boolean,
  );
  return `企业画像中的 ${said}${from.length ? `（${from.join(' ')}）` : ''}`;
}

/** What the tables come to, by the name of their score. */
export const reckonedIn = (grades: SrdiGrade[]) =>
  new Map(
    grades.flatMap(({ sheet }) =>
      sheet ? [[sheet.label, `${points(sheet.low, sheet.high)} 分`] as const] : [],
    ),
  );

/** The names of conditions and of their parts that something is known of. */
export const labelsIn = (conditions: ConditionResult[]): string[] => [
  ...new Set(
    conditions.flatMap((one) => [
      ...(one.actual === undefined ? [] : [one.label]),
      ...labelsIn(one.children ?? []),
    ]),
  ),
];
