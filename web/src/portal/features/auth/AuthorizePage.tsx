import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, isProblem, type ConsentQuestion } from '@/shared/api';
import { toldBy } from '@/shared/apps/words';
import { Loaded } from '@/shared/ui';
import { Button, Notice } from '../../ui';
import { AuthFrame } from './AuthFrame';
import css from './AuthFrame.module.css';
import { refusal } from './refusal';

/** Why a request of an application could not be answered, by the word in the address. Anything else has to do with the request. */
const WHY: Record<string, string> = {
  CLIENT: '该应用没有在平台登记，或已停用。',
  ADDRESS: '该应用要求返回的地址没有在平台登记，为保护您的账号，登录没有继续。',
};
const REQUEST = '该应用的登录请求不完整或已失效。';

/** 授权登录: another application wants to know who one is; says which, and what of it. */
export default function AuthorizePage() {
  const [params] = useSearchParams();
  const problem = params.get('problem');
  const state = params.get('state');
  if (problem === 'LOGOUT') return <NotSignedOut />;
  if (problem || !state) return <Refused why={(problem && WHY[problem]) || REQUEST} />;
  return <Question state={state} />;
}

function Question({ state }: { state: string }) {
  const query = useQuery({
    queryKey: ['sign-in', 'consent', state],
    queryFn: ({ signal }) =>
      api.get('/api/auth/sign-in/consent', { query: { state }, signal, keep401: true }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  if (isProblem(query.error, 'APP_REQUEST_GONE')) return <Refused why={REQUEST} />;
  return (
    <AuthFrame title="授权登录">
      <Loaded query={query} compact>
        {(question) => <Decision of={question} state={state} />}
      </Loaded>
    </AuthFrame>
  );
}

function Decision({ of: question, state }: { of: ConsentQuestion; state: string }) {
  const answer = useMutation({
    mutationFn: (allow: boolean) =>
      api.post('/api/auth/sign-in/consent', { body: { state, allow }, keep401: true }),
    onSuccess: ({ continueTo }) => location.assign(continueTo),
  });
  const answered = answer.isPending || answer.isSuccess;
  return (
    <div className={css.form}>
      {answer.error && <Notice tone="bad">{refusal(answer.error)}</Notice>}
      <p>
        <strong>{question.app}</strong>（{question.owner}）请求用您的平台账号登录。
        {question.intro && (
          <>
            <br />
            {question.intro}
          </>
        )}
      </p>
      <p>
        您的账号：{question.person}（{question.phone}）
      </p>
      <section aria-labelledby="wants">
        <h2 id="wants" style={{ fontSize: '1rem' }}>
          同意后，该应用可以获得
        </h2>
        <ul style={{ marginTop: 8, paddingInlineStart: 20 }}>
          <li>您的账号编号，用来认出是同一个人</li>
          {question.wants.map((scope) => (
            <li key={scope}>{toldBy(scope, question.plainPhone)}</li>
          ))}
        </ul>
      </section>
      <Button look="main" disabled={answered} onClick={() => answer.mutate(true)}>
        同意并登录
      </Button>
      <Button look="outline" disabled={answered} onClick={() => answer.mutate(false)}>
        拒绝
      </Button>
      <p className={css.sent}>
        随后返回 {question.goesTo}
        。您的密码不会提供给该应用。同意后可以随时在“账号安全”的“已授权的应用”中撤销。
      </p>
    </div>
  );
}

function Refused({ why }: { why: string }) {
  return (
    <AuthFrame title="不能登录该应用">
      <div className={css.done}>
        <Notice tone="bad">{why}</Notice>
        <p>请回到该应用重新登录；仍不成功的，请联系该应用的主管单位。</p>
        <Link to="/">返回平台首页</Link>
      </div>
    </AuthFrame>
  );
}

/** Who wanted out is not told to sign in. */
function NotSignedOut() {
  return (
    <AuthFrame title="没有退出登录">
      <div className={css.done}>
        <Notice tone="bad">该应用的退出请求不正确或已失效，没有办理退出。</Notice>
        <p>如需退出平台，请在平台页面右上角退出登录；问题反复出现的，请联系该应用的主管单位。</p>
        <Link to="/">返回平台首页</Link>
      </div>
    </AuthFrame>
  );
}
