import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, type SignedIn } from '@/shared/api';
import { Loaded } from '@/shared/ui';
import { weChatSignInUrl } from '@/shared/wechat';
import { ButtonAnchor, Notice } from '../../ui';
import { AuthFrame } from './AuthFrame';
import css from './AuthFrame.module.css';
import { NextStep } from './NextStep';
import { forgetPhone, carriedPhone } from './carriedPhone';
import { PasswordForm, SmsForm } from './SignInForms';

/** Somebody has come from WeChat whom no account knows: shows whose account it shall open from now on. */
export default function WeChatBindPage() {
  const arrived = useQuery({
    queryKey: ['wechat', 'arrived'],
    queryFn: ({ signal }) => api.get('/api/auth/sign-in/wechat/binding', { signal }),
    // A registration on the way takes minutes.
    staleTime: 0,
    gcTime: 0,
  });
  const [asked, setAsked] = useState<SignedIn>();
  const goOn = (answer: SignedIn) => {
    if (answer.continueTo) location.assign(answer.continueTo);
    else setAsked(answer);
  };
  if (asked && asked.next !== 'DONE') {
    return (
      <NextStep
        next={asked.next}
        passkey={asked.passkey}
        onDone={goOn}
        onEntered={(continueTo) => location.assign(continueTo)}
        onExpired={() => setAsked(undefined)}
      />
    );
  }
  return (
    <AuthFrame title="绑定微信" intro="绑定一次，以后在微信中打开平台直接登录">
      <Loaded query={arrived} compact>
        {({ waiting, nickname }) => (waiting ? <Bind nickname={nickname} onDone={goOn} /> : <TooLate />)}
      </Loaded>
    </AuthFrame>
  );
}

function Bind({ nickname, onDone }: { nickname?: string; onDone: (answer: SignedIn) => void }) {
  const [params] = useSearchParams();
  const registered = !!params.get('registered');
  const [byPassword, setByPassword] = useState(registered);
  const [phone] = useState(carriedPhone);
  useEffect(forgetPhone, []);
  return (
    <>
      <p className={css.who}>
        {nickname ? `微信用户 ${nickname}` : '您的微信'}尚未绑定平台账号，请验证要绑定的账号。
      </p>
      <div className={css.ways} role="group" aria-label="验证方式">
        <button type="button" aria-pressed={!byPassword} onClick={() => setByPassword(false)}>
          短信验证码
        </button>
        <button type="button" aria-pressed={byPassword} onClick={() => setByPassword(true)}>
          账号密码
        </button>
      </div>
      {byPassword ? (
        <PasswordForm
          path="/api/auth/sign-in/wechat/binding/password"
          submitText="绑定并登录"
          phone={phone}
          onDone={onDone}
          notice={registered && <Notice tone="good">注册成功，用手机号和刚设置的密码绑定。</Notice>}
        />
      ) : (
        <SmsForm
          path="/api/auth/sign-in/wechat/binding"
          submitText="绑定并登录"
          phone={phone}
          onDone={onDone}
        />
      )}
      <p className={css.foot}>
        <span>
          还没有账号？<Link to="/register?bind=wechat&from=/m/">注册账号</Link>
        </span>
        <Link to="/sign-in">不绑定，用手机号登录</Link>
      </p>
    </>
  );
}

function TooLate() {
  return (
    <div className={`${css.done} ${css.tooLate}`}>
      <p>没有等待绑定的微信，或等待超过 30 分钟。请在微信中重新登录。</p>
      <ButtonAnchor look="main" href={weChatSignInUrl()}>
        微信登录
      </ButtonAnchor>
      <Link to="/sign-in">用手机号登录</Link>
    </div>
  );
}
