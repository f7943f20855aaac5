import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { newIdempotencyKey } from './client';
import { isProblem } from './problem';

/**
 * Submits a form, or takes any step that must not be taken twice, under one `Idempotency-Key` until it has succeeded. A
 * try whose answer was lost may have been carried out: the next one must carry the same key, so that the server gives
 * the stored answer instead of "already exists". Refused tries store nothing, so the key serves for the corrected form
 * as well; only where the server says that the key belongs to another form is a new one taken. Where one page decides
 * on many cases, `about` names the case and the step, and each keeps a key of its own. Asked again by `mutate` while it is
 * under way, as by a double click, it does nothing: there would be two answers to show.
 */
export function useSubmit<Form, Answer>(
  send: (form: Form, idempotencyKey: string) => Promise<Answer>,
  then: {
    onSuccess?: (answer: Answer, form: Form) => void;
    onError?: (error: Error, form: Form) => void;
    onSettled?: () => unknown;
    about?: (form: Form) => string;
  },
) {
  const keys = useRef(new Map<string, string>());
  const about = then.about ?? (() => '');
  const keyOf = (form: Form) => {
    const key = keys.current.get(about(form)) ?? newIdempotencyKey();
    keys.current.set(about(form), key);
    return key;
  };
  const underWay = useRef(new Set<string>());
  const mutation = useMutation({
    mutationFn: (form: Form) => send(form, keyOf(form)),
    onSuccess: (answer, form) => {
      keys.current.delete(about(form));
      then.onSuccess?.(answer, form);
    },
    onError: (error, form) => {
      if (isProblem(error, 'IDEMPOTENCY_KEY_REUSED')) keys.current.delete(about(form));
      then.onError?.(error, form);
    },
    onSettled: (_answer, _error, form) => {
      underWay.current.delete(about(form));
      return then.onSettled?.();
    },
  });
  const mutate: typeof mutation.mutate = (...call) => {
    const step = about(call[0] as Form);
    if (underWay.current.has(step)) return;
    underWay.current.add(step);
    mutation.mutate(...call);
  };
  return { ...mutation, mutate };
}

/** For a step that a page takes by itself: the same key as long as it asks for the same, until that has succeeded. */
export function useKeyOf<Asked>(): { of: (asked: Asked) => string; done: () => void } {
  const last = useRef<{ asked: string; key: string }>(undefined);
  return {
    of: (asked) => {
      const text = JSON.stringify(asked);
      if (last.current?.asked !== text) last.current = { asked: text, key: newIdempotencyKey() };
      return last.current.key;
    },
    done: () => {
      last.current = undefined;
    },
  };
}
