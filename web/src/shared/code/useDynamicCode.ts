import { useEffect, useEffectEvent, useState } from 'react';
import { api, type DynamicCode } from '@/shared/api';
import { secondsLeft } from '@/shared/ui';

/** A code with this many seconds left is replaced: whoever has just begun to scan it still succeeds. */
export const REFRESH_BEFORE = 5;

interface Shown {
  code: DynamicCode;
  /** Server time minus this machine's, in milliseconds: phones and office PCs are minutes off. */
  skew: number;
}

/**
 * The code that changes: fetched anew shortly before it expires, and not at all while nobody looks (hidden tab), so that
 * no codes are made for nothing.
 */
export function useDynamicCode() {
  const [shown, setShown] = useState<Shown>();
  const [error, setError] = useState<unknown>();
  const [left, setLeft] = useState(0);
  const [busy, setBusy] = useState(false);

  const load = useEffectEvent(async () => {
    if (busy) return;
    setBusy(true);
    try {
      const code = await api.post<DynamicCode>('/api/code/my/code/dynamic');
      const skew = Date.parse(code.issuedAt) - Date.now();
      setShown({ code, skew });
      setLeft(secondsLeft(code.expiresAt, Date.now(), skew));
      setError(undefined);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  });

  const tick = useEffectEvent(() => {
    if (document.hidden) return;
    const seconds = shown ? secondsLeft(shown.code.expiresAt, Date.now(), shown.skew) : 0;
    setLeft(seconds);
    if (seconds <= REFRESH_BEFORE && !error) void load();
  });

  useEffect(() => {
    // The first code is fetched from a timer like all others: an effect itself must not set state.
    const first = setTimeout(() => tick(), 0);
    const timer = setInterval(() => tick(), 500);
    const seen = () => tick();
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, []);

  return { code: shown?.code, left, error, busy, again: () => setError(undefined) };
}
