import { Link } from 'react-router';
import { codeInWords, placeText, SIGN_UP_STATUSES, SignUpTag, timeText } from '@/shared/fairs';
import { dateTimeText, NONE } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { ButtonLink } from '../../ui';

/** 我的活动: what the enterprise signed up for, with the code of each. */
export default function MySignUpsPage() {
  return (
    <ListPage
      title="我的活动"
      intro="本企业报名的金融活动；到场时出示签到码"
      queryKey={['activities', 'mine', 'list']}
      path="/api/finance/my/sign-ups"
      rowKey="id"
      tabs={{
        name: 'status',
        label: '报名状态',
        options: Object.entries(SIGN_UP_STATUSES).map(([value, label]) => ({ value, label })),
      }}
      bare
      empty={{ title: '还没有报名活动', hint: '银企对接、政策宣讲等活动可在线报名' }}
      toolbar={() => (
        <ButtonLink look="main" small to="/finance/activities">
          查看金融活动
        </ButtonLink>
      )}
      scrollX={760}
      columns={[
        {
          key: 'activity',
          title: '活动',
          render: (_, { activity }) => (
            <Link to={`/finance/activities/${activity.id}`}>{activity.title}</Link>
          ),
        },
        { key: 'time', title: '时间', render: (_, { activity }) => timeText(activity) },
        { key: 'place', title: '地点', render: (_, { activity }) => placeText(activity) },
        { key: 'people', title: '人数', className: 'zq-whole', render: (_, { people }) => `${people} 人` },
        { key: 'status', title: '状态', render: (_, one) => <SignUpTag of={one} /> },
        {
          key: 'code',
          title: '签到码',
          className: 'zq-whole',
          render: (_, { code }) => (code ? codeInWords(code) : NONE),
        },
        {
          key: 'checkedInAt',
          title: '签到时间',
          className: 'zq-whole',
          render: (_, { checkedInAt }) => (checkedInAt ? dateTimeText(checkedInAt) : NONE),
        },
      ]}
    />
  );
}
