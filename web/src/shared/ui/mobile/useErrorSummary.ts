import { fieldId, useMistakes, type FieldName } from '../useErrorSummary';

/** The mistakes of an antd-mobile form above itself. */
export const useErrorSummary = () => useMistakes(goToField);

/** antd-mobile's forms cannot bring a field into view, and its groups of choices carry no id. */
function goToField(name: FieldName): void {
  const id = fieldId(name);
  const field =
    document.getElementById(id) ??
    document
      .querySelector(`label[for="${CSS.escape(id)}"]`)
      ?.closest('.adm-form-item')
      ?.querySelector<HTMLElement>('input, textarea, button');
  field?.scrollIntoView?.({ block: 'center' });
  field?.focus({ preventScroll: true });
}
