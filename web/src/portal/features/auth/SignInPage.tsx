import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import {
  api,
  forgetBrokenOff,
  forgetRunOut,
  hasRunOut,
  signInUrl,
  useMe,
  wasBrokenOff,
  type SignedIn,
} from '@/shared/api';
import { hasDrafts } from '@/shared/api/drafts';
import { isInWeChat, weChatSignInUrl } from '@/shared/wechat';
import { ButtonAnchor, Notice } from '../../ui';
import { AuthFrame } from './AuthFrame';
import css from './AuthFrame.module.css';
import { homeOf } from './home';
import { IdentityStep } from './IdentityStep';
import { NextStep } from './NextStep';
import { PasskeyButton } from './PasskeyButton';
import { forgetPhone, carriedPhone } from './carriedPhone';
import { PasswordForm, SmsForm } from './SignInForms';

type Step = SignedIn['next'] | 'IDENTITY';

/** Why whoever comes back from elsewhere is not in, by the word in the address. Anything else has to do with the page. */
const WHY: Record<string, string> = {
  WECHAT_OFF: '平台未接入微信公众号，请使用手机号登录。',
  WECHAT_EXPIRED: '微信授权没有完成或已失效，请重新使用微信登录，或使用手机号登录。',
  WECHAT_UNAVAILABLE: '微信服务暂不可用，请使用手机号登录或稍后再试。',
  WECHAT_TAKEN: '该微信或该账号刚刚已绑定，请重新使用微信登录。',
  PROVIDER_FAILED: '外部身份登录没有完成：已取消，或对方暂不可用，请重试或改用其他方式登录。',
  ACCOUNT_DISABLED: '账号已停用，请联系平台客服。',
  SERVICE_UNAVAILABLE: '登录服务暂不可用，请稍后再试。',
};

/** The one sign-in page of portal, H5 and console. */
export default function SignInPage() {
  const [params] = useSearchParams();
  const [next, setNext] = useState<Step>(stepOf(params.get('next')));
  const [passkey, setPasskey] = useState(params.get('passkey') === 'true');
  const [binding, setBinding] = useState<{ provider: string; told: string }>();
  const [expired, setExpired] = useState(false);
  const [bySms, setBySms] = useState(false);
  const [brokenOff] = useState(wasBrokenOff);
  const [runOut] = useState(hasRunOut);
  useEffect(() => {
    forgetBrokenOff();
    forgetRunOut();
  }, []);
  const [phone] = useState(carriedPhone);
  useEffect(forgetPhone, []);
  // This tab's own; what the server remembers is what any tab of this browser wanted last.
  const back = params.get('back') ?? undefined;
  // In place of this page: the browser's way back leads no one who is signed in to it.
  const enter = (continueTo: string) => location.replace(back ? signInUrl(back) : continueTo);
  const goOn = (answer: SignedIn) => {
    if (answer.continueTo) enter(answer.continueTo);
    else {
      setPasskey(answer.passkey);
      setNext(answer.next);
    }
  };
  const again = () => {
    setExpired(true);
    setNext('DONE');
  };
  if (next === 'IDENTITY') {
    return (
      <IdentityStep
        onDone={goOn}
        onExpired={again}
        onBind={(provider, told) => {
          setBinding({ provider, told });
          setNext('DONE');
        }}
      />
    );
  }
  if (next !== 'DONE')
    return <NextStep next={next} passkey={passkey} onDone={goOn} onEntered={enter} onExpired={again} />;
  const error = params.get('error');
  return (
    <AuthFrame title="登录" intro="企业、政府部门、金融机构使用同一入口">
      {!params.has('app') && !error && !binding && !brokenOff && !runOut && <LedOn to={back ?? '/'} />}
      {(brokenOff || runOut) && (
        <Notice tone="wait">
          {brokenOff
            ? '登录状态已结束，刚才的操作没有完成，请重新登录。'
            : '登录状态已结束（如长时间未操作、登录时间到期、密码已更改或已在别处退出），请重新登录。'}
          {hasDrafts() && '已填写的内容保留在本设备上，登录后可以继续。'}
        </Notice>
      )}
      {binding && <Notice>登录您已有的账号，登录后即绑定“{binding.provider}”。</Notice>}
      <ByWeChat back={back} />
      <div className={css.ways} role="group" aria-label="登录方式">
        <button type="button" aria-pressed={!bySms} onClick={() => setBySms(false)}>
          账号密码
        </button>
        <button type="button" aria-pressed={bySms} onClick={() => setBySms(true)}>
          短信验证码
        </button>
      </div>
      {bySms ? (
        <SmsForm path="/api/auth/sign-in/sms" phone={phone} binding={binding?.told} onDone={goOn} />
      ) : (
        <PasswordForm
          path="/api/auth/sign-in"
          phone={phone}
          binding={binding?.told}
          onDone={goOn}
          notice={
            <>
              {params.get('registered') && <Notice tone="good">注册成功，请登录。</Notice>}
              {error && (
                <Notice tone="bad">{WHY[error] ?? '登录没有完成，可能是页面停留过久，请重新登录。'}</Notice>
              )}
              {expired && <Notice>请重新输入账号和密码。</Notice>}
            </>
          }
        />
      )}
      <OtherWays binding={binding?.told} back={back} onDone={goOn} />
      <p className={css.foot}>
        <span>
          还没有账号？<Link to={`/register?${params.toString()}`}>注册企业账号</Link>
        </span>
        {!bySms && <Link to="/forgot-password">忘记密码</Link>}
        {back?.startsWith('/m/') ? <a href="/m/">返回首页</a> : <Link to="/">返回首页</Link>}
      </p>
    </AuthFrame>
  );
}

