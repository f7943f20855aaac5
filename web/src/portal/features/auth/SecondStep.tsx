import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { api, isProblem, type SignedIn } from '@/shared/api';
import { AuthenticatorKey, RecoveryCodes } from '@/shared/security';
import { Loaded } from '@/shared/ui';
import { Button, Notice, TextField } from '../../ui';
import css from './AuthFrame.module.css';
import { PasskeyButton } from './PasskeyButton';
import { refusal } from './refusal';

interface StepProps {
  /** The first factor is too long ago. */
  onExpired: () => void;
}

/** Signing in, second half: the code that the authenticator app shows, or a recovery code. */
export function CodeStep({
  passkey,
  onExpired,
  onDone,
}: StepProps & {
  /** The account has one, which will do as well. */
  passkey: boolean;
  onDone: (answer: SignedIn) => void;
}) {
  const [recovery, setRecovery] = useState(false);
  const enter = useCode(
    (code) => api.post('/api/auth/sign-in/second-factor', { body: { code }, keep401: true }),
    onExpired,
    onDone,
  );
  return (
    <>
      <CodeForm
        key={String(recovery)}
        label={recovery ? '恢复码' : '动态验证码'}
        hint={
          recovery
            ? '开启两步验证时保存的 10 位恢复码，每个只能用一次'
            : '打开手机上的身份验证器应用，填写 6 位数字'
        }
        numeric={!recovery}
        error={enter.error}
        busy={enter.isPending || enter.isSuccess}
        onSubmit={enter.mutate}
        submitText="验证并登录"
      />
      {passkey && (
        <div className={css.others} role="group" aria-label="其他验证方式">
          <PasskeyButton secondFactor onDone={onDone} onExpired={onExpired} />
        </div>
      )}
      <p className={css.foot}>
        <button type="button" className={css.link} onClick={() => setRecovery(!recovery)}>
          {recovery ? '使用动态验证码' : '手机不在身边？使用恢复码'}
        </button>
        <button type="button" className={css.link} onClick={onExpired}>
          换一个账号
        </button>
      </p>
    </>
  );
}

/** For whoever must have a second factor and has none: it is set up before the door opens. */
export function EnrolStep({ onExpired, onDone }: StepProps & { onDone: (continueTo: string) => void }) {
  const key = useQuery({
    queryKey: ['sign-in', 'enrolment'],
    queryFn: () =>
      api.post('/api/auth/sign-in/enrolment', { keep401: true }).catch((error: unknown) => {
        if (isProblem(error, 'SIGN_IN_EXPIRED')) onExpired();
        throw error;
      }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const confirm = useCode(
    (code) => api.post('/api/auth/sign-in/enrolment/confirmation', { body: { code }, keep401: true }),
    onExpired,
  );
  if (confirm.data) {
    const { recoveryCodes, continueTo } = confirm.data;
    return (
      <div className={css.form}>
        <Notice tone="good">两步验证已开启。</Notice>
        <div>
          <RecoveryCodes codes={recoveryCodes} />
        </div>
        <Button look="main" onClick={() => onDone(continueTo)}>
          已保存，进入平台
        </Button>
      </div>
    );
  }
  return (
    <Loaded query={key} compact>
      {(told) => (
        <>
          <div className={css.form}>
            <AuthenticatorKey {...told} />
          </div>
          <CodeForm
            label="动态验证码"
            hint="填写应用中显示的 6 位数字"
            numeric
            error={confirm.error}
            busy={confirm.isPending}
            onSubmit={confirm.mutate}
            submitText="开启并登录"
          />
          <p className={css.foot}>
            <button type="button" className={css.link} onClick={onExpired}>
              换一个账号
            </button>
          </p>
        </>
      )}
    </Loaded>
  );
}

function useCode<T>(
  send: (code: string) => Promise<T>,
  onExpired: () => void,
  onSuccess?: (answer: T) => void,
) {
  return useMutation({
    mutationFn: send,
    onSuccess,
    onError: (error) => {
      if (isProblem(error, 'SIGN_IN_EXPIRED')) onExpired();
    },
  });
}

function CodeForm(props: {
  label: string;
  hint: string;
  numeric: boolean;
  error: unknown;
  busy: boolean;
  onSubmit: (code: string) => void;
  submitText: string;
}) {
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<string>();
  // Of what stands in the field now; of another code it was not said.
  const wrong = code === sent && isProblem(props.error, 'SECOND_FACTOR_WRONG');
  const field = useRef<HTMLInputElement>(null);
  // There it is read aloud what is wrong, and typed anew.
  useEffect(() => {
    if (wrong && !props.busy) field.current?.focus();
  }, [wrong, props.busy]);
  const complete = props.numeric ? /^\d{6}$/.test(code) : code.replace(/[\s-]/g, '').length === 10;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!complete) return;
    setSent(code);
    props.onSubmit(code);
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {!!props.error && !isProblem(props.error, 'SECOND_FACTOR_WRONG') && (
        <Notice tone="bad">{refusal(props.error)}</Notice>
      )}
      <TextField
        ref={field}
        label={props.label}
        name="code"
        inputMode={props.numeric ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        maxLength={props.numeric ? 6 : 12}
        hint={props.hint}
        value={code}
        onChange={(event) =>
          setCode(props.numeric ? event.target.value.replace(/\D/g, '') : event.target.value)
        }
        error={
          tried && !complete
            ? props.numeric
              ? '请填写 6 位数字'
              : '请填写 10 位恢复码'
            : wrong
              ? refusal(props.error)
              : undefined
        }
      />
      <Button type="submit" look="main" disabled={props.busy}>
        {props.busy ? '正在验证' : props.submitText}
      </Button>
    </form>
  );
}
