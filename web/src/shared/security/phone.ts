import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, isProblem } from '../api';

export interface NewPhone {
  /** In place of the password: the code that came to the old phone. */
  password?: string;
  oldCode?: string;
  phone: string;
  code: string;
}

export function changePhone(change: NewPhone): Promise<void> {
  return api.put('/api/auth/phone', { body: change });
}

/** Has a code sent to the new phone, or to the one that the account has, and counts until the next may be asked for. */
export function usePhoneCode(onError: (error: unknown) => void) {
  const [wait, setWait] = useState(0);
  useEffect(() => {
    if (wait <= 0) return;
    const tick = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(tick);
  }, [wait]);
  const ask = useMutation({
    mutationFn: (phone?: string) => api.post('/api/auth/phone/codes', { body: phone ? { phone } : {} }),
    onSuccess: ({ retryAfterSeconds }) => setWait(retryAfterSeconds),
    onError: (error) => {
      const seconds = isProblem(error) ? error.problem.retryAfterSeconds : undefined;
      if (typeof seconds === 'number' && seconds <= 60) setWait(seconds);
      onError(error);
    },
  });
  return {
    send: (phone?: string) => ask.mutate(phone),
    busy: ask.isPending || wait > 0,
    text: wait > 0 ? `${wait} 秒后可重发` : ask.isSuccess ? '重新获取' : '获取验证码',
  };
}
