import type { Fact, Profile } from '../api';
import { dateText, NONE, numberText, thisYear, withUnit } from '../ui/format';

/** The years of a YEARS fact, counted back from the newest: as many as the server takes. */
export const yearsOf = (fact: Fact) => Array.from({ length: fact.years ?? 3 }, (_, year) => year);

export function isMissing({ kind, value }: Fact): boolean {
  return (
    value === null ||
    value === undefined ||
    (kind === 'YEARS' && (value as (number | null)[]).every((one) => one === null))
  );
}

/** What the enterprise could fill in and has not. */
export function canBeFilled(fact: Fact): boolean {
  return fact.editable && isMissing(fact);
}

/** Figures that are only calculated from others. */
function isCalculated(group: Profile['groups'][number]): boolean {
  return group.facts.every((fact) => fact.formula !== undefined);
}

/**
 * A fact's value as people read it, with its unit: one line, or one for each year. A code that nobody can name is shown as
 * it is.
 */
export function factLines(fact: Fact): string[] {
  const { value, unit } = fact;
  if (value === null || value === undefined) return [NONE];
  if (typeof value === 'boolean') return [value ? '是' : '否'];
  if (typeof value === 'number') return [withUnit(numberText(value, unit === '年' ? 1 : 2), unit)];
  if (!Array.isArray(value)) return [fact.kind === 'DATE' ? dateText(value) : (fact.valueName ?? value)];
  if (fact.kind !== 'YEARS') return [value.length ? value.join('、') : '无'];
  return (value as (number | null)[]).map(
    (one, year) => `${thisYear() - 1 - year} 年 ${one === null ? NONE : withUnit(numberText(one), unit)}`,
  );
}

const years = ['（最近一年）', '（前一年）', '（前两年）'];

/** A formula in the names that people know: "rdStaff ÷ employees" as "研发人员数 ÷ 职工总数". Nothing where it says nothing. */
export function formulaText(formula: string, facts: Fact[]): string | undefined {
  if (/^\w+\[\d\]$/.test(formula)) return undefined;
  const text = formula.replace(/([A-Za-z]\w*)(?:\[(\d)\])?/g, (all, name: string, year?: string) => {
    if (name === 'asOf') return '数据日期';
    const label = facts.find((fact) => fact.name === name)?.label;
    return label ? label.replace(/（[^）]*）$/, '') + (year ? years[Number(year)] : '') : all;
  });
  return /[A-Za-z]/.test(text) ? undefined : text;
}

export interface ProfilePart {
  /** Of the element that shows it. */
  id: string;
  name: string;
  facts: Fact[];
  /** How many of its facts the enterprise could fill in and has not. */
  missing: number;
  calculated: boolean;
}

/** The parts of a profile page; with `onlyMissing` what can be filled in and is not. */
export function profileParts({ groups }: Profile, onlyMissing: boolean): ProfilePart[] {
  return groups
    .map((group, index) => ({
      id: `part-${index + 1}`,
      name: group.name,
      facts: onlyMissing ? group.facts.filter(canBeFilled) : group.facts,
      missing: group.facts.filter(canBeFilled).length,
      calculated: isCalculated(group),
    }))
    .filter((part) => part.facts.length > 0);
}

/** What the tax authority had, of all that the consent lets the platform ask for. */
export function taxBroughtText({ groups, taxAuthorization: { covers } }: Profile): string {
  const brought = groups
    .flatMap((group) => group.facts)
    .filter((fact) => fact.source === 'TAX' && covers.includes(fact.label) && !isMissing(fact)).length;
  return brought === covers.length
    ? `已取得全部 ${brought} 项。`
    : `已取得 ${brought} 项，另外 ${covers.length - brought} 项数据源没有，可自行填报。`;
}

/** How it stands with tax data that was consented to and is not here. */
export const taxDueText = (due: NonNullable<Profile['taxAuthorization']['due']>) =>
  due === 'FETCHING'
    ? '已同意，正在取得涉税数据，取得后自动填入。'
    : '已同意，但数据源连续 3 天没有返回数据，涉税数据未取得。';
