import { useRef, useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, ProblemError, signInUrl, useMe, useSubmit, type Channel } from '@/shared/api';
import { label } from '@/shared/i18n';
import { ErrorSummary, Mascot, PASSWORD_RULE, passwordProblem, PERSON_MAX, personProblem } from '@/shared/ui';
import { Button, ButtonAnchor, CheckField, TextField } from '../../ui';
import { AuthFrame } from './AuthFrame';
import css from './AuthFrame.module.css';
import { homeOf } from './home';
import { Refused } from './Refused';
import { carryPhone } from './carriedPhone';
import { SmsCode, smsMistakes } from './SmsCode';

type Field = 'displayName' | 'phone' | 'code' | 'password' | 'agreed';
const fields = ['displayName', 'phone', 'code', 'password', 'agreed'] as const satisfies Field[];
type Errors = Partial<Record<Field, string>>;

type Kind = 'ENTERPRISE' | 'CHAMBER' | 'PROVIDER' | 'TALENT';

/** Who may register, and what comes next for each. */
const kinds: Record<Kind, { hint: string; then: string; to: string }> = {
  ENTERPRISE: {
    hint: '领取企业码，匹配政策，申请贷款',
    then: '接下来登录，并为企业领取企业码',
    to: '/code/claim',
  },
  CHAMBER: {
    hint: '注册后提交入驻申请和登记证书，审核通过后开通',
    then: '接下来登录，并提交入驻申请',
    to: '/center/admission',
  },
  PROVIDER: {
    hint: '注册后提交入驻申请和营业执照，审核通过后开通',
    then: '接下来登录，并提交入驻申请',
    to: '/center/admission',
  },
  TALENT: { hint: '查看人才政策与服务', then: '接下来登录', to: '/center/account' },
};

const kindOf = (text: string | null): Kind => (text && text in kinds ? (text as Kind) : 'ENTERPRISE');

/** The page that somebody came from: the H5 site says `?from=/m/…`, and signing in says `?back=…`. */
export const cameFrom = (params: URLSearchParams) => params.get('from') ?? params.get('back');

/** Where the account is made: counted once and never changed. */
export function channelOf(from: string | null, userAgent: string): Channel {
  return from?.startsWith('/m/') || /MicroMessenger/i.test(userAgent) ? 'WECHAT' : 'PC';
}

