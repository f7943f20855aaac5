import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { isProblem } from '../api/problem';

/** The longest that a button counts down; what takes longer is told in words. */
const LONGEST = 60;

/**
 * A button that has a code sent: from the first click on it is off until the answer is there, then it counts down until it may be
 * clicked again. Who corrects where it goes does not wait for what went elsewhere.
 *
 * @param current where it would go now; without it all waits alike
 */
export function useResend<T>(
  ask: (to: T) => Promise<{ retryAfterSeconds: number }>,
  onError?: (error: unknown) => void,
  current?: T,
) {
  const [left, setLeft] = useState({ to: current, seconds: 0 });
  const wait = current === undefined || left.to === current ? left.seconds : 0;
  // The second click of a double click comes before the button is drawn anew.
  const asking = useRef(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (left.seconds <= 0) return;
    const tick = setTimeout(() => setLeft({ ...left, seconds: left.seconds - 1 }), 1000);
    return () => clearTimeout(tick);
  }, [left]);
  const sending = useMutation({
    mutationFn: ask,
    onSuccess: ({ retryAfterSeconds }, to) => setLeft({ to, seconds: retryAfterSeconds }),
    onError: (error, to) => {
      const seconds = isProblem(error) ? error.problem.retryAfterSeconds : undefined;
      if (typeof seconds === 'number' && seconds <= LONGEST) setLeft({ to, seconds });
      onError?.(error);
    },
    onSettled: () => {
      asking.current = false;
      setBusy(false);
    },
  });
  return {
    send: (to: T) => {
      if (asking.current || wait > 0) return;
      asking.current = true;
      setBusy(true);
      sending.mutate(to);
    },
    busy: busy || wait > 0,
    text: busy ? '正在发送' : wait > 0 ? `${wait} 秒后可重发` : sending.isSuccess ? '重新获取' : '获取验证码',
    sent: sending.isSuccess && (current === undefined || sending.variables === current),
    error: sending.error,
  };
}
