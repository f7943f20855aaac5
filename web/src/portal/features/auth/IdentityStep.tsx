import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, isProblem, ProblemError, type SignedIn } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Loaded, PERSON_MAX, personProblem } from '@/shared/ui';
import { Button, CheckField, Notice, TextField } from '../../ui';
import { AuthFrame } from './AuthFrame';
import css from './AuthFrame.module.css';
import { cameFrom, channelOf } from './RegisterPage';
import { refusal } from './refusal';
import { Refused } from './Refused';
import { SmsCode, smsMistakes } from './SmsCode';

const KINDS = ['ENTERPRISE', 'CHAMBER', 'PROVIDER', 'TALENT'] as const;

type Errors = Partial<Record<'displayName' | 'phone' | 'code' | 'agreed', string>>;

interface Identity {
  provider: string;
  displayName: string;
  phone?: string;
}

/** Somebody came by a provider whom no account is bound to: an account of their own, or a new one. */
export function IdentityStep({
  onDone,
  onExpired,
  onBind,
}: {
  onDone: (answer: SignedIn) => void;
  onExpired: () => void;
  /** They sign in now, and the account is bound to who they are at this provider, if this page says along what it was told. */
  onBind: (provider: string, told: string) => void;
}) {
  const who = useQuery({
    queryKey: ['sign-in', 'identity'],
    queryFn: () =>
      api.get('/api/auth/sign-in/identity', { keep401: true }).catch((error: unknown) => {
        if (isProblem(error, 'SIGN_IN_EXPIRED')) onExpired();
        throw error;
      }),
    gcTime: 0,
    retry: false,
  });
  return (
    <AuthFrame title="首次登录" intro="您的身份已核实，还没有绑定平台账号">
      <Loaded query={who} compact>
        {(identity) => <Choice identity={identity} onDone={onDone} onExpired={onExpired} onBind={onBind} />}
      </Loaded>
    </AuthFrame>
  );
}

function Choice({
  identity,
  onDone,
  onExpired,
  onBind,
}: {
  identity: Identity;
  onDone: (answer: SignedIn) => void;
  onExpired: () => void;
  onBind: (provider: string, told: string) => void;
}) {
  const bind = useMutation({
    mutationFn: () => api.post('/api/auth/sign-in/identity/binding', { keep401: true }),
    onSuccess: ({ binding }) => onBind(identity.provider, binding),
    onError: (error) => {
      if (isProblem(error, 'SIGN_IN_EXPIRED')) onExpired();
    },
  });
  return (
    <>
      <div className={css.form}>
        {bind.error && <Notice tone="bad">{refusal(bind.error)}</Notice>}
        <p>已有平台账号的，登录一次即与“{identity.provider}”绑定，以后可以直接进入。</p>
        <Button look="main" disabled={bind.isPending} onClick={() => bind.mutate()}>
          已有账号，去绑定
        </Button>
        <p>没有账号的，请填写以下内容注册。</p>
      </div>
      <NewAccount identity={identity} onDone={onDone} onExpired={onExpired} />
    </>
  );
}

function NewAccount({
  identity,
  onDone,
  onExpired,
}: {
  identity: Identity;
  onDone: (answer: SignedIn) => void;
  onExpired: () => void;
}) {
  const [params] = useSearchParams();
  const [userType, setUserType] = useState<(typeof KINDS)[number]>('ENTERPRISE');
  const [displayName, setDisplayName] = useState(identity.displayName);
  const [sms, setSms] = useState({ phone: '', code: '' });
  const [agreed, setAgreed] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const register = useMutation({
    mutationFn: () =>
      api.post('/api/auth/sign-in/identity/registration', {
        body: {
          userType,
          displayName: displayName.trim(),
          ...(identity.phone ? {} : sms),
          channel: channelOf(cameFrom(params), navigator.userAgent),
          agreed,
        },
        keep401: true,
      }),
    onSuccess: onDone,
    onError: (error) => {
      if (isProblem(error, 'SIGN_IN_EXPIRED')) onExpired();
      else if (error instanceof ProblemError)
        setErrors(Object.fromEntries(error.fields.map((one) => [one.field, one.message])));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = displayName.trim();
    const wrongName = name.length < 2 ? '请填写姓名，至少 2 个字' : personProblem(name);
    const found: Errors = {
      ...(wrongName ? { displayName: wrongName } : {}),
      ...(identity.phone ? {} : smsMistakes(sms)),
      ...(agreed ? {} : { agreed: '请阅读并同意服务与隐私说明' }),
    };
    setErrors(found);
    if (!Object.keys(found).length) register.mutate();
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <fieldset className={css.kinds}>
        <legend>账号类型</legend>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="userType"
              value={kind}
              checked={userType === kind}
              onChange={() => setUserType(kind)}
            />
            {label('userType', kind)}
          </label>
        ))}
      </fieldset>
      <TextField
        label="姓名"
        name="displayName"
        autoComplete="name"
        hint={`2 到 ${PERSON_MAX} 个字`}
        value={displayName}
        onChange={(event) => setDisplayName(event.target.value)}
        error={errors.displayName}
      />
      {identity.phone ? (
        <p>
          手机号 {identity.phone}，由“{identity.provider}”核实。
        </p>
      ) : (
        <SmsCode
          purpose="REGISTRATION"
          value={sms}
          onChange={setSms}
          errors={errors}
          refused={register.error}
          onAsk={register.reset}
        />
      )}
      <CheckField
        name="agreed"
        checked={agreed}
        onChange={(event) => setAgreed(event.target.checked)}
        error={errors.agreed}
      >
        我已阅读并同意
        <Link to="/terms" target="_blank">
          《服务与隐私说明》
        </Link>
      </CheckField>
      <Refused error={register.error} bySms />
      <Button type="submit" look="main" disabled={register.isPending || register.isSuccess}>
        {register.isPending ? '正在注册' : '注册并进入平台'}
      </Button>
    </form>
  );
}
