import type { Fact, FactValue } from '../api';
import { factLines, isMissing } from './facts';

/** Values by the name of their fact. */
export type FactValues = Record<string, FactValue>;

/** What a form holds that differs from the facts it was opened with: only this is sent. */
export function changesOf(base: Fact[], typed: (fact: Fact) => FactValue): FactValues {
  const changed: FactValues = {};
  for (const fact of base) {
    const value = typed(fact);
    if (!same(value, fact.value)) changed[fact.name] = value;
  }
  return changed;
}

/** Facts that hold something else than they did at `base`: someone has saved them meanwhile. */
export function savedSince(base: FactValues, now: Fact[]): Fact[] {
  return now.filter((fact) => fact.name in base && !same(base[fact.name], fact.value));
}

export const valuesIn = (facts: Fact[]): FactValues =>
  Object.fromEntries(facts.map((fact) => [fact.name, fact.value ?? null]));

/** A value of this fact in words. */
export function valueText(fact: Fact, value: FactValue | undefined = fact.value): string {
  const shown = { ...fact, value };
  return isMissing(shown) ? '未填写' : factLines(shown).join('，');
}

export const same = (one: FactValue | undefined, other: FactValue | undefined) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
