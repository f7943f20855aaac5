import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { api, problemText, signInUrl, useMe } from '@/shared/api';
import { label } from '@/shared/i18n';
import { useAcceptance } from '@/shared/members';
import { dateTimeText, Skeleton } from '@/shared/ui';
import { Button, ButtonAnchor, ButtonLink, Notice } from '../../ui';
import { AuthFrame } from '../auth/AuthFrame';
import css from '../auth/AuthFrame.module.css';
import { Joining } from './Joining';

const KEPT = 'zq.join';

/** The secret behind the #, which no server hears of; kept in this window while its owner signs in or registers. */
function useToken(): string {
  const [token] = useState(() => location.hash.slice(1) || (sessionStorage.getItem(KEPT) ?? ''));
  useEffect(() => {
    if (token) sessionStorage.setItem(KEPT, token);
  }, [token]);
  return token;
}

/** Where the link of an invitation leads. */
export default function JoinPage() {
  const token = useToken();
  const { me, loading } = useMe();
  const behind = useQuery({
    queryKey: ['join', token],
    queryFn: () => api.post('/api/user/my/invitation-link', { body: { token } }),
    enabled: !!token && !!me,
    // Once it is used there is nothing behind the link any more.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    retry: false,
  });
  const accept = useAcceptance(async (link) => {
    const joined = await api.post('/api/user/my/invitation-link/acceptance', { body: { token: link } });
    sessionStorage.removeItem(KEPT);
    return joined;
  });
  const invitation = behind.data;
  return (
    <AuthFrame title="加入企业" intro="企业管理员邀请您成为企业的成员">
      {!token ? (
        <div className={css.form}>
          <Notice tone="bad">链接不完整，请重新打开企业管理员发给您的链接。</Notice>
          {!loading && !me && (
            <ButtonAnchor look="outline" href={signInUrl('/center/members')}>
              登录
            </ButtonAnchor>
          )}
        </div>
      ) : loading ? (
        <div className={css.form}>
          <Skeleton lines={3} />
        </div>
      ) : !me ? (
        <div className={css.form}>
          <Notice>请先登录。没有账号的，注册后再登录，会回到本页。</Notice>
          <ButtonAnchor look="main" href={signInUrl('/join')}>
            登录
          </ButtonAnchor>
          <ButtonLink look="outline" to="/register?from=%2Fjoin">
            注册
          </ButtonLink>
        </div>
      ) : accept.isSuccess ? (
        <div className={css.form}>
          <Joining enterpriseId={accept.data.enterpriseId} name={invitation?.enterpriseName ?? '企业'} />
        </div>
      ) : behind.error ? (
        <div className={css.form}>
          <Notice tone="bad">{problemText(behind.error)}</Notice>
        </div>
      ) : !invitation ? (
        <div className={css.form}>
          <Skeleton lines={3} />
        </div>
      ) : (
        <div className={css.form}>
          {accept.error && <Notice tone="bad">{problemText(accept.error)}</Notice>}
          <p>
            {invitation.invitedByName} 邀请您以“{label('role', invitation.role)}”加入
            <strong> {invitation.enterpriseName}</strong>，{dateTimeText(invitation.expiresAt)} 前有效。
          </p>
          <p>当前登录的账号：{me.name}</p>
          <Button look="main" disabled={accept.isPending} onClick={() => accept.mutate(token)}>
            {accept.isPending ? '正在加入' : '加入'}
          </Button>
        </div>
      )}
      <p className={css.foot}>
        <Link to="/">返回首页</Link>
      </p>
    </AuthFrame>
  );
}
