import { App, type FormInstance } from 'antd';
import { useCallback } from 'react';
import { problemText, ProblemError } from '../../api/problem';

/**
 * The one place that tells a failed action: field errors go to their fields (and the first one gets the focus), all else
 * is one message, with the trace id where an operator needs it. 401 says nothing: the sign-in flow has started.
 */
export function useProblems() {
  const { message } = App.useApp();
  return useCallback(
    (error: unknown, form?: FormInstance): void => {
      if (error instanceof ProblemError && error.status === 401) return;
      if (form && error instanceof ProblemError && error.fields.length) {
        const known = new Set(Object.keys(flatten(form.getFieldsValue(true))).concat(fieldNames(form)));
        const mine = error.fields.filter(
          (one) => known.has(one.field) || known.has(one.field.split('.')[0] ?? ''),
        );
        if (mine.length) {
          form.setFields(mine.map((one) => ({ name: path(one.field), errors: [one.message] })));
          form.scrollToField(path(mine[0]!.field), { behavior: 'instant', block: 'center', focus: true });
          if (mine.length === error.fields.length) return;
        }
      }
      void message.error(problemText(error));
    },
    [message],
  );
}

function path(field: string): (string | number)[] {
  return field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function fieldNames(form: FormInstance): string[] {
  return form.getFieldsError().map((one) => one.name.join('.'));
}

function flatten(values: object, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value &&
      typeof value === 'object' &&
      !Array.isArray(value) &&
      Object.getPrototypeOf(value) === Object.prototype
        ? Object.entries(flatten(value as object, `${prefix}${key}.`))
        : [[prefix + key, value]],
    ),
  );
}
