import { ProblemError } from '../api/problem';

export interface FieldErrors {
  /** The errors of fields that the form shows, as form libraries take them. */
  fields: { name: (string | number)[]; errors: string[] }[];
  /** Whether nothing is left to be told. */
  complete: boolean;
}

/** Splits a problem into what belongs to the form's fields and whether more is left; `shown` are their dotted names. */
export function fieldErrors(
  error: unknown,
  shown: string[],
  rename: (field: string) => string = (field) => field,
): FieldErrors {
  const all = error instanceof ProblemError ? error.fields : [];
  const fields = all
    .map((one) => ({ name: path(rename(one.field)), errors: [one.message] }))
    .filter((one) => shown.includes(one.name.join('.')));
  return { fields, complete: fields.length > 0 && fields.length === all.length };
}

/** "facts[2].value" as the form's path. */
function path(field: string): (string | number)[] {
  return field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
