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

/** Has a code sent to the new phone, or to the one that the account has, and counts until the next may be asked for; `phone` is the new one as it stands in its field. */
export function usePhoneCode(onError: (error: unknown) => void, phone?: string) {
  const resend = useResend<string | undefined>(
    (to) => api.post('/api/auth/phone/codes', { body: to ? { phone: to } : {} }),
    onError,
    phone,
  );
  return { ...resend, send: (to?: string) => resend.send(to) };
}
