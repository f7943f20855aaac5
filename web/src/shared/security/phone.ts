import { api } from '../api';
import { useResend } from '../ui/useResend';

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
  const resend = useResend(
    (phone: string | undefined) => api.post('/api/auth/phone/codes', { body: phone ? { phone } : {} }),
    onError,
  );
  return { ...resend, send: (phone?: string) => resend.send(phone) };
}
