import { useEffect, useState } from 'react';
import { api, type DynamicCode } from '@/shared/api';
import { secondsLeft } from '@/shared/ui';

/** A code with this many seconds left is replaced: whoever has just begun to scan it still succeeds. */
const REFRESH_BEFORE = 5;

interface State {
  code?: DynamicCode;
  /** Whole seconds that the code is still good for. */
  left: number;
  error?: unknown;
}

/**
 * The code that changes: fetched anew shortly before it expires, and not at all while nobody looks (hidden tab), so that
 * no codes are made for nothing. After a failure it waits for `again`.
 */
export function useDynamicCode() {
  const [state, setState] = useState<State>({ left: 0 });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    // Kept beside React: a timer must see at once what the one before it did.
    let code: DynamicCode | undefined;
    // Server time minus this machine's, in milliseconds: phones and office PCs are minutes off.
    let skew = 0;
    let idle = true;
    let ended = false;

    const load = async () => {
      idle = false;
      try {
        code = await api.post('/api/code/my/code/dynamic');
        skew = Date.parse(code.issuedAt) - Date.now();
        idle = true;
        if (!ended) setState({ code, left: secondsLeft(code.expiresAt, Date.now(), skew) });
      } catch (error) {
        if (!ended) setState({ code, left: 0, error });
      }
    };
    const tick = () => {
      if (document.hidden || !idle) return;
      const left = code ? secondsLeft(code.expiresAt, Date.now(), skew) : 0;
      if (left <= REFRESH_BEFORE) void load();
      else setState((shown) => (shown.left === left ? shown : { ...shown, left }));
    };

    const first = setTimeout(tick, 0);
    const timer = setInterval(tick, 500);
    document.addEventListener('visibilitychange', tick);
    return () => {
      ended = true;
      clearTimeout(first);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [attempt]);

  return {
    ...state,
    again: () => {
      setState({ left: 0 });
      setAttempt((count) => count + 1);
    },
  };
}
