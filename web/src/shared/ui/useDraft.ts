import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { draftKey } from '../api/drafts';
import { ME } from '../api/session';
import type { Me } from '../api/types';

/** A draft as it was last saved on this machine, or undefined. */
function readDraft<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(key);
    return text ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps what a person types until it is submitted or they sign out. `found` is the draft that was there when the form
 * opened, of the same account. Never hand it identity numbers or passwords: drafts outlive the session.
 *
 * @param name undefined: nothing is kept
 */
export function useDraft<T>(name: string | undefined) {
  const queries = useQueryClient();
  // The account that the form was opened for.
  const [account] = useState(() => queries.getQueryData<Me | null>(ME)?.accountId);
  const key = account && name && draftKey(account, name);
  const [found] = useState(() => (key ? readDraft<T>(key) : undefined));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  /** At once: what is sent now may not come through, and the page may be gone then. */
  const saveNow = useCallback(
    (value: T) => {
      clearTimeout(timer.current);
      // Who has just signed out leaves nothing behind.
      if (!key || queries.getQueryData<Me | null>(ME)?.accountId !== account) return;
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Storage is full or switched off: the form works without a draft.
      }
    },
    [queries, account, key],
  );
  const save = useCallback(
    (value: T) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => saveNow(value), 400);
    },
    [saveNow],
  );
  /** What is kept by now, for a form that opens again later. */
  const find = useCallback(() => (key ? readDraft<T>(key) : undefined), [key]);
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    try {
      if (key) localStorage.removeItem(key);
    } catch {
      // As above.
    }
  }, [key]);
  return { found, find, save, saveNow, clear };
}