export default function RegisterPage() {
  const [params] = useSearchParams();
  const { me } = useMe();
  // Once the form is there it stays: one may sign in elsewhere while it is filled in.
  const [begun, setBegun] = useState(false);
  const from = cameFrom(params);
  const back = from?.startsWith('/') && !from.startsWith('//') ? from : '/';
  const [userType, setUserType] = useState<Kind>(kindOf(params.get('type')));
  const [form, setForm] = useState({ displayName: '', phone: '', code: '', password: '', agreed: false });
  const [errors, setErrors] = useState<Errors>({});
  const [attempt, setAttempt] = useState(0);
  const box = useRef<HTMLFormElement>(null);
  const set = (change: Partial<typeof form>) => {
    setBegun(true);
    setForm({ ...form, ...change });
    const changed = Object.keys(change).filter((field) => change[field as Field] !== form[field as Field]);
    if (changed.some((field) => errors[field as Field]))
      setErrors({ ...errors, ...Object.fromEntries(changed.map((field) => [field, undefined])) });
  };

  const register = useSubmit(
    (_: void, idempotencyKey) =>
      api.post('/api/auth/registrations', {
        body: {
          userType,
          ...form,
          displayName: form.displayName.trim(),
          channel: channelOf(from, navigator.userAgent),
        },
        idempotencyKey,
      }),
    {
      onError: (error) => {
        if (!(error instanceof ProblemError) || !error.fields.length) return;
        setErrors(Object.fromEntries(error.fields.map((one) => [one.field, one.message])));
        setAttempt((last) => last + 1);
      },
    },
  );

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = validate(form);
    setErrors(found);
    if (fields.some((field) => found[field])) setAttempt(attempt + 1);
    else register.mutate();
  };

  if (register.isSuccess) {
    const next = kinds[userType];
    const carry = () => carryPhone(form.phone);
    // Came here from WeChat, which waits to be bound.
    const binds = params.get('bind') === 'wechat';
    const then = back === '/join' ? '接下来登录，回到邀请页面加入企业' : next.then;
    return (
      <AuthFrame title="注册成功" intro={binds ? '接下来绑定微信，以后在微信中直接登录' : then}>
        <div className={css.done}>
          <Mascot pose="greet" size={120} />
          <p>
            账号为 {form.phone.slice(0, 3)}****{form.phone.slice(-4)}，用手机号和刚设置的密码登录。
          </p>
          {binds ? (
            <ButtonAnchor look="main" href="/sign-in/wechat?registered=1" onClick={carry}>
              去绑定微信
            </ButtonAnchor>
          ) : (
            <ButtonAnchor look="main" href={signInUrl(back === '/' ? next.to : back)} onClick={carry}>
              {back === '/join' ? '去登录并加入企业' : '去登录'}
            </ButtonAnchor>
          )}
        </div>
      </AuthFrame>
    );
  }
  // WeChat and other applications wait for an account, whoever is signed in at the platform.
  if (me && !begun && !params.has('bind') && !params.has('app')) {
    return (
      <AuthFrame title="您已登录" intro="已有账号，无需再注册">
        <div className={css.done}>
          <Mascot pose="greet" size={120} />
          <p>
            当前账号：{me.name}（{label('userType', me.userType)}）。如需注册其他账号，请先退出登录。
          </p>
          <ButtonAnchor look="main" href={back === '/' ? homeOf(me) : back}>
            {back === '/join' ? '去加入企业' : '继续使用'}
          </ButtonAnchor>
        </div>
      </AuthFrame>
    );
  }
  const atFields =
    register.error instanceof ProblemError &&
    register.error.fields.some(({ field }) => fields.some((shown) => shown === field));
  return (
    <AuthFrame title="注册账号" intro="政府部门与金融机构的账号由平台开通，无需注册">
      <form ref={box} className={css.form} onSubmit={submit} noValidate>
        <ErrorSummary
          attempt={attempt}
          mistakes={fields.flatMap((field) => {
            const text = errors[field];
            const go = () => (box.current?.elements.namedItem(field) as HTMLInputElement | null)?.focus();
            return text ? [{ key: field, text, go }] : [];
          })}
        />
        <fieldset className={css.kinds}>
          <legend>账号类型</legend>
          {(Object.keys(kinds) as Kind[]).map((kind) => (
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
          <p>{kinds[userType].hint}</p>
        </fieldset>
        <TextField
          label="姓名"
          name="displayName"
          autoComplete="name"
          hint={`2 到 ${PERSON_MAX} 个字`}
          value={form.displayName}
          onChange={(event) => set({ displayName: event.target.value })}
          error={errors.displayName}
        />
        <SmsCode
          purpose="REGISTRATION"
          value={{ phone: form.phone, code: form.code }}
          onChange={set}
          errors={{ phone: errors.phone, code: errors.code }}
          refused={register.error}
          onAsk={register.reset}
        />
        <TextField
          label="密码"
          name="password"
          type="password"
          autoComplete="new-password"
          maxLength={64}
          hint={PASSWORD_RULE}
          value={form.password}
          onChange={(event) => set({ password: event.target.value })}
          error={errors.password}
        />
        <CheckField
          name="agreed"
          checked={form.agreed}
          onChange={(event) => set({ agreed: event.target.checked })}
          error={errors.agreed}
        >
          我已阅读并同意
          <Link to="/terms" target="_blank">
            《服务与隐私说明》
          </Link>
        </CheckField>
        {!atFields && <Refused error={register.error} bySms />}
        <Button type="submit" look="main" disabled={register.isPending}>
          {register.isPending ? '正在提交' : '注册'}
        </Button>
      </form>
      <p className={css.foot}>
        <span>
          已有账号？<a href={signInUrl(back)}>直接登录</a>
        </span>
        {back.startsWith('/m/') ? <a href="/m/">返回首页</a> : <Link to="/">返回首页</Link>}
      </p>
    </AuthFrame>
  );
}

function validate(form: {
  displayName: string;
  phone: string;
  code: string;
  password: string;
  agreed: boolean;
}): Errors {
  const errors: Errors = smsMistakes(form);
  const name = form.displayName.trim();
  if (name.length < 2) errors.displayName = name ? '姓名至少 2 个字' : '请填写姓名';
  else errors.displayName = personProblem(name);
  errors.password = passwordProblem(form.password);
  if (!form.agreed) errors.agreed = '请阅读并同意服务与隐私说明';
  return errors;
}
