import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { api, isProblem, ProblemError, useNewMessage, type DynamicCode } from '@/shared/api';
import { secondsLeft } from '@/shared/ui';
import { OWN_CODE, tellsOfScan } from './ownCode';

/** A code with this many seconds left is replaced: whoever has just begun to scan it still succeeds. */
const REFRESH_BEFORE = 5;

/** Milliseconds until what could not be fetched is asked for again. */
const TRY_AGAIN_AFTER = 5_000;

/** The network, or the platform for a moment. Who asks too often is not to ask by himself. */
const passes = (error: unknown) => error instanceof ProblemError && error.retryable && error.status !== 429;

interface State {
  code?: DynamicCode;
  /** Whole seconds that the code is still good for. */
  left: number;
  error?: unknown;
}

/**
 * The code that changes: fetched anew shortly before it expires and as soon as it was scanned, and not at all while nobody
 * looks (hidden tab), so that no codes are made for nothing. A lost network is tried again by itself: at a counter one shows a code. After a refusal it
 * waits for `again`.
 */
export function useDynamicCode() {
  const queries = useQueryClient();
  const [state, setState] = useState<State>({ left: 0 });
  const [attempt, setAttempt] = useState(0);
  // That the code before this one was scanned, until the next one takes its place in the usual way.
  const [scanned, setScanned] = useState(false);
  const renewed = useEffectEvent(() => setScanned(false));
  const refused = useEffectEvent((error: unknown) => {
    // The page says better than an error what became of the code.
    if (isProblem(error, 'CODE_FROZEN') || isProblem(error, 'CODE_REVOKED'))
      void queries.invalidateQueries({ queryKey: OWN_CODE });
  });

  useEffect(() => {
    // Kept beside React: a timer must see at once what the one before it did.
    let code: DynamicCode | undefined;
    // Server time minus this machine's, in milliseconds: phones and office PCs are minutes off.
    let skew = 0;
    let idle = true;
    let notBefore = 0;
    let ended = false;

    const load = async () => {
      idle = false;
      const first = !code;
      try {
        code = await api.post('/api/code/my/code/dynamic');
        skew = Date.parse(code.issuedAt) - Date.now();
        idle = true;
        if (ended) return;
        setState({ code, left: secondsLeft(code.expiresAt, Date.now(), skew) });
        if (!first) renewed();
      } catch (error) {
        if (ended) return;
        const left = code ? secondsLeft(code.expiresAt, Date.now(), skew) : 0;
        if (passes(error)) {
          notBefore = Date.now() + TRY_AGAIN_AFTER;
          idle = true;
        }
        // What was fetched before is shown as long as it is good.
        setState(idle && left > 0 ? { code, left } : { code, left: 0, error });
        refused(error);
      }
    };
    const tick = () => {
      if (document.hidden || !idle) return;
      const left = code ? secondsLeft(code.expiresAt, Date.now(), skew) : 0;
      if (left <= REFRESH_BEFORE && Date.now() >= notBefore) void load();
      else setState((shown) => (shown.left === left || shown.error ? shown : { ...shown, left }));
    };
    const online = () => {
      notBefore = 0;
      tick();
    };

    const first = setTimeout(tick, 0);
    const timer = setInterval(tick, 500);
    document.addEventListener('visibilitychange', tick);
    addEventListener('online', online);
    return () => {
      ended = true;
      clearTimeout(first);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
      removeEventListener('online', online);
    };
  }, [attempt]);

  // The code on the screen is worth nothing from now on.
  const anew = (because: { scanned: boolean }) => {
    setScanned(because.scanned);
    setState({ left: 0 });
    setAttempt((count) => count + 1);
  };
  useNewMessage((message) => {
    if (tellsOfScan(message)) anew({ scanned: true });
  });

  return { ...state, scanned, again: () => anew({ scanned: false }) };
}
