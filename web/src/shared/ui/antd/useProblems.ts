import { App, type FormInstance } from 'antd';
import { useCallback } from 'react';
import { onceAnswered } from '../../api/client';
import { isProblem, NETWORK, problemText, ProblemError } from '../../api/problem';
import { fieldErrors } from '../fieldErrors';

/** Whether a path is among what has changed. */
function isAmong(changed: unknown, name: (string | number)[]): boolean {
  let at: unknown = changed;
  for (const key of name) {
    if (typeof at !== 'object' || at === null || !(key in at)) return false;
    at = (at as Record<string | number, unknown>)[key];
  }
  return true;
}

/**
 * What was refused of a field is not said of what now stands in it. antd judges a changed field again by its own rules only, and
 * most of what the server refuses has none.
 */
export function forgetRefusals(form: FormInstance, changed: unknown): void {
  const put = form.getFieldsError().filter(({ name, errors }) => errors.length && isAmong(changed, name));
  if (put.length) form.setFields(put.map(({ name }) => ({ name, errors: [] })));
}

/**
 * The one place that tells a failed action: field errors go to their fields (and the first one gets the focus), all else
 * is one message, with the trace id where an operator needs it. 401 says nothing: the sign-in flow has started.
 * `rename` maps the server's field names to the form's where they differ.
 */
export function useProblems() {
  const { message } = App.useApp();
  return useCallback(
    (error: unknown, form?: FormInstance, rename?: (field: string) => string): void => {
      if (error instanceof ProblemError && error.status === 401) return;
      if (form) {
        const shown = form.getFieldsError().map((one) => one.name.join('.'));
        const { fields, complete } = fieldErrors(error, shown, rename);
        if (fields.length) {
          form.setFields(fields);
          form.scrollToField(fields[0]!.name, { behavior: 'instant', block: 'center', focus: true });
        }
        if (complete) return;
      }
      const close = message.error(problemText(error));
      // It would be untrue as soon as a retry has succeeded.
      if (isProblem(error, NETWORK)) onceAnswered(close);
    },
    [message],
  );
}
