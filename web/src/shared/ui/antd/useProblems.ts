import { App, type FormInstance } from 'antd';
import { useCallback } from 'react';
import { problemText, ProblemError } from '../../api/problem';

/**
 * The one place that tells a failed action: field errors go to their fields (and the first one gets the focus), all else
 * is one message, with the trace id where an operator needs it. 401 says nothing: the sign-in flow has started.
 * `rename` maps the server's field names to the form's where they differ.
 */
export function useProblems() {
  const { message } = App.useApp();
  return useCallback(
    (error: unknown, form?: FormInstance, rename: (field: string) => string = (field) => field): void => {
      if (error instanceof ProblemError && error.status === 401) return;
      if (form && error instanceof ProblemError && error.fields.length) {
        const onScreen = new Set(form.getFieldsError().map((one) => one.name.join('.')));
        const mine = error.fields
          .map((one) => ({ field: rename(one.field), message: one.message }))
          .filter((one) => onScreen.has(one.field));
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

/** "facts[2].value" as the form's path. */
function path(field: string): (string | number)[] {
  return field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
