import type { FormInstance } from 'antd';
import { useMistakes } from '../useErrorSummary';

/** The mistakes of an antd form above itself; `prefix` is the form's `name`, which antd puts before the ids of its fields. */
export function useErrorSummary<Values>(form: FormInstance<Values>, prefix?: string) {
  return useMistakes((name) => form.scrollToField(name as never, { block: 'center', focus: true }), prefix);
}
