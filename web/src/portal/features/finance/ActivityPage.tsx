import { useState } from 'react';
import { useParams } from 'react-router';
import { startSignIn, useMe, type Activity, type MySignUp } from '@/shared/api';
import type { AnswerOf } from '@/shared/api/paths';
import {
  calendarOf,
  codeInWords,
  OwnPhaseTag,
  placesText,
  placeText,
  SignUpTag,
  signUpTimeText,
  timeText,
  useActivity,
  useMaySignUp,
  useMySignUp,
  useSignUp,
  useWithdrawSignUp,
  WideCover,
  waitingText,
} from '@/shared/fairs';
import { dateTimeText, Definition, Icon, Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import { Prose } from '@/shared/ui/Prose';
import { Qr } from '@/shared/ui/Qr';
import { Button, ButtonAnchor, ButtonLink, Notice, PageHead, TextField, Wrap } from '../../ui';
import { Article, Block } from '../../ui/Article';
import css from './finance.module.css';

type Detail = AnswerOf<'get', '/api/finance/activities/{id}'>;

/** One activity: what it is, and the own sign-up for it with the code that is shown at the door. */
export default function ActivityPage() {
  const { id = '' } = useParams();
  const query = useActivity(id);
  return (
    <Loaded
      page
      query={query}
      skeleton={
        <Wrap>
          <Skeleton lines={12} />
        </Wrap>
      }
    >
      {(detail) => <Shown detail={detail} />}
    </Loaded>
  );
}

function Shown({ detail: { activity, body } }: { detail: Detail }) {
  usePageTitle(activity.title);
  const mine = useMySignUp(activity.id).data;
  return (
    <>
      <PageHead title={activity.title} last="活动详情" intro={<OwnPhaseTag of={activity} mine={mine} />} />
      <Wrap>
        <Article
          aside={
            <>
              <SigningUp activity={activity} />
              {/* Who waits for a place does not know yet whether to come. */}
              {activity.phase !== 'OVER' && mine?.status !== 'WAITING' && (
                <ButtonAnchor look="outline" href={calendarOf(activity.id)}>
                  <Icon name="calendar" /> 加入日历
                </ButtonAnchor>
              )}
              <ButtonLink look="plain" to="/finance/activities">
                全部金融活动
              </ButtonLink>
            </>
          }
        >
          {activity.phase === 'CANCELLED' && (
            <Notice tone="bad">活动已取消。原因：{activity.cancelReason}</Notice>
          )}
          {activity.cover && <WideCover of={activity.cover} />}
          <Block title="活动安排">
            <Definition
              items={[
                { label: '时间', value: timeText(activity) },
                { label: '地点', value: placeText(activity) },
                { label: '主办单位', value: activity.organiser },
                { label: '参加对象', value: activity.audience },
                { label: '名额', value: placesText(activity) },
                {
                  label: '报名时间',
                  value: signUpTimeText(activity),
                },
              ]}
            />
          </Block>
          <Block title="活动内容">
            <Prose text={body} />
          </Block>
        </Article>
      </Wrap>
    </>
  );
}

function SigningUp({ activity }: { activity: Activity }) {
  const { me, loading } = useMe();
  const may = useMaySignUp();
  const mine = useMySignUp(activity.id);
  // Why nothing came of it has to outlive what it was asked of: the sign-up is read anew, and may be another one by then.
  const [refused, setRefused] = useState<string>();
  const takes = activity.phase === 'OPEN' || activity.phase === 'FULL';
  if (loading) return null;
  if (!me)
    return takes ? (
      <>
        <p>报名须登录企业账号。</p>
        <Button look="main" onClick={() => startSignIn()}>
          登录后报名
        </Button>
      </>
    ) : (
      <Closed activity={activity} />
    );
  if (!may) return <p>企业账号可在线报名，每家企业报名一次。</p>;
  return (
    <Loaded query={mine} compact>
      {(signUp) => (
        <>
          {signUp && <Mine key={signUp.version} signUp={signUp} onRefused={setRefused} />}
          {refused && <Notice tone="bad">{refused}</Notice>}
          {(!signUp || signUp.status === 'WITHDRAWN') &&
            (takes ? <SignUpForm activity={activity} /> : <Closed activity={activity} />)}
        </>
      )}
    </Loaded>
  );
}

function Closed({ activity: { phase, signUpFrom } }: { activity: Activity }) {
  if (phase === 'UPCOMING') return <p>报名将于 {dateTimeText(signUpFrom)} 开始。</p>;
  return <p>{phase === 'CANCELLED' ? '活动已取消，不再接受报名。' : '报名已截止。'}</p>;
}

function Mine({ signUp, onRefused }: { signUp: MySignUp; onRefused: (why: string | undefined) => void }) {
  const [asked, setAsked] = useState(false);
  const withdraw = useWithdrawSignUp(signUp, {
    onSuccess: () => setAsked(false),
    onError: (error) => onRefused(error.message),
  });
  return (
    <>
      <p className={css.state}>
        本企业 <SignUpTag of={signUp} /> {signUp.people} 人
      </p>
      {signUp.status === 'WAITING' && (
        <p>
          名额已满，{waitingText(signUp.waitingBefore)}。有空余名额时按先后自动转为报名成功，并发消息告知。
        </p>
      )}
      {signUp.code && !signUp.checkedInAt && (
        <figure className={css.code}>
          <Qr content={signUp.code} size={180} title={`签到码 ${signUp.code}`} />
          <figcaption>
            签到码 <b className="zq-num">{codeInWords(signUp.code)}</b>
          </figcaption>
        </figure>
      )}
      {signUp.checkedInAt && <p>已于 {dateTimeText(signUp.checkedInAt)} 签到。</p>}
      {signUp.onlineLink && (
        <ButtonAnchor look="primary" href={signUp.onlineLink} target="_blank" rel="noreferrer">
          线上参加
        </ButtonAnchor>
      )}
      {signUp.withdrawable &&
        (asked ? (
          <>
            <p>取消后名额让给候补的企业；再报名须重新排队。</p>
            <Button
              look="danger"
              disabled={withdraw.isPending}
              onClick={() => {
                onRefused(undefined);
                withdraw.mutate();
              }}
            >
              确认取消报名
            </Button>
            <Button look="plain" onClick={() => setAsked(false)}>
              不取消
            </Button>
          </>
        ) : (
          <Button look="outline" onClick={() => setAsked(true)}>
            取消报名
          </Button>
        ))}
    </>
  );
}

const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;

function SignUpForm({ activity }: { activity: Activity }) {
  const { me } = useMe();
  const [people, setPeople] = useState('1');
  const [name, setName] = useState(me?.name ?? '');
  const [phone, setPhone] = useState('');
  const [tried, setTried] = useState(false);
  const signUp = useSignUp(activity.id, { onSuccess: () => undefined, onError: () => undefined });
  const count = Number(people);
  const wrong = {
    people:
      Number.isInteger(count) && count >= 1
        ? count > activity.mostEach
          ? `每家企业最多 ${activity.mostEach} 人`
          : undefined
        : '请填写参加人数',
    name: name.trim() ? undefined : '请填写联系人',
    phone: PHONE.test(phone.trim())
      ? undefined
      : phone.trim()
        ? '请填写正确的手机号或带区号的座机号'
        : '请填写联系电话',
  };
  const full = activity.phase === 'FULL';
  return (
    <form
      className={css.form}
      noValidate
      aria-label="报名"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!wrong.people && !wrong.name && !wrong.phone)
          signUp.mutate({ people: count, contactName: name.trim(), contactPhone: phone.trim() });
      }}
    >
      {full && <p>名额已满，可以候补：有企业取消报名时，按先后自动递补。</p>}
      <TextField
        label="参加人数"
        hint={`每家企业最多 ${activity.mostEach} 人`}
        inputMode="numeric"
        maxLength={5}
        value={people}
        error={tried ? wrong.people : undefined}
        onChange={(event) => setPeople(event.target.value)}
      />
      <TextField
        label="联系人"
        autoComplete="name"
        maxLength={50}
        value={name}
        error={tried ? wrong.name : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label="联系电话"
        hint="只用于主办单位联系报名企业"
        autoComplete="tel"
        inputMode="tel"
        maxLength={20}
        value={phone}
        error={tried ? wrong.phone : undefined}
        onChange={(event) => setPhone(event.target.value)}
      />
      {signUp.error && <Notice tone="bad">{signUp.error.message}</Notice>}
      <Button type="submit" look="main" disabled={signUp.isPending}>
        {full ? '候补报名' : '报名参加'}
      </Button>
    </form>
  );
}
