import type { Fact, FactValue } from '@/shared/api';
import { NONE, numberText, thisYear } from '@/shared/ui';

/** A fact's value as people read it, with its unit; a dash where nothing is known. */
export function factText(fact: Fact): string {
  const { value } = fact;
  const unit = fact.unit ? ` ${fact.unit}` : '';
  if (value === null || value === undefined) return '未填写';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return numberText(value) + unit;
  if (Array.isArray(value)) {
    if (fact.kind !== 'YEARS') return value.length ? value.join('、') : '无';
    return (value as (number | null)[])
      .map((one, year) => `${thisYear() - 1 - year}年 ${one === null ? NONE : numberText(one) + unit}`)
      .join('；');
  }
  return value + unit;
}

/** The value as text for the inputs: one, or one for each of three years, or the chosen ones. */
export function asTyped(fact: Fact): string[] {
  const { value } = fact;
  if (fact.kind === 'YEARS')
    return [0, 1, 2].map((year) => String((value as (number | null)[] | null)?.[year] ?? ''));
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
  const trimmed = text.trim();
  if (!trimmed) return null;
  const value = Number(trimmed);
  if (!Number.isFinite(value)) return `${fact.label}须填写数字`;
  if (fact.kind === 'INTEGER' && !Number.isInteger(value)) return `${fact.label}须填写整数`;
  if (fact.min !== null && fact.min !== undefined && value < fact.min)
    return `${fact.label}不能小于 ${fact.min}`;
  if (fact.max !== null && fact.max !== undefined && value > fact.max)
    return `${fact.label}不能大于 ${fact.max}`;
  return value;
}
