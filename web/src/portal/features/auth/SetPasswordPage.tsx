import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { api, isProblem, problemText } from '@/shared/api';
import { PASSWORD_RULE, passwordProblem, Skeleton } from '@/shared/ui';
import { Button, ButtonLink, Notice, TextField } from '../../ui';
import { AuthFrame } from './AuthFrame';
import css from './AuthFrame.module.css';

/** Where the one-time link of an administrator leads. The link's secret stands behind the #, which no server hears of. */
export default function SetPasswordPage() {
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  // Where nobody can say whether it works the form says it at the end.
  const opened = useQuery({
    queryKey: ['password-link'],
    queryFn: async () => {
      await api.post('/api/auth/password-links/check', { body: { token } });
      return true;
    },
    enabled: !!token,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  const set = useMutation({
    mutationFn: () => api.post('/api/auth/password-links', { body: { token, newPassword: password } }),
  });
  const gone = [opened.error, set.error].some((error) => isProblem(error, 'PASSWORD_LINK_INVALID'));
  const refused = isProblem(set.error)
    ? set.error.fields.find((one) => one.field === 'newPassword')?.message
    : undefined;
  const wrong = password ? passwordProblem(password) : '请填写新密码';
  const differs = again === password ? undefined : '两次输入的密码不一致';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong && !differs) set.mutate();
  };

  return (
    <AuthFrame title="设置密码" intro="设置后即可用手机号或用户名登录">
      {!token ? (
        <div className={css.form}>
          <Notice tone="bad">链接不完整，请重新打开管理员发给您的链接。</Notice>
          <ButtonLink look="main" to="/sign-in">
            去登录
          </ButtonLink>
          <p className={css.foot}>
            <Link to="/forgot-password">忘记密码</Link>
          </p>
        </div>
      ) : gone ? (
        <div className={css.form}>
          <Notice tone="bad">链接已使用或已过期。</Notice>
          <p>已经设置过密码的，直接登录；还没有的，用账号的手机号重新设置，或请管理员重新发送链接。</p>
          <ButtonLink look="main" to="/forgot-password">
            用手机号重新设置
          </ButtonLink>
          <p className={css.foot}>
            <Link to="/sign-in">去登录</Link>
          </p>
        </div>
      ) : opened.isPending ? (
        <div className={css.form}>
          <Skeleton lines={3} />
        </div>
      ) : set.isSuccess ? (
        <>
          <Notice tone="good">密码已设置。</Notice>
          <p className={css.foot}>
            <Link to="/sign-in">去登录</Link>
          </p>
        </>
      ) : (
        <form className={css.form} onSubmit={submit} noValidate>
          {set.error && !refused && <Notice tone="bad">{problemText(set.error)}</Notice>}
          <TextField
            label="新密码"
            name="password"
            type="password"
            autoComplete="new-password"
            hint={PASSWORD_RULE}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            error={tried ? (wrong ?? refused) : undefined}
          />
          <TextField
            label="再次输入新密码"
            name="again"
            type="password"
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.target.value)}
            error={tried ? differs : undefined}
          />
          <Button type="submit" look="main" disabled={set.isPending}>
            {set.isPending ? '正在保存' : '设置密码'}
          </Button>
        </form>
      )}
    </AuthFrame>
  );
}
