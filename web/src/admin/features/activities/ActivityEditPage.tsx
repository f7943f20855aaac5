import { useQuery } from '@tanstack/react-query';
import { Form, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useParams } from 'react-router';
import { api, useSubmit, type ActivityContent, type ManagedActivity } from '@/shared/api';
import { inZone, Loaded } from '@/shared/ui';
import { DayField } from '@/shared/ui/antd/DayField';
import { Prose } from '@/shared/ui/Prose';
import { ActionBar, MainButton, PageHead, Panel } from '../../ui/page';
import { useEditing } from '../../ui/useEditing';
import { within } from '../../ui/within';
import { CoverItems, coverOf } from '../articles/CoverItems';
import { MARKDOWN_HINT, MarkdownExample } from '../articles/MarkdownExample';
import { Words } from '../articles/Words';
import css from './activities.module.css';

const TIMES = ['startsAt', 'endsAt', 'signUpFrom', 'signUpUntil'] as const;
type Time = (typeof TIMES)[number];
type Lines = Omit<ActivityContent, Time>;
type Values = Lines & Record<Time, Dayjs>;

/** An activity is written or changed here; it is published where it is shown. */
export default function ActivityEditPage() {
  const { id } = useParams();
  const query = useQuery({
    queryKey: ['activities', 'managed', id],
    queryFn: ({ signal }) =>
      api.get('/api/finance/manage/activities/{id}', { path: { id: id ?? '' }, signal }),
    enabled: !!id,
  });
  if (!id) return <Editor />;
  return (
    <Loaded page query={query}>
      {(managed) => <Editor key={managed.version} managed={managed} />}
    </Loaded>
  );
}

/** What was picked is the time of the district, wherever the browser is. */
const moment = (picked: Dayjs) => `${picked.format('YYYY-MM-DDTHH:mm')}:00+08:00`;
const picked = (at: string) => dayjs(inZone(at).format('YYYY-MM-DDTHH:mm'));

export function contentOf({ startsAt, endsAt, signUpFrom, signUpUntil, ...words }: Values): ActivityContent {
  return {
    ...words,
    title: words.title.trim(),
    organiser: words.organiser.trim(),
    place: words.place?.trim() || undefined,
    onlineLink: words.onlineLink?.trim() || undefined,
    cover: coverOf(words.cover),
    startsAt: moment(startsAt),
    endsAt: moment(endsAt),
    signUpFrom: moment(signUpFrom),
    signUpUntil: moment(signUpUntil),
  };
}

function startOf({ activity, onlineLink, body }: ManagedActivity): Partial<Values> {
  return {
    title: activity.title,
    organiser: activity.organiser,
    place: activity.place,
    onlineLink,
    startsAt: picked(activity.startsAt),
    endsAt: picked(activity.endsAt),
    signUpFrom: picked(activity.signUpFrom),
    signUpUntil: picked(activity.signUpUntil),
    quota: activity.quota,
    mostEach: activity.mostEach,
    audience: activity.audience,
    cover: activity.cover,
    body,
  };
}

function Editor({ managed }: { managed?: ManagedActivity }) {
  const editing = useEditing<Values>('这个活动', 'activities', '/activities', 'content');
  const body = Form.useWatch('body', editing.form);
  const save = useSubmit(
    (values: Values, idempotencyKey) => {
      const content = contentOf(values);
      return managed
        ? api.put('/api/finance/manage/activities/{id}', {
            path: { id: managed.activity.id },
            body: { version: managed.version, content },
          })
        : api.post('/api/finance/manage/activities', { body: content, idempotencyKey });
    },
    { onSuccess: ({ activity }) => editing.onSaved(activity.id), onError: editing.onError },
  );
  const published = managed?.status === 'PUBLISHED';
  return (
    <Form<Values>
      {...editing.formProps(save.mutate)}
      initialValues={managed ? startOf(managed) : { mostEach: 1 }}
    >
      {editing.guard}
      <PageHead
        title={managed ? `修改“${managed.activity.title}”` : '新建金融活动'}
        facts={published ? '修改时间或地点，已报名和候补的企业都会收到通知' : undefined}
      />
      {editing.summary}
      <Panel title="活动安排">
        <Words<Lines> name="title" label="活动名称" most={100} />
        <Words<Lines> name="organiser" label="主办单位" most={100} />
        <Words<Lines> name="place" label="地点" most={200} optional hint="线下活动填写；只在线上举办的留空" />
        <Words<Lines>
          name="onlineLink"
          label="线上链接"
          most={500}
          optional
          hint="只有报名成功的企业能看到"
        />
        <div className={css.times}>
          <Moment name="startsAt" label="开始时间" />
          <Moment name="endsAt" label="结束时间" after="startsAt" wrong="结束时间应晚于开始时间" />
        </div>
      </Panel>
      <Panel title="报名">
        <div className={css.times}>
          <Moment name="signUpFrom" label="报名开始时间" />
          <Moment name="signUpUntil" label="报名截止时间" after="signUpFrom" wrong="应晚于报名开始时间" />
        </div>
        <Form.Item
          name="quota"
          label="名额"
          extra="按人数计；报满后的企业进入候补，有空位时按先后自动递补"
          rules={[{ required: true, message: '请填写名额' }, within(1, 10_000)]}
        >
          <InputNumber<number> suffix="人" style={{ width: 200 }} />
        </Form.Item>
        <Form.Item
          name="mostEach"
          label="每家企业最多人数"
          dependencies={['quota']}
          rules={[
            { required: true, message: '请填写每家企业最多人数' },
            within(1, 10_000),
            ({ getFieldValue }) => ({
              validator: (_, value?: number) =>
                value && value > ((getFieldValue('quota') as number | undefined) ?? value)
                  ? Promise.reject(new Error('不能超过名额'))
                  : Promise.resolve(),
            }),
          ]}
        >
          <InputNumber<number> suffix="人" style={{ width: 200 }} />
        </Form.Item>
        <Words<Lines> name="audience" label="参加对象" most={300} rows={2} />
      </Panel>
      <Panel title="活动内容">
        <CoverItems />
        <Words<Lines> name="body" label="活动内容" most={20_000} rows={10} hint={MARKDOWN_HINT} />
        <MarkdownExample />
        {body && (
          <section aria-label="内容预览">
            <Prose text={body} />
          </section>
        )}
      </Panel>
      <ActionBar hint={editing.dirty ? '有修改尚未保存' : '保存后可发布'}>
        <MainButton htmlType="submit" loading={save.isPending}>
          保存
        </MainButton>
      </ActionBar>
    </Form>
  );
}

function Moment({ name, label, after, wrong }: { name: Time; label: string; after?: Time; wrong?: string }) {
  return (
    <Form.Item
      name={name}
      label={label}
      dependencies={after ? [after] : undefined}
      rules={[
        { required: true, message: `请选择${label}` },
        ({ getFieldValue }) => ({
          validator: (_, value?: Dayjs) => {
            const earlier = after && (getFieldValue(after) as Dayjs | undefined);
            return earlier && value && !value.isAfter(earlier)
              ? Promise.reject(new Error(wrong))
              : Promise.resolve();
          },
        }),
      ]}
    >
      <DayField showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
    </Form.Item>
  );
}
