import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { api, type SignedIn } from '@/shared/api';
import { withProof } from '@/shared/security';
import { TextField } from '../../ui';
import css from './AuthFrame.module.css';
import { Refused } from './Refused';
import { SmsCode, smsMistakes } from './SmsCode';
import { WorkButton } from './WorkButton';

interface FormProps<Path> {
  /** What the credentials are shown to: they sign in, or sign in and bind. */
  path: Path;
  submitText?: string;
  /** That was just registered. */
  phone?: string;
  /** What this page was told that began to bind the account to an outside identity. */
  binding?: string;
  onDone: (answer: SignedIn) => void;
}

/** By phone number or user name, and password. */
export function PasswordForm({
  path,
  submitText,
  phone = '',
  binding,
  notice,
  onDone,
}: FormProps<'/api/auth/sign-in' | '/api/auth/sign-in/wechat/binding/password'> & {
  /** Said until something was tried. */
  notice?: ReactNode;
}) {
  const [username, setUsername] = useState(phone);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const signIn = useMutation({
    mutationFn: () =>
      withProof(
        (proof) =>
          api.post(path, {
            body: { username: username.trim(), password, proof, ...(binding && { binding }) },
            keep401: true,
          }),
        setWorking,
      ),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (username.trim() && password) signIn.mutate();
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {!signIn.error && !signIn.isPending && notice}
      <TextField
        label="手机号或用户名"
        name="username"
        autoComplete="username"
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        error={tried && !username.trim() ? '请填写手机号或用户名' : undefined}
      />
      <TextField
        label="密码"
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={tried && !password ? '请填写密码' : undefined}
      />
      <Refused error={signIn.error} />
      <Enter busy={signIn.isPending || signIn.isSuccess} working={working} text={submitText} />
    </form>
  );
}

/** By a code that is sent to the phone. */
export function SmsForm({
  path,
  submitText,
  phone = '',
  binding,
  onDone,
}: FormProps<'/api/auth/sign-in/sms' | '/api/auth/sign-in/wechat/binding'>) {
  const [sms, setSms] = useState({ phone, code: '' });
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const signIn = useMutation({
    mutationFn: () =>
      withProof(
        (proof) => api.post(path, { body: { ...sms, proof, ...(binding && { binding }) }, keep401: true }),
        setWorking,
      ),
    onSuccess: onDone,
  });
  const mistakes = smsMistakes(sms);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!Object.keys(mistakes).length) signIn.mutate();
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <SmsCode
        purpose="SIGN_IN"
        value={sms}
        onChange={setSms}
        errors={tried ? mistakes : {}}
        refused={signIn.error}
        onAsk={signIn.reset}
      />
      <Refused error={signIn.error} bySms />
      <Enter busy={signIn.isPending || signIn.isSuccess} working={working} text={submitText} />
    </form>
  );
}

function Enter({ busy, working, text = '登录' }: { busy: boolean; working: boolean; text?: string }) {
  return <WorkButton text={text} busyText="正在登录" busy={busy} working={working} guessed="密码" />;
}
