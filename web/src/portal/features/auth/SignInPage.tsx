import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, isProblem, problemText, type ProblemError } from '@/shared/api';
import { Button, Notice, TextField } from '../../ui';
import { AuthFrame } from './AuthFrame';
import css from './AuthFrame.module.css';

/** The one sign-in page of portal, H5 and console. */
export default function SignInPage() {
  const [params] = useSearchParams();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const signIn = useMutation({
    mutationFn: () =>
      api.post<{ continueTo: string }>(
        '/api/auth/sign-in',
        { username: username.trim(), password },
        { keep401: true },
      ),
    onSuccess: ({ continueTo }) => location.assign(continueTo),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (username.trim() && password) signIn.mutate();
  };
  const registered = params.get('registered');

  return (
    <AuthFrame title="登录" intro="企业、政府部门、金融机构使用同一入口">
      <form className={css.form} onSubmit={submit} noValidate>
        {registered && !signIn.error && <Notice tone="good">注册成功，请登录。</Notice>}
        {params.get('error') && !signIn.error && (
          <Notice tone="bad">登录没有完成，可能是页面停留过久，请重新登录。</Notice>
        )}
        {signIn.error && <Notice tone="bad">{refusal(signIn.error)}</Notice>}
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
        <Button type="submit" look="main" disabled={signIn.isPending || signIn.isSuccess}>
          {signIn.isPending || signIn.isSuccess ? '正在登录' : '登录'}
        </Button>
      </form>
      <p className={css.foot}>
        <span>
          还没有账号？<Link to={`/register?${params.toString()}`}>注册企业账号</Link>
        </span>
        <Link to="/">返回首页</Link>
      </p>
    </AuthFrame>
  );
}

/** What the visitor can do about it, in words. */
export function refusal(error: unknown): string {
  if (!isProblem(error)) return problemText(error);
  const { remainingAttempts, retryAfterSeconds } = (error as ProblemError).problem;
  if (error.code === 'BAD_CREDENTIALS' && typeof remainingAttempts === 'number' && remainingAttempts > 0) {
    return `账号或密码不正确，还可以再试 ${remainingAttempts} 次`;
  }
  if (error.code === 'ACCOUNT_LOCKED' && typeof retryAfterSeconds === 'number') {
    return `多次输入有误，账号已暂时锁定，请 ${Math.ceil(retryAfterSeconds / 60)} 分钟后再试`;
  }
  return problemText(error);
}
