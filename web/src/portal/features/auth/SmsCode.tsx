import { useEffect, useRef, useState } from 'react';
import { api } from '@/shared/api';
import { PHONE, useResend } from '@/shared/ui';
import { Button, Notice, TextField } from '../../ui';
import css from './AuthFrame.module.css';
import { refusal } from './refusal';
import { isWrongCode } from './Refused';

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

const digits = (text: string) => text.replace(/\D/g, '');

/** Also one that comes from elsewhere with blanks or the number of the country: a limit on the field itself would cut digits off. */
const phoneTyped = (text: string) =>
  digits(text)
    .replace(/^86(?=1\d{10}$)/, '')
    .slice(0, 11);

/** A phone, a button that has a code sent to it, and the code. */
export function SmsCode({
  purpose,
  value,
  onChange,
  errors,
  refused,
  onAsk,
}: {
  purpose: 'SIGN_IN' | 'PASSWORD_RESET' | 'REGISTRATION';
  value: SmsFields;
  onChange: (value: SmsFields) => void;
  errors: Partial<SmsFields>;
  /** What the server answered to the whole form, which this says where it is about the code. */
  refused: unknown;
  /** Another code is on its way: what was said of the last one is over. */
  onAsk: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [answered, setAnswered] = useState<{ refused: unknown; code: string }>();
  if (refused !== answered?.refused) setAnswered({ refused, code: value.code });
  // Of what stands in the field now; of another code it was not said.
  const wrong = isWrongCode(refused) && answered?.code === value.code;
  // There it is read aloud what is wrong, and typed anew.
  useEffect(() => {
    if (isWrongCode(refused)) field.current?.focus();
  }, [refused]);
  const [unready, setUnready] = useState(false);
  const ask = useResend(
    (phone: string) => api.post('/api/auth/sms-codes', { body: { phone, purpose }, keep401: true }),
    undefined,
    value.phone,
  );
  const send = () => {
    const ready = PHONE.test(value.phone);
    setUnready(!ready);
    if (!ready) return;
    onAsk();
    ask.send(value.phone);
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
        value={value.phone}
        onChange={(event) => onChange({ ...value, phone: phoneTyped(event.target.value) })}
        error={errors.phone ?? (unready && !PHONE.test(value.phone) ? '请填写 11 位手机号' : undefined)}
      />
      <div className={css.code}>
        <TextField
          ref={field}
          label="短信验证码"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={value.code}
          onChange={(event) => onChange({ ...value, code: digits(event.target.value).slice(0, 6) })}
          error={errors.code ?? (wrong ? refusal(refused, true) : undefined)}
        />
        <Button look="outline" onClick={send} disabled={ask.busy}>
          {ask.text}
        </Button>
      </div>
      <p role="status" className={css.sent}>
        {ask.sent &&
          (purpose === 'REGISTRATION'
            ? '验证码已发送，5 分钟内有效。'
            : '如果该手机号已注册，验证码已发送，5 分钟内有效。')}
      </p>
    </>
  );
}
