import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type ActivitySignUp } from '@/shared/api';
import { SIGN_UP_STATUSES, SignUpTag } from '@/shared/fairs';
import { dateTimeText, DemoTag, NONE, Tag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';

/** 报名与签到: who comes to which activity, and who came. */
export default function SignUpsPage() {
  const activities = useQuery({
    queryKey: ['activities', 'managed', 'choice'],
    queryFn: ({ signal }) =>
      api.get('/api/finance/manage/activities', { query: { size: 200, sort: 'startsAt,desc' }, signal }),
  });
  const over = new Set(
    activities.data?.items.filter(({ activity }) => activity.phase === 'OVER').map(({ id }) => id),
  );
  return (
    <ListPage
      title="报名与签到"
      intro="各金融活动的报名、候补和签到名单，可导出"
      queryKey={['activities', 'sign-ups']}
      path="/api/finance/manage/sign-ups"
      rowKey="id"
      defaultSort="signedUpAt,desc"
      exportPath="/api/finance/manage/sign-ups/export"
      tabs={{
        name: 'status',
        label: '报名状态',
        options: Object.entries(SIGN_UP_STATUSES).map(([value, label]) => ({ value, label })),
      }}
      filters={[
        {
          kind: 'select',
          name: 'activityId',
          label: '活动',
          loading: activities.isPending,
          options: (activities.data?.items ?? [])
            .filter(({ status }) => status !== 'DRAFT')
            .map(({ activity }) => ({ value: activity.id, label: activity.title })),
        },
        { kind: 'text', name: 'q', label: '企业', placeholder: '企业名称' },
        {
          kind: 'select',
          name: 'checkedIn',
          label: '签到',
          options: [
            { value: 'true', label: '已签到' },
            { value: 'false', label: '未签到' },
          ],
        },
      ]}
      empty={{ title: '还没有报名', hint: '活动发布后，企业报名列在这里' }}
      columns={[
        {
          key: 'enterpriseName',
          title: '企业',
          sorter: true,
          render: (_, one) => (
            <>
              {one.enterpriseName} {one.demo && <DemoTag short />}
              <span className={pageCss.sub}>
                <Link to={`/activities/${one.activityId}`}>{one.activityTitle}</Link>
              </span>
            </>
          ),
        },
        {
          key: 'status',
          title: '状态',
          render: (_, one) => <CameTag of={one} over={over.has(one.activityId)} />,
        },
        {
          key: 'people',
          title: '人数',
          sorter: true,
          align: 'right',
          className: pageCss.num,
          render: (_, one) => one.people,
        },
        {
          key: 'contact',
          title: '联系人',
          render: (_, one) => (
            <>
              {one.contactName ?? NONE}
              <span className={pageCss.sub}>{one.contactPhone}</span>
            </>
          ),
        },
        {
          key: 'signedUpAt',
          title: '报名时间',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => dateTimeText(one.signedUpAt),
        },
        {
          key: 'checkedInAt',
          title: '签到',
          sorter: true,
          className: pageCss.num,
          render: (_, one) =>
            one.checkedInAt ? (
              <>
                {dateTimeText(one.checkedInAt)}
                <span className={pageCss.sub}>{one.checkedInBy}</span>
              </>
            ) : (
              NONE
            ),
        },
      ]}
    />
  );
}

/** Whoever came did; of an activity that is over a sign-up alone would read like one of an activity to come. */
function CameTag({ of, over }: { of: ActivitySignUp; over: boolean }) {
  if (of.status !== 'SIGNED_UP') return <SignUpTag of={of} />;
  if (of.checkedInAt) return <Tag tone="good">已签到</Tag>;
  return over ? <Tag tone="quiet">未签到</Tag> : <SignUpTag of={of} />;
}
