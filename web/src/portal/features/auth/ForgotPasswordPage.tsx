import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { api, isProblem } from '@/shared/api';
import { withProof } from '@/shared/security';
import { ErrorSummary, PASSWORD_RULE, passwordProblem } from '@/shared/ui';
import { TextField } from '../../ui';
import { AuthFrame } from './AuthFrame';
import css from './AuthFrame.module.css';
import { carryPhone } from './carriedPhone';
import { Refused } from './Refused';
import { SmsCode, smsMistakes } from './SmsCode';
import { WorkButton } from './WorkButton';

/** 忘记密码: whoever has the phone of the account sets another. */
export default function ForgotPasswordPage() {
  const [sms, setSms] = useState({ phone: '', code: '' });
  const [password, setPassword] = useState('');
  const [attempt, setAttempt] = useState(0);
  const box = useRef<HTMLFormElement>(null);
  const [working, setWorking] = useState(false);
  const reset = useMutation({
    mutationFn: () =>
      withProof(
        (proof) =>
          api.post('/api/auth/password-resets', {
            body: { ...sms, newPassword: password, proof },
            keep401: true,
          }),
        setWorking,
      ),
    onError: () => setAttempt((last) => last + 1),
  });
  const refused = isProblem(reset.error)
    ? reset.error.fields.find((one) => one.field === 'newPassword')?.message
    : undefined;
  const wrong = {
    ...smsMistakes(sms),
    ...(!password && { password: '请填写新密码' }),
    ...(password && passwordProblem(password) && { password: passwordProblem(password) }),
  };
  const shown = { ...(refused && { password: refused }), ...(attempt && wrong) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!Object.keys(wrong).length) reset.mutate();
  };

  if (reset.isSuccess) {
    return (
      <AuthFrame title="密码已重置" intro="已登录的设备都已退出">
        <p className={css.foot}>
          <Link to="/sign-in" onClick={() => carryPhone(sms.phone)}>
            用新密码登录
          </Link>
        </p>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title="忘记密码" intro="通过账号的手机号重新设置">
      <form ref={box} className={css.form} onSubmit={submit} noValidate>
        <ErrorSummary
          attempt={attempt}
          mistakes={(['phone', 'code', 'password'] as const).flatMap((field) => {
            const text = shown[field];
            const go = () => (box.current?.elements.namedItem(field) as HTMLInputElement | null)?.focus();
            return text ? [{ key: field, text, go }] : [];
          })}
        />
        <SmsCode
          purpose="PASSWORD_RESET"
          value={sms}
          onChange={setSms}
          errors={shown}
          refused={reset.error}
          onAsk={reset.reset}
        />
        <TextField
          label="新密码"
          name="password"
          type="password"
          autoComplete="new-password"
          maxLength={64}
          hint={PASSWORD_RULE}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={shown.password}
        />
        {!refused && <Refused error={reset.error} bySms />}
        <WorkButton
          text="重置密码"
          busyText="正在保存"
          busy={reset.isPending}
          working={working}
          guessed="验证码"
        />
      </form>
      <p className={css.foot}>
        <Link to="/sign-in">返回登录</Link>
      </p>
    </AuthFrame>
  );
}
