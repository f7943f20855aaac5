import { App, type FormInstance } from 'antd';
import { useCallback } from 'react';
import { onceAnswered } from '../../api/client';
import { isProblem, NETWORK, problemText, ProblemError } from '../../api/problem';
import { fieldErrors } from '../fieldErrors';

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
