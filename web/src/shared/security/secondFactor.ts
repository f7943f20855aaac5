import { useQuery } from '@tanstack/react-query';
import { api } from '../api';

export const SECOND_FACTOR = ['second-factor'] as const;

/** What somebody proves that it is them by; the code is one of the second factor, where that is on. */
export interface Proofs {
  password: string;
  code?: string;
}

/** Of the app, or one that was kept for the day on which the phone is gone. */
const CODE = /^\s*(\d{6}|[A-Za-z0-9]{5}[- ]?[A-Za-z0-9]{5})\s*$/;

/** The rule of the field for that code, and its words, wherever it is asked for. */
export const CODE_RULES = [{ required: true, pattern: CODE, message: '请填写 6 位动态验证码或 10 位恢复码' }];
export const CODE_LABEL = '动态验证码或恢复码';
export const CODE_HINT = '身份验证器应用中显示的 6 位数字；手机不在身边时填写 10 位恢复码';

/** Whether the second factor of who is signed in is on. */
export function useSecondFactorOn(ask: boolean): boolean {
  const { data } = useQuery({
    queryKey: SECOND_FACTOR,
    queryFn: ({ signal }) => api.get('/api/auth/second-factor', { signal }),
    enabled: ask,
  });
  return data?.enabled ?? false;
}
