import { Link, useNavigate } from 'react-router';
import { ACTIVITY_STATUSES, PhaseTag, placeText, timeInRow } from '@/shared/fairs';
import { dateTimeText, Tag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { MainButton, pageCss } from '../../ui/page';

/** 金融活动: what is planned, open and over, and how many come. */
export default function ActivitiesPage() {
  const navigate = useNavigate();
  return (
    <ListPage
      title="金融活动"
      intro="发布银企对接、宣讲和培训，企业在线报名，名额满后自动候补，现场凭码签到"
      queryKey={['activities', 'managed', 'list']}
      path="/api/finance/manage/activities"
      rowKey="id"
      defaultSort="changedAt,desc"
      exportPath="/api/finance/manage/activities/export"
      tabs={{
        name: 'status',
        label: '状态',
        options: Object.entries(ACTIVITY_STATUSES).map(([value, label]) => ({ value, label })),
      }}
      filters={[
        { kind: 'text', name: 'q', label: '关键词', placeholder: '活动、主办单位、参加对象' },
        {
          kind: 'select',
          name: 'over',
          label: '活动时间',
          options: [
            { value: 'false', label: '未结束' },
            { value: 'true', label: '已结束' },
          ],
        },
      ]}
      toolbar={() => <MainButton onClick={() => void navigate('/activities/new')}>新建活动</MainButton>}
      empty={{ title: '还没有金融活动', hint: '新建并发布后，企业可在线报名' }}
      columns={[
        {
          key: 'title',
          title: '活动',
          sorter: true,
          render: (_, { activity }) => (
            <>
              <Link to={`/activities/${activity.id}`}>{activity.title}</Link>
              <span className={pageCss.sub}>{activity.organiser}</span>
            </>
          ),
        },
        {
          key: 'status',
          title: '状态',
          render: (_, one) =>
            one.status === 'DRAFT' ? <Tag>{ACTIVITY_STATUSES.DRAFT}</Tag> : <PhaseTag of={one.activity} />,
        },
        {
          key: 'startsAt',
          title: '时间与地点',
          sorter: true,
          render: (_, { activity }) => (
            <>
              {timeInRow(activity)}
              <span className={pageCss.sub}>{placeText(activity)}</span>
            </>
          ),
        },
        {
          key: 'taken',
          title: '报名人数',
          sorter: true,
          align: 'right',
          className: pageCss.num,
          render: (_, { activity }) => `${activity.taken} / ${activity.quota}`,
        },
        {
          key: 'counts',
          title: '企业',
          render: (_, one) => `报名 ${one.signedUp} 家，候补 ${one.waiting} 家，签到 ${one.checkedIn} 家`,
        },
        {
          key: 'changedAt',
          title: '更新时间',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => dateTimeText(one.changedAt),
        },
      ]}
    />
  );
}
