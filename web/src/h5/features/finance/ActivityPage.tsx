import { Button, Form, Input, Toast } from 'antd-mobile';
import { useParams } from 'react-router';
import { signInUrl, useMe, type Activity, type MySignUp } from '@/shared/api';
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
import { dateTimeText, Definition, Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import { confirmed, useProblems } from '@/shared/ui/mobile';
import { Prose } from '@/shared/ui/Prose';
import { Qr } from '@/shared/ui/Qr';
import { Body, LinkButton, Notice, Section } from '../../ui';
import css from './finance.module.css';

type Detail = AnswerOf<'get', '/api/finance/activities/{id}'>;

export default function ActivityPage() {
  const { id = '' } = useParams();
  const query = useActivity(id);
  return (
    <Loaded
      query={query}
      skeleton={<Skeleton lines={14} />}
      instead={<LinkButton to="/finance/activities">看看其他活动</LinkButton>}
    >
      {(detail) => <Shown detail={detail} />}
    </Loaded>
  );
}

function Shown({ detail: { activity, body } }: { detail: Detail }) {
  usePageTitle(activity.title);
  const mine = useMySignUp(activity.id).data;
  return (
    <Body>
      {activity.phase === 'CANCELLED' && (
        <Notice tone="bad">活动已取消。原因：{activity.cancelReason}</Notice>
      )}
      <Section title={activity.title} more={<OwnPhaseTag of={activity} mine={mine} />}>
        {activity.cover && <WideCover of={activity.cover} />}
        <Definition
          columns={1}
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
        {activity.phase !== 'OVER' && mine?.status !== 'WAITING' && (
          <p>
            <a href={calendarOf(activity.id)}>加入日历</a>
          </p>
        )}
      </Section>
      <SigningUp activity={activity} />
      <Section title="活动内容">
        <Prose text={body} />
      </Section>
    </Body>
  );
}

function SigningUp({ activity }: { activity: Activity }) {
  const { me, loading } = useMe();
  const may = useMaySignUp();
  const mine = useMySignUp(activity.id);
  const takes = activity.phase === 'OPEN' || activity.phase === 'FULL';
  if (loading) return null;
  if (!me)
    return takes ? (
      <Section title="报名">
        <a className={css.enter} href={signInUrl(`/m/finance/activities/${activity.id}`)}>
          登录后报名
        </a>
      </Section>
    ) : null;
  if (!may) return null;
  return (
    <Loaded query={mine} compact>
      {(signUp) => (
        <>
          {signUp && <Mine key={signUp.version} signUp={signUp} />}
          {(!signUp || signUp.status === 'WITHDRAWN') && takes && <SignUpForm activity={activity} />}
        </>
      )}
    </Loaded>
  );
}

function Mine({ signUp }: { signUp: MySignUp }) {
  const problems = useProblems();
  const withdraw = useWithdrawSignUp(signUp, {
    onSuccess: () => void Toast.show('已取消报名'),
    onError: (error) => problems(error),
  });
  const ask = async () => {
    const content = '取消后名额让给候补的企业；再报名须重新排队。';
    if (await confirmed({ content, confirmText: '确认取消报名', cancelText: '不取消' }))
      await withdraw.mutateAsync().catch(() => undefined);
  };
  return (
    <Section title="我的报名" more={<SignUpTag of={signUp} />}>
      <p>{signUp.people} 人</p>
      {signUp.status === 'WAITING' && (
        <p className={css.waiting}>
          名额已满，{waitingText(signUp.waitingBefore)}。有空余名额时按先后自动转为报名成功。
        </p>
      )}
      {signUp.code && !signUp.checkedInAt && (
        <figure className={css.code}>
          <Qr content={signUp.code} size={200} title={`签到码 ${signUp.code}`} />
          <figcaption>
            签到码 <b className="zq-num">{codeInWords(signUp.code)}</b>
          </figcaption>
        </figure>
      )}
      {signUp.checkedInAt && <p>已于 {dateTimeText(signUp.checkedInAt)} 签到。</p>}
      {signUp.onlineLink && (
        <p>
          <a href={signUp.onlineLink} target="_blank" rel="noreferrer">
            线上参加
          </a>
        </p>
      )}
      {signUp.withdrawable && (
        <Button block fill="outline" loading={withdraw.isPending} onClick={() => void ask()}>
          取消报名
        </Button>
      )}
    </Section>
  );
}

interface Values {
  people: string;
  contactName: string;
  contactPhone: string;
}

function SignUpForm({ activity }: { activity: Activity }) {
  const { me } = useMe();
  const [form] = Form.useForm<Values>();
  const problems = useProblems();
  const full = activity.phase === 'FULL';
  const signUp = useSignUp(activity.id, {
    onSuccess: ({ status }) => void Toast.show(status === 'WAITING' ? '已加入候补' : '报名成功'),
    onError: (error) => problems(error, form),
  });
  return (
    <Section title={full ? '候补报名' : '报名'}>
      {full && <p>名额已满，可以候补：有企业取消报名时，按先后自动递补。</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMarkStyle="none"
        initialValues={{ people: '1', contactName: me?.name }}
        onFinish={({ people, contactName, contactPhone }: Values) =>
          signUp.mutate({
            people: Number(people),
            contactName: contactName.trim(),
            contactPhone: contactPhone.trim(),
          })
        }
        footer={
          <Button block type="submit" color="primary" loading={signUp.isPending}>
            {full ? '候补报名' : '报名参加'}
          </Button>
        }
      >
        <Form.Item
          name="people"
          label="参加人数"
          description={`每家企业最多 ${activity.mostEach} 人`}
          rules={[
            { required: true, pattern: /^[1-9]\d{0,4}$/, message: '请填写参加人数' },
            {
              validator: (_: unknown, typed?: string) =>
                Number(typed) > activity.mostEach
                  ? Promise.reject(new Error(`每家企业最多 ${activity.mostEach} 人`))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input id="people" inputMode="numeric" maxLength={5} />
        </Form.Item>
        <Form.Item
          name="contactName"
          label="联系人"
          rules={[{ required: true, whitespace: true, message: '请填写联系人' }]}
        >
          <Input id="contactName" maxLength={50} autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="contactPhone"
          label="联系电话"
          description="只用于主办单位联系报名企业"
          rules={[
            { required: true, whitespace: true, message: '请填写联系电话' },
            {
              pattern: /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/,
              message: '请填写正确的手机号或带区号的座机号',
            },
          ]}
        >
          <Input id="contactPhone" type="tel" maxLength={13} autoComplete="tel" />
        </Form.Item>
      </Form>
    </Section>
  );
}
