import { ProblemError } from '../api/problem';

export interface FieldErrors {
  /** The errors of fields that the form shows, as form libraries take them. */
  fields: { name: (string | number)[]; errors: string[] }[];
  /** Whether nothing is left to be told. */
  complete: boolean;
}

/**
 * Splits a problem into what belongs to the form's fields and whether more is left; `shown` are their dotted names. An error at
 * one entry of a list stands at the list where the form has one field for all of it, and several errors of a field together.
 */
export function fieldErrors(
  error: unknown,
  shown: string[],
  rename: (field: string) => string = (field) => field,
): FieldErrors {
  const all = error instanceof ProblemError ? error.fields : [];
  const found = new Map<string, FieldErrors['fields'][number]>();
  let told = 0;
  for (const one of all) {
    const name = nearest(fieldPath(rename(one.field)), shown);
    if (!name) continue;
    told += 1;
    const at = found.get(name.join('.')) ?? { name, errors: [] };
    if (!at.errors.includes(one.message)) at.errors.push(one.message);
    found.set(name.join('.'), at);
  }
  return { fields: [...found.values()], complete: told > 0 && told === all.length };
}

/** The field itself, or the one that stands for the list in which it is. */
function nearest(name: (string | number)[], shown: string[]): (string | number)[] | undefined {
  if (shown.includes(name.join('.'))) return name;
  return typeof name.at(-1) === 'number' ? nearest(name.slice(0, -1), shown) : undefined;
}

/** "facts[2].value" as the form's path. */
export function fieldPath(field: string): (string | number)[] {
  return field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
