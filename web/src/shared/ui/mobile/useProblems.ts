import { Dialog, Toast } from 'antd-mobile';
import { useCallback } from 'react';
import { problemText, ProblemError } from '../../api/problem';

interface FieldSink {
  setFields: (fields: { name: (string | number)[]; errors: string[] }[]) => void;
  scrollToField?: (name: (string | number)[]) => void;
}

/**
 * Tells a failed action once: field errors at their fields, business errors as a toast, server failures as a dialog
 * that keeps the trace id on screen. 401 says nothing: the sign-in flow has started.
 */
export function useProblems() {
  return useCallback((error: unknown, form?: FieldSink): void => {
    if (error instanceof ProblemError && error.status === 401) return;
    if (form && error instanceof ProblemError && error.fields.length) {
      const fields = error.fields.map((one) => ({ name: one.field.split('.'), errors: [one.message] }));
      form.setFields(fields);
      form.scrollToField?.(fields[0]!.name);
      return;
    }
    if (error instanceof ProblemError && error.status >= 500) {
      void Dialog.alert({ title: '操作没有成功', content: problemText(error), confirmText: '知道了' });
      return;
    }
    Toast.show({ content: problemText(error), duration: 3000 });
  }, []);
}
