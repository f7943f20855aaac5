import { Toast } from 'antd-mobile';
import { useCallback, useEffect } from 'react';
import { onceAnswered } from '../../api/client';
import { isProblem, NETWORK, problemText, ProblemError } from '../../api/problem';
import { fieldErrors, type FieldErrors } from '../fieldErrors';
import { tell } from './Question';
import { FAILURE } from './Told';

interface FieldSink {
  getFieldsError: () => { name: (string | number)[] }[];
  setFields: (fields: FieldErrors['fields']) => void;
}

/**
 * Tells a failed action once: field errors at their fields, business errors as a toast, server failures as a dialog
 * that keeps the trace id on screen. 401 says nothing: the sign-in flow has started.
 */
export function useProblems() {
  useEffect(watchMistakes, []);
  return useCallback((error: unknown, form?: FieldSink, rename?: (field: string) => string): void => {
    if (error instanceof ProblemError && error.status === 401) return;
    if (form) {
      const shown = form.getFieldsError().map((one) => one.name.join('.'));
      const { fields, complete } = fieldErrors(error, shown, rename);
      if (fields.length) showFieldErrors(form, fields);
      if (complete) return;
    }
    if (error instanceof ProblemError && error.status >= 500) {
      void tell({ title: '操作没有成功', content: problemText(error), confirmText: '知道了' });
      return;
    }
    const toast = Toast.show({ content: problemText(error), duration: 3000, maskClassName: FAILURE });
    // It would be untrue as soon as a retry has succeeded.
    if (isProblem(error, NETWORK)) onceAnswered(() => toast.close());
  }, []);
}

const MISTAKE = '.adm-form-item-feedback-error';

/** Sets errors at fields and brings the first of them into view, which antd-mobile's forms do not. */
export function showFieldErrors(form: Pick<FieldSink, 'setFields'>, fields: FieldErrors['fields']): void {
  form.setFields(fields);
  requestAnimationFrame(() => document.querySelector(MISTAKE)?.scrollIntoView?.({ block: 'center' }));
}

let watched: HTMLElement | undefined;
let tied = 0;

/** antd-mobile shows a mistake below its field and a name above its choices, and does not say that they belong together: to who cannot see it this does, from the first form on. */
function watchMistakes(): void {
  const { body } = document;
  if (watched === body) return;
  watched = body;
  new MutationObserver(() => tie(body)).observe(body, { childList: true, subtree: true });
  tie(body);
}

function tie(page: HTMLElement): void {
  for (const item of page.querySelectorAll('.adm-form-item')) {
    nameChoices(item);
    const field = item.querySelector('input, textarea');
    const mistake = item.querySelector(MISTAKE);
    if (!field) continue;
    if (mistake) {
      mistake.id ||= `mistake-${++tied}`;
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', mistake.id);
    } else if (field.getAttribute('aria-describedby')?.startsWith('mistake-')) {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    }
  }
}

function nameChoices(item: Element): void {
  const name = item.querySelector('.adm-form-item-label');
  const group = item.querySelector('.adm-form-item-child-inner');
  const first = group?.querySelector('.adm-radio, .adm-checkbox');
  if (!name || !group || !first) return;
  name.id ||= `choices-${++tied}`;
  group.setAttribute('role', first.matches('.adm-radio') ? 'radiogroup' : 'group');
  group.setAttribute('aria-labelledby', name.id);
}
