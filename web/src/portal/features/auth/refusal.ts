import { isProblem, problemText } from '@/shared/api';

/**
 * What the visitor can do about a sign-in that was refused, in words.
 *
 * @param bySms what was typed was a code in a text message: after so many tries, and minutes, that one is worth nothing any more
 */
export function refusal(error: unknown, bySms = false): string {
  if (!isProblem(error)) return problemText(error);
  const { remainingAttempts, retryAfterSeconds } = error.problem;
  if (typeof remainingAttempts === 'number' && remainingAttempts > 0) {
    if (error.code === 'BAD_CREDENTIALS') return `账号或密码不正确，还可以再试 ${remainingAttempts} 次`;
    if (error.code === 'SMS_CODE_WRONG') return `验证码不正确或已失效，还可以再试 ${remainingAttempts} 次`;
    if (error.code === 'SECOND_FACTOR_WRONG') return `验证码不正确，还可以再试 ${remainingAttempts} 次`;
  }
  if (error.code === 'ACCOUNT_LOCKED' && typeof retryAfterSeconds === 'number') {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    return bySms
      ? `多次输入有误，已暂时锁定，请 ${minutes} 分钟后重新获取验证码再试`
      : `多次输入有误，已暂时锁定，请 ${minutes} 分钟后再试`;
  }
  return problemText(error);
}
