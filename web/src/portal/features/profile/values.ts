import dayjs, { type Dayjs } from 'dayjs';
import type { Fact, FactValue, Profile } from '@/shared/api';
import { changesOf, yearsOf, type FactValues } from '@/shared/match';
import { numberText, withUnit } from '@/shared/ui';
import { figureTyped } from '../../ui/figureTyped';

/** What the fields of the form hold, by the name of their fact. */
export type Values = Record<string, unknown>;

/** The groups with what their enterprise may fill in. */
export const editable = (profile: Profile) =>
  profile.groups
    .map((group) => ({ ...group, facts: group.facts.filter((fact) => fact.editable) }))
    .filter((group) => group.facts.length);

/** Only what differs from what the form was opened with is sent, so two people do not overwrite each other's fields. */
export function changes(facts: Fact[], values: Values): FactValues {
  return changesOf(facts, (fact) => fromField(fact, values[fact.name]));
}

export const fieldsOf = (facts: Fact[]): Values =>
  Object.fromEntries(facts.map((fact) => [fact.name, toField(fact, fact.value)]));

function toField(fact: Fact, value: FactValue | undefined): unknown {
  if (value === null || value === undefined)
    return fact.kind === 'YEARS' ? yearsOf(fact).map(() => null) : undefined;
  if (fact.kind === 'DATE') return dayjs(value as string);
  if (fact.kind === 'YEARS') return yearsOf(fact).map((year) => (value as (number | null)[])[year] ?? null);
  return value;
}

function fromField(fact: Fact, value: unknown): FactValue {
  if (value === undefined || value === null || value === '') return null;
  if (fact.kind === 'DATE') return (value as Dayjs).format('YYYY-MM-DD');
  if (fact.kind === 'YEARS') {
    const years = value as (number | null | undefined)[];
    const last = years.findLastIndex((one) => one !== null && one !== undefined);
    return last < 0 ? null : years.slice(0, last + 1).map((one) => one ?? null);
  }
  return value as FactValue;
}

/** Why a figure cannot be; text is none, and one that is no whole number is refused, never rounded. */
export function impossible(
  fact: Pick<Fact, 'label' | 'unit' | 'min' | 'max' | 'kind'>,
  value: number | string | null | undefined,
): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return '请填写数字';
  if (fact.kind === 'INTEGER' && !Number.isInteger(value)) return `${fact.label}须填写整数`;
  const limit = (of: number) => withUnit(numberText(of), fact.unit);
  if (fact.min !== undefined && value < fact.min) return `${fact.label}不能小于 ${limit(fact.min)}`;
  if (fact.max !== undefined && value > fact.max) return `${fact.label}不能大于 ${limit(fact.max)}`;
  return undefined;
}

/** The rule of a field that holds a figure. */
export const possible = (fact: Fact) => ({
  validator: (_rule: unknown, value: number | string | null | undefined) => {
    const text = impossible(fact, value);
    return text ? Promise.reject(new Error(text)) : Promise.resolve();
  },
});

/** "1,234,567.8" in the field, 1234567.8 in the form. */
export const thousands = {
  formatter: (value: number | string | undefined) => {
    const [whole = '', rest] = `${value ?? ''}`.split('.');
    return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`);
  },
  parser: figureTyped,
};
