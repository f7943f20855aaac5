import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { api, isProblem, problemText } from '@/shared/api';
import { PASSWORD_RULE, passwordProblem } from '@/shared/ui';
import { Button, ButtonLink, Notice, TextField } from '../../ui';
import { AuthFrame } from './AuthFrame';
import css from './AuthFrame.module.css';

/** Where the one-time link of an administrator leads. The link's secret stands behind the #, which no server hears of. */
export default function SetPasswordPage() {
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const set = useMutation({
    mutationFn: () => api.post('/api/auth/password-links', { body: { token, newPassword: password } }),
  });
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
