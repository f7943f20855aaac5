import { useCallback, useEffect, useRef, useState } from 'react';

const PREFIX = 'zq.draft.';

/** A draft as it was last saved on this machine, or undefined. */
export function readDraft<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps what a person types until it is submitted. `found` is the draft that was there when the form opened. Never hand
 * it identity numbers or passwords: drafts outlive the session.
 */
export function useDraft<T>(key: string) {
  const [found] = useState(() => readDraft<T>(key));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const save = useCallback(
    (value: T) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        try {
          localStorage.setItem(PREFIX + key, JSON.stringify(value));
        } catch {
          // Storage is full or switched off: the form works without a draft.
        }
      }, 400);
    },
    [key],
  );
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      // As above.
    }
  }, [key]);
  return { found, save, clear };
}
