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
  'SIGNED_OUT',
  'SIGNED_OUT_ELSEWHERE',
  'SIGNED_OUT_BY_APP',
  'SIGNED_OUT_IDLE',
  'SIGNED_OUT_BY_TIME',
  'SIGNED_OUT_BY_CHANGE',
  'SIGNED_OUT_BY_STAFF',
] as const;

export const SIGN_IN_WAYS = [
  'PASSWORD',
  'SMS_CODE',
  'WECHAT',
  'PASSKEY',
  'PROVIDER',
  'PASSWORD_RESET',
] as const;

type SignInResult = (typeof SIGN_IN_RESULTS)[number];

/** The end of a sign-in, not an attempt at one. */
const isSignOut = (result: SignInResult) => result.startsWith('SIGNED_OUT');

export function toneOfSignIn(result: SignInResult): Tone {
  if (result === 'SUCCESS') return 'good';
  if (isSignOut(result)) return 'quiet';
  return result === 'SECOND_FACTOR_ASKED' ? 'wait' : 'bad';
}
