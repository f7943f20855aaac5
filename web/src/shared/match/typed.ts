import type { Fact, FactValue } from '../api';
import { yearsOf } from './facts';
import { numberText, withUnit } from '../ui/format';

/** The value as text for the inputs: one, or one for each of its years, or the chosen ones. */
export function asTyped(fact: Fact): string[] {
  const { value } = fact;
  if (fact.kind === 'YEARS')
    return yearsOf(fact).map((year) => String((value as (number | null)[] | null)?.[year] ?? ''));
  if (fact.kind === 'MULTI_CHOICE') return (value as string[] | null) ?? [];
  return [value === null || value === undefined ? '' : String(value)];
}

/** What was typed as a value; empty text means that it is not known, never "no". */
export function parseTyped(fact: Fact, typed: string[]): { value: FactValue } | { error: string } {
  if (fact.kind === 'MULTI_CHOICE') return { value: typed };
  if (fact.kind === 'YEARS') {
    const years = typed.map((text) => number(fact, text));
    const wrong = years.find((one) => typeof one === 'string');
    if (typeof wrong === 'string') return { error: wrong };
    const last = years.findLastIndex((one) => one !== null);
    return { value: last < 0 ? null : (years.slice(0, last + 1) as (number | null)[]) };
  }
  const text = (typed[0] ?? '').trim();
  if (!text) return { value: null };
  if (fact.kind === 'BOOLEAN') return { value: text === 'true' };
  if (fact.kind === 'NUMBER' || fact.kind === 'INTEGER') {
    const parsed = number(fact, text);
    return typeof parsed === 'string' ? { error: parsed } : { value: parsed };
  }
  return { value: text };
}

function number(fact: Fact, text: string): number | null | string {
  // An input method may write digits in full width.
  const trimmed = text.normalize('NFKC').trim();
  if (!trimmed) return null;
  // The platform itself writes thousands apart.
  const value = Number(
    /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed,
  );
  if (!Number.isFinite(value)) return `${fact.label}须填写数字`;
  if (fact.kind === 'INTEGER' && !Number.isInteger(value)) return `${fact.label}须填写整数`;
  if (fact.min !== null && fact.min !== undefined && value < fact.min)
    return `${fact.label}不能小于 ${withUnit(numberText(fact.min), fact.unit)}`;
  if (fact.max !== null && fact.max !== undefined && value > fact.max)
    return `${fact.label}不能大于 ${withUnit(numberText(fact.max), fact.unit)}`;
  return value;
}
