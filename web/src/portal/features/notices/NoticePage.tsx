import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  api,
  isProblem,
  startSignIn,
  useMe,
  useSubmit,
  type MyObjection,
  type PublicNotice,
} from '@/shared/api';
import {
  dateTimeText,
  Definition,
  DemoTag,
  Loaded,
  longDate,
  Skeleton,
  StatusTag,
  usePageTitle,
  yuanExact,
  Words,
} from '@/shared/ui';
import { Button, Notice, PageHead, TextField, Wrap } from '../../ui';
import css from './notices.module.css';
import { NoticeTag } from './NoticeTag';
import { projectLabel } from './kind';

/** One notice: what is to be paid to whom, until when, and the way to object to it. */
export default function NoticePage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['notice', id],
    queryFn: ({ signal }) => api.get('/api/policy/redemption/notices/{id}', { path: { id }, signal }),
  });
  const made = (useObjections().data ?? []).filter(({ noticeId }) => noticeId === id);
  // What was objected to rightly is shown to nobody any more; who objected reads all the same what became of it.
  if (isProblem(query.error, 'NOT_FOUND') && made.length) return <TakenDown made={made} />;
  return (
    <Loaded
      page
      query={query}
      skeleton={
        <Wrap className={css.page}>
          <Skeleton lines={8} />
        </Wrap>
      }
    >
      {(notice) => <Detail notice={notice} />}
    </Loaded>
  );
}

function Head({
  of: { projectTitle, enterpriseName },
}: {
  of: { projectTitle: string; enterpriseName: string };
}) {
  usePageTitle(`${projectTitle}：${enterpriseName}`);
  return (
    <PageHead
      title={
        <>
          <Words>{`${projectTitle}：`}</Words>
          <span className={css.whose}>{enterpriseName}</span>
        </>
      }
      last="公示"
    />
  );
}

function Detail({ notice }: { notice: PublicNotice }) {
  return (
    <>
      <Head of={notice} />
      <Wrap className={css.page}>
        <section aria-labelledby="notice">
          <h2 id="notice" className={css.tags}>
            公示内容 <NoticeTag notice={notice} /> {notice.demo && <DemoTag />}
          </h2>
          <Definition
            items={[
              { label: '企业', value: notice.enterpriseName },
              ...(notice.amount === undefined
                ? []
                : [{ label: '拟兑付金额', value: yuanExact(notice.amount) }]),
              { label: projectLabel(notice), value: notice.projectTitle },
              {
                label: '政策依据',
                value: <Link to={`/policies/${notice.policyId}`}>《{notice.policyTitle}》</Link>,
              },
              { label: '公示部门', value: notice.institutionName },
              {
                label: '公示期',
                value: `${longDate(notice.from)} 至 ${notice.until ? longDate(notice.until) : '待年度放假安排公布后确定'}`,
              },
            ]}
          />
        </section>
        <Objecting notice={notice} />
      </Wrap>
    </>
  );
}

function TakenDown({ made }: { made: MyObjection[] }) {
  return (
    <>
      <Head of={made[0]!} />
      <Wrap className={css.page}>
        <p>该公示已撤下，不再对外展示。</p>
        {made.map((objection) => (
          <Made key={objection.id} objection={objection} />
        ))}
      </Wrap>
    </>
  );
}

const useObjections = () => {
  const { me } = useMe();
  return useQuery({
    queryKey: ['my-objections'],
    queryFn: ({ signal }) => api.get('/api/policy/my/objections', { signal }),
    enabled: !!me,
  });
};

function Objecting({ notice }: { notice: PublicNotice }) {
  const { me } = useMe();
  const mine = useObjections();
  const made = (mine.data ?? []).filter(({ noticeId }) => noticeId === notice.id);
  const decided = notice.kind === 'DECLARATION' ? '批准' : '支付';
  // Told before anything is typed; who is whose the service decides.
  const own = me?.enterprise?.name === notice.enterpriseName;
  const waits = made.some(({ state }) => state === 'OPEN');
  return (
    <section aria-labelledby="object">
      <h2 id="object">提出异议</h2>
      {made.map((objection) => (
        <Made key={objection.id} objection={objection} />
      ))}
      {!notice.running ? (
        <p>公示已结束，不再受理异议。</p>
      ) : !me ? (
        <>
          <p>登录后可对公示内容提出异议，公示部门在{decided}前处理并答复。</p>
          <Button onClick={() => startSignIn()}>登录后提出异议</Button>
        </>
      ) : own ? (
        <p>公示的是本企业的事项，不能对其提出异议；如有疑问，请联系{notice.institutionName}。</p>
      ) : (
        !waits &&
        mine.isSuccess && (
          <>
            <p>
              提交后由{notice.institutionName}核实，在{decided}前处理并答复，答复显示在本页；处理完之前不
              {decided}。
            </p>
            <ObjectionForm notice={notice} />
          </>
        )
      )}
    </section>
  );
}

function Made({ objection }: { objection: MyObjection }) {
  return (
    <div className={css.made}>
      <p className={css.tags}>
        我的异议 <StatusTag of="objectionState" value={objection.state} />
        <small>{dateTimeText(objection.madeAt)}</small>
      </p>
      <p>{objection.words}</p>
      {objection.answer && (
        <p>
          部门答复（{dateTimeText(objection.answeredAt)}）：{objection.answer}
        </p>
      )}
    </div>
  );
}

const PHONE = /^[0-9-]{7,20}$/;

function ObjectionForm({ notice }: { notice: PublicNotice }) {
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [phone, setPhone] = useState('');
  const [tried, setTried] = useState(false);
  const send = useSubmit(
    (_: void, idempotencyKey) =>
      api.post('/api/policy/my/objections', {
        body: { noticeId: notice.id, words: words.trim(), contactPhone: phone.trim() },
        idempotencyKey,
      }),
    {
      onSuccess: () => void queries.invalidateQueries({ queryKey: ['my-objections'] }),
      // It may have ended while somebody was writing.
      onError: (error) => {
        if (isProblem(error, 'NOTICE_OVER'))
          void queries.invalidateQueries({ queryKey: ['notice', notice.id] });
      },
    },
  );
  const missing = !words.trim() ? '请填写异议内容' : undefined;
  const wrong = !phone.trim() ? '请填写联系电话' : PHONE.test(phone.trim()) ? undefined : '联系电话不正确';
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing && !wrong) send.mutate();
      }}
    >
      <label className={css.words}>
        异议内容
        <textarea
          rows={5}
          maxLength={1000}
          value={words}
          aria-invalid={tried && !!missing}
          aria-describedby="words-problem"
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <p id="words-problem" className={css.problem}>
        {tried && missing}
      </p>
      <TextField
        label="联系电话"
        hint="只用于公示部门核实异议，不公开"
        autoComplete="tel"
        inputMode="tel"
        maxLength={20}
        value={phone}
        error={tried ? wrong : undefined}
        onChange={(event) => setPhone(event.target.value)}
      />
      {send.error && <Notice tone="bad">{send.error.message}</Notice>}
      <Button type="submit" look="main" disabled={send.isPending}>
        提交异议
      </Button>
    </form>
  );
}
