import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api, useSubmit, type ManagedActivity } from '@/shared/api';
import { ACTIVITY_STATUSES, PhaseTag, placeText, signUpTimeText, timeText } from '@/shared/fairs';
import { dateTimeText, Definition, Loaded, numberText, Tag } from '@/shared/ui';
import { Prose } from '@/shared/ui/Prose';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { useThingConflict } from '../../ui/useConflict';
import { CoverShown } from '../articles/CoverItems';
import { CheckIn } from './CheckIn';

/** One activity: what it says, how many come, and the door. */
export default function ActivityPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['activities', 'managed', id],
    queryFn: ({ signal }) => api.get('/api/finance/manage/activities/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(managed) => <Shown managed={managed} />}
    </Loaded>
  );
}

function Shown({ managed }: { managed: ManagedActivity }) {
  const { activity, status } = managed;
  return (
    <div className={pageCss.page}>
      <PageHead
        title={activity.title}
        tags={status === 'DRAFT' ? <Tag>{ACTIVITY_STATUSES.DRAFT}</Tag> : <PhaseTag of={activity} />}
        facts={
          <>
            <span>{activity.organiser}</span>
            <span>{timeText(activity)}</span>
            <span>更新于 {dateTimeText(managed.changedAt)}</span>
          </>
        }
      />
      {activity.cancelReason && (
        <p role="note">
          <Tag tone="bad">已取消</Tag> {activity.cancelReason}
        </p>
      )}
      {status !== 'DRAFT' && (
        <Panel
          title="报名情况"
          extra={<Link to={`/activity-sign-ups?activityId=${activity.id}`}>查看名单</Link>}
        >
          <Definition
            items={[
              {
                label: '已报名',
                value: `${numberText(managed.signedUp)} 家，${numberText(activity.taken)} 人（名额 ${numberText(activity.quota)} 人）`,
              },
              { label: '候补', value: `${numberText(managed.waiting)} 家` },
              {
                label: '已签到',
                value: `${numberText(managed.checkedIn)} 家，${numberText(managed.peopleIn)} 人`,
              },
              ...(activity.phase === 'OVER'
                ? [{ label: '未签到', value: `${numberText(managed.signedUp - managed.checkedIn)} 家` }]
                : []),
            ]}
          />
        </Panel>
      )}
      {status === 'PUBLISHED' && activity.phase !== 'OVER' && <CheckIn activityId={activity.id} />}
      <Panel title="活动安排">
        <Definition
          items={[
            { label: '时间', value: timeText(activity) },
            { label: '地点', value: placeText(activity) },
            ...(managed.onlineLink ? [{ label: '线上链接', value: managed.onlineLink }] : []),
            {
              label: '报名时间',
              value: signUpTimeText(activity),
            },
            {
              label: '名额',
              value: `${numberText(activity.quota)} 人，每家企业最多 ${numberText(activity.mostEach)} 人`,
            },
            { label: '参加对象', value: activity.audience, wide: true },
          ]}
        />
      </Panel>
      <Panel title="活动内容">
        {activity.cover && <CoverShown of={activity.cover} />}
        <Prose text={managed.body} />
      </Panel>
      <Steps managed={managed} />
    </div>
  );
}

function Steps({ managed }: { managed: ManagedActivity }) {
  const { activity, status, version } = managed;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [cancelling, setCancelling] = useState(false);
  const conflict = useThingConflict('这个活动', [['activities']]);
  const renew = () => queries.invalidateQueries({ queryKey: ['activities'] });
  const path = { id: activity.id };
  const publish = useSubmit(
    (_: void, idempotencyKey) =>
      api.post('/api/finance/manage/activities/{id}/publish', { path, body: { version }, idempotencyKey }),
    {
      about: () => `publish ${version}`,
      onSuccess: () => void message.success('已发布'),
      onError: (error) => void conflict(error),
      onSettled: renew,
    },
  );
  if (status === 'CANCELLED' || (status === 'PUBLISHED' && activity.phase === 'OVER')) return null;
  return (
    <ActionBar
      hint={
        status === 'DRAFT' ? '发布后企业可以看到和报名' : '修改时间或地点会通知已报名的企业；取消会通知所有人'
      }
    >
      <Button onClick={() => void navigate(`/activities/${activity.id}/edit`)}>修改</Button>
      {status === 'DRAFT' ? (
        <MainButton
          loading={publish.isPending}
          onClick={() =>
            modal.confirm({
              title: `发布“${activity.title}”？`,
              content: '发布后所有人可见，企业可在报名时间内报名。',
              okText: '确认发布',
              onOk: () => publish.mutateAsync().catch(() => undefined),
            })
          }
        >
          发布活动
        </MainButton>
      ) : (
        <Button danger onClick={() => setCancelling(true)}>
          取消活动
        </Button>
      )}
      <ReasonDrawer
        open={cancelling}
        title="取消活动"
        intro="取消后不能恢复，所有报名和候补的企业都会收到通知和取消原因。"
        label="取消原因"
        submitText="确认取消活动"
        danger
        onClose={() => setCancelling(false)}
        onSubmit={async (reason) => {
          await api.post('/api/finance/manage/activities/{id}/cancel', { path, body: { version, reason } });
          void message.success('活动已取消');
          await renew();
        }}
      />
    </ActionBar>
  );
}
