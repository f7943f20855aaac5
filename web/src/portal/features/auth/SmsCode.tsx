import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, isProblem } from '@/shared/api';
import { PHONE } from '@/shared/ui';
import { Button, Notice, TextField } from '../../ui';
import css from './AuthFrame.module.css';
import { refusal } from './refusal';

interface SmsFields {
  phone: string;
  code: string;
}

/** What is wrong with a phone and the code that was sent to it, field by field. */
export function smsMistakes({ phone, code }: SmsFields): Partial<SmsFields> {
  return {
    ...(PHONE.test(phone) ? {} : { phone: '请填写 11 位手机号' }),
    ...(/^\d{6}$/.test(code) ? {} : { code: '请填写短信中的 6 位数字' }),
  };
}

/** A phone, a button that has a code sent to it, and the code. */
export function SmsCode({
  purpose,
  value,
  onChange,
  errors,
}: {
  purpose: 'SIGN_IN' | 'PASSWORD_RESET' | 'REGISTRATION';
  value: SmsFields;
  onChange: (value: SmsFields) => void;
  errors: Partial<SmsFields>;
}) {
  const [wait, setWait] = useCountdown();
  const [unready, setUnready] = useState(false);
  const ask = useMutation({
    mutationFn: () =>
      api.post('/api/auth/sms-codes', { body: { phone: value.phone, purpose }, keep401: true }),
    onSuccess: ({ retryAfterSeconds }) => setWait(retryAfterSeconds),
    onError: (error) => {
      const seconds = isProblem(error) ? error.problem.retryAfterSeconds : undefined;
      if (typeof seconds === 'number' && seconds <= 60) setWait(seconds);
    },
  });
  const send = () => {
    const ready = PHONE.test(value.phone);
    setUnready(!ready);
    if (ready) ask.mutate();
  };
  return (
    <>
      {ask.error && <Notice tone="bad">{refusal(ask.error)}</Notice>}
      <TextField
        label="手机号"
        name="phone"
        type="tel"
        inputMode="numeric"
        autoComplete="tel-national"
        maxLength={11}
        value={value.phone}
        onChange={(event) => onChange({ ...value, phone: event.target.value.replace(/\D/g, '') })}
        error={errors.phone ?? (unready && !PHONE.test(value.phone) ? '请填写 11 位手机号' : undefined)}
      />
      <div className={css.code}>
        <TextField
          label="短信验证码"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={value.code}
          onChange={(event) => onChange({ ...value, code: event.target.value.replace(/\D/g, '') })}
          error={errors.code}
        />
        <Button look="outline" onClick={send} disabled={ask.isPending || wait > 0}>
          {wait > 0 ? `${wait} 秒后可重发` : ask.isSuccess ? '重新获取' : '获取验证码'}
        </Button>
      </div>
      <p role="status" className={css.sent}>
        {ask.isSuccess &&
          (purpose === 'REGISTRATION'
            ? '验证码已发送，5 分钟内有效。'
            : '如果该手机号已注册，验证码已发送，5 分钟内有效。')}
      </p>
    </>
  );
}

/** Seconds left until something may be done again. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const tick = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(tick);
  }, [left]);
  return [left, setLeft];
}
