import { useState } from 'react';
import { ErrorSummary, type Mistake } from './ErrorSummary';

export type FieldName = (string | number)[];

interface Failure {
  errorFields: { name: unknown; errors: string[] }[];
}

/** The id that a form library gives to a field. */
export const fieldId = (name: FieldName, prefix?: string) =>
  [prefix, ...name].filter((part) => part !== undefined).join('_');

/**
 * What a form is told to show its mistakes above itself: spread `formProps` on the form, put `summary` above its fields.
 * `go` brings a field into view and puts the cursor into it; `prefix` is the form's name, if it has one. `tell` shows those
 * that the server found, in the same way.
 */
export function useMistakes(go: (name: FieldName) => void, prefix?: string) {
  const [failed, setFailed] = useState<{ attempt: number; mistakes: Mistake[] }>({
    attempt: 0,
    mistakes: [],
  });
  const mistakeOf = (name: FieldName, message: string): Mistake => {
    const id = fieldId(name, prefix);
    const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent;
    // The unit behind a name is not said in a sentence: "请填写申请金额" is about 申请金额（万元）.
    const named = label && !message.includes(label.replace(/（[^）]*）$/, ''));
    return { key: id, text: named ? `${label}：${message}` : message, go: () => go(name) };
  };
  const tell = (errorFields: Failure['errorFields']) =>
    setFailed(({ attempt }) => ({
      attempt: attempt + 1,
      mistakes: errorFields.map((field) => mistakeOf(field.name as FieldName, field.errors[0] ?? '')),
    }));
  const formProps = {
    onFinishFailed: ({ errorFields }: Failure) => tell(errorFields),
    // What has been put right leaves the list.
    onFieldsChange: (_changed: unknown, all: { name?: unknown; errors?: string[] }[]) => {
      if (!failed.mistakes.length) return;
      const wrong = new Set(
        all.filter((field) => field.errors?.length).map((field) => fieldId(field.name as FieldName, prefix)),
      );
      setFailed(({ attempt, mistakes }) => ({
        attempt,
        mistakes: mistakes.filter((mistake) => wrong.has(mistake.key)),
      }));
    },
  };
  return { formProps, tell, summary: <ErrorSummary mistakes={failed.mistakes} attempt={failed.attempt} /> };
}