/**
 * Who is signed in already, in another tab too, is led to what this tab wanted, or home. Not from what another application asks: it is not answered by the
 * platform's own session.
 */
function LedOn({ to }: { to: string }) {
  const { me } = useMe();
  useEffect(() => {
    if (me && isOurs(to)) location.replace(to === '/' ? homeOf(me) : to);
  }, [me, to]);
  return null;
}

/** An address of the platform; one that cannot be read is none. */
function isOurs(to: string): boolean {
  try {
    return new URL(to, location.origin).origin === location.origin;
  } catch {
    return false;
  }
}

/** Whoever comes back from elsewhere goes on here; the server knows what they still owe. */
const stepOf = (text: string | null): Step =>
  text === 'SECOND_FACTOR' || text === 'ENROLMENT' || text === 'IDENTITY' ? text : 'DONE';

/** What this platform offers beside password and text message. */
function OtherWays({
  binding,
  back,
  onDone,
}: {
  binding?: string;
  back?: string;
  onDone: (answer: SignedIn) => void;
}) {
  const ways = useQuery({
    queryKey: ['sign-in', 'ways'],
    queryFn: ({ signal }) => api.get('/api/auth/sign-in/ways', { signal, keep401: true }),
    staleTime: Infinity,
    retry: false,
  });
  const passkeys = !!ways.data?.passkeys;
  const providers = ways.data?.providers ?? [];
  if (!passkeys && !providers.length) return null;
  return (
    <div className={css.others} role="group" aria-label="其他登录方式">
      {passkeys && <PasskeyButton secondFactor={false} binding={binding} onDone={onDone} />}
      {providers.map((one) => (
        <ButtonAnchor key={one.id} look="outline" href={providerUrl(one.id, back)}>
          {one.icon && <img src={one.icon} alt="" width={20} height={20} />}
          {one.name}
        </ButtonAnchor>
      ))}
    </div>
  );
}

const providerUrl = (id: string, back?: string) =>
  `/api/auth/sign-in/providers/${id}${back ? `?continue=${encodeURIComponent(back)}` : ''}`;

/** Inside WeChat, where the platform has an official account. */
function ByWeChat({ back }: { back?: string }) {
  const { data } = useQuery({
    queryKey: ['wechat'],
    queryFn: ({ signal }) => api.get('/api/auth/wechat', { signal }),
    enabled: isInWeChat(),
    staleTime: Infinity,
  });
  if (!data?.available) return null;
  return (
    <div className={css.weChat}>
      <ButtonAnchor look="main" href={weChatSignInUrl(back)}>
        微信登录
      </ButtonAnchor>
      <p>首次使用须绑定平台账号，以后直接登录。也可用以下方式登录：</p>
    </div>
  );
}
