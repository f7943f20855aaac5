import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, isProblem, type SignedIn } from '@/shared/api';
import { canUsePasskeys, withProof } from '@/shared/security';
import { Button, ButtonAnchor, Notice, TextField } from '../../ui';
import { AuthFrame } from './AuthFrame';
import { IdentityStep } from './IdentityStep';
import { PasskeyButton } from './PasskeyButton';
import css from './AuthFrame.module.css';
import { refusal } from './refusal';
import { CodeStep, EnrolStep } from './SecondStep';
import { SmsCode, smsMistakes } from './SmsCode';

/** The one sign-in page of portal, H5 and console. */
export default function SignInPage() {
  const [params] = useSearchParams();
  const [next, setNext] = useState(stepOf(params.get('next')));
  const [passkey, setPasskey] = useState(params.get('passkey') === 'true');
  const [binding, setBinding] = useState<string>();
  const [expired, setExpired] = useState(false);
  const [bySms, setBySms] = useState(false);
  const goOn = (answer: SignedIn) => {
    if (answer.continueTo) location.assign(answer.continueTo);
    else {
      setPasskey(answer.passkey);
      setNext(answer.next);
    }
  };
  const again = () => {
    setExpired(true);
    setNext('DONE');
  };

  if (next === 'SECOND_FACTOR') {
    return (
      <AuthFrame title="两步验证" intro="还需验证一步">
        <CodeStep passkey={passkey} onDone={goOn} onExpired={again} />
      </AuthFrame>
    );
  }
  if (next === 'ENROLMENT') {
    return (
      <AuthFrame title="设置两步验证" intro="工作人员账号须开启两步验证，设置一次，以后登录时使用">
        <EnrolStep onDone={(continueTo) => location.assign(continueTo)} onExpired={again} />
      </AuthFrame>
    );
  }
  if (next === 'IDENTITY') {
    return (
      <IdentityStep
        onDone={goOn}
        onExpired={again}
        onBind={(provider) => {
          setBinding(provider);
          setNext('DONE');
        }}
      />
    );
  }
  return (
    <AuthFrame title="登录" intro="企业、政府部门、金融机构使用同一入口">
      {binding && <Notice>登录您已有的账号，登录后即绑定“{binding}”。</Notice>}
      <div className={css.ways} role="group" aria-label="登录方式">
        <button type="button" aria-pressed={!bySms} onClick={() => setBySms(false)}>
          账号密码
        </button>
        <button type="button" aria-pressed={bySms} onClick={() => setBySms(true)}>
          短信验证码
        </button>
      </div>
      {bySms ? <SmsForm onDone={goOn} /> : <PasswordForm expired={expired} onDone={goOn} />}
      <OtherWays onDone={goOn} />
      <p className={css.foot}>
        <span>
          还没有账号？<Link to={`/register?${params.toString()}`}>注册企业账号</Link>
        </span>
        {!bySms && <Link to="/forgot-password">忘记密码</Link>}
        <Link to="/">返回首页</Link>
      </p>
    </AuthFrame>
  );
}

/** Why whoever comes back from elsewhere is not in; the provider says no more than that it came to nothing. */
const REFUSED: Partial<Record<string, string>> = {
  PROVIDER_FAILED: '外部身份登录没有完成：已取消，或对方暂不可用，请重试或改用其他方式登录。',
  ACCOUNT_DISABLED: '账号已停用，请联系平台客服。',
  SERVICE_UNAVAILABLE: '登录服务暂不可用，请稍后再试。',
};
const TOO_LATE = '登录没有完成，可能是页面停留过久，请重新登录。';

type Step = SignedIn['next'] | 'IDENTITY';

/** Whoever comes back from a provider goes on here; the server knows what they still owe. */
function stepOf(text: string | null): Step {
  return text === 'SECOND_FACTOR' || text === 'ENROLMENT' || text === 'IDENTITY' ? text : 'DONE';
}

/** What this platform and this browser offer beside password and text message. */
function OtherWays({ onDone }: { onDone: (answer: SignedIn) => void }) {
  const ways = useQuery({
    queryKey: ['sign-in', 'ways'],
    queryFn: ({ signal }) => api.get('/api/auth/sign-in/ways', { signal, keep401: true }),
    staleTime: Infinity,
    retry: false,
  });
  const passkeys = !!ways.data?.passkeys && canUsePasskeys();
  const providers = ways.data?.providers ?? [];
  if (!passkeys && !providers.length) return null;
  return (
    <div className={css.others} role="group" aria-label="其他登录方式">
      {passkeys && <PasskeyButton secondFactor={false} onDone={onDone} />}
      {providers.map((one) => (
        <ButtonAnchor key={one.id} look="outline" href={`/api/auth/sign-in/providers/${one.id}`}>
          {one.icon && <img src={one.icon} alt="" width={20} height={20} />}
          {one.name}
        </ButtonAnchor>
      ))}
    </div>
  );
}

function PasswordForm({ expired, onDone }: { expired: boolean; onDone: (answer: SignedIn) => void }) {
  const [params] = useSearchParams();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const signIn = useMutation({
    mutationFn: () =>
      withProof(
        (proof) =>
          api.post('/api/auth/sign-in', {
            body: { username: username.trim(), password, proof },
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
  const registered = params.get('registered');
  const untouched = !signIn.error && !signIn.isPending;

  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {registered && untouched && <Notice tone="good">注册成功，请登录。</Notice>}
      {params.get('error') && untouched && (
        <Notice tone="bad">{REFUSED[params.get('error')!] ?? TOO_LATE}</Notice>
      )}
      {expired && untouched && <Notice>请重新输入账号和密码。</Notice>}
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
      <Enter busy={signIn.isPending || signIn.isSuccess} working={working} />
    </form>
  );
}

function SmsForm({ onDone }: { onDone: (answer: SignedIn) => void }) {
  const [sms, setSms] = useState({ phone: '', code: '' });
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const signIn = useMutation({
    mutationFn: () =>
      withProof(
        (proof) => api.post('/api/auth/sign-in/sms', { body: { ...sms, proof }, keep401: true }),
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
      {signIn.error && (
        <Notice tone="bad">
          {refusal(signIn.error)}
          {isProblem(signIn.error) && signIn.error.code === 'PHONE_UNVERIFIED' && (
            <>
              {' '}
              <Link to="/forgot-password">设置新密码</Link>
            </>
          )}
        </Notice>
      )}
      <SmsCode purpose="SIGN_IN" value={sms} onChange={setSms} errors={tried ? mistakes : {}} />
      <Enter busy={signIn.isPending || signIn.isSuccess} working={working} />
    </form>
  );
}

/** The button says what is going on; what takes longer than usual is said to who does not see it, too. */
function Enter({ busy, working }: { busy: boolean; working: boolean }) {
  return (
    <>
      <Button type="submit" look="main" disabled={busy}>
        {working ? '正在进行安全验证' : busy ? '正在登录' : '登录'}
      </Button>
      <p role="status" className={css.sent}>
        {working && '为防止他人猜测密码，浏览器正在自动验证，约需几秒，无需操作。'}
      </p>
    </>
  );
}
