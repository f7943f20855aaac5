import type { Tone } from '@/shared/ui';

export const SIGN_IN_RESULTS = [
  'SUCCESS',
  'SECOND_FACTOR_ASKED',
  'BAD_CREDENTIALS',
  'BAD_SMS_CODE',
  'PHONE_UNVERIFIED',
  'BAD_CODE',
  'BAD_PASSKEY',
  'PROVIDER_FAILED',
  'LOCKED',
  'DISABLED',
  'UNAVAILABLE',
] as const;

export type SignInResult = (typeof SIGN_IN_RESULTS)[number];

/** The person was not let in, whatever the reason. */
export const FAILED_SIGN_INS = SIGN_IN_RESULTS.slice(2) as SignInResult[];

export function toneOfSignIn(result: SignInResult): Tone {
  if (result === 'SUCCESS') return 'good';
  return result === 'SECOND_FACTOR_ASKED' ? 'wait' : 'bad';
}
