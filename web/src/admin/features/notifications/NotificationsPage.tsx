import { Link, useNavigate } from 'react-router';
import { useMe } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, NONE, numberText, StatusTag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { MainButton, pageCss } from '../../ui/page';
import { Reason } from '../../ui/Reason';
import { KINDS } from './content';

const STATES = [
  'DRAFT',
  'PENDING_APPROVAL',
  'REJECTED',
  'SCHEDULED',
  'SENDING',
  'SENT',
  'CANCELLED',
] as const;

/** 消息通知: what operators tell many people at once. */
export default function NotificationsPage() {
  const { can } = useMe();
  const navigate = useNavigate();
  return (
    <ListPage
      title="消息通知"
      intro="向企业用户和机构人员群发站内信、公众号和短信通知；接收人较多时须由第二人审批"
      queryKey={['notifications', 'list']}
      path="/api/message/notifications"
      rowKey="id"
      exportPath="/api/message/notifications/export"
      tabs={{
        name: 'state',
        label: '状态',
        options: STATES.map((value) => ({ value, label: label('notificationState', value) })),
      }}
      filters={[
        { kind: 'text', name: 'q', label: '通知', placeholder: '标题或正文' },
        {
          kind: 'select',
          name: 'kind',
          label: '类型',
          options: KINDS.map((value) => ({ value, label: label('messageKind', value) })),
        },
        { kind: 'dates', name: 'at', label: '创建日期', from: 'from', to: 'to' },
      ]}
      toolbar={() =>
        can('message.notification.manage') && (
          <MainButton onClick={() => void navigate('/notifications/new')}>新建通知</MainButton>
        )
      }
      empty={{ title: '还没有通知', hint: '新建后可先预览、统计接收人数，再发送或定时发送' }}
      columns={[
        {
          key: 'title',
          title: '标题',
          render: (_, row) => (
            <>
              <Link to={`/notifications/${row.id}`}>{row.title}</Link>
              <span className={pageCss.sub}>{label('messageKind', row.kind)}</span>
            </>
          ),
        },
        {
          key: 'channels',
          title: '通知方式',
          render: (_, row) => row.channels.map((way) => label('pushChannel', way)).join('、'),
        },
        {
          key: 'status',
          title: '状态',
          render: (_, row) => (
            <>
              <StatusTag of="notificationState" value={row.state} />
              {row.state === 'REJECTED' && row.rejectReason && <Reason>{row.rejectReason}</Reason>}
            </>
          ),
        },
        {
          key: 'people',
          title: '接收人数',
          align: 'right',
          sorter: true,
          className: pageCss.num,
          render: (_, row) => numberText(row.people),
        },
        {
          key: 'sendAt',
          title: '发送时间',
          sorter: true,
          className: pageCss.num,
          render: (_, row) => (row.sendAt ? dateTimeText(row.sendAt) : NONE),
        },
        { key: 'author', title: '编写人', render: (_, row) => row.author },
        {
          key: 'createdAt',
          title: '创建时间',
          sorter: true,
          className: pageCss.num,
          render: (_, row) => dateTimeText(row.createdAt),
        },
      ]}
    />
  );
}
