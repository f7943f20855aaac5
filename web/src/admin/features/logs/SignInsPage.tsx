import { label } from '@/shared/i18n';
import { dateTimeText, NONE, Tag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { clientName } from './client-name';

const RESULTS = [
  'SUCCESS',
  'SECOND_FACTOR_ASKED',
  'BAD_CREDENTIALS',
  'BAD_SMS_CODE',
  'PHONE_UNVERIFIED',
  'BAD_CODE',
  'LOCKED',
  'DISABLED',
  'UNAVAILABLE',
] as const;

/** 登录日志: every attempt to sign in. */
export default function SignInsPage() {
  return (
    <ListPage
      title="登录日志"
      intro="每一次登录尝试，含失败与锁定"
      queryKey={['sign-ins', 'list']}
      path="/api/auth/sign-in-log"
      rowKey="id"
      filters={[
        { kind: 'text', name: 'username', label: '登录名', placeholder: '输入登录名' },
        {
          kind: 'select',
          name: 'result',
          label: '结果',
          options: RESULTS.map((value) => ({ value, label: label('signInResult', value) })),
        },
        { kind: 'dates', name: 'at', label: '日期', from: 'from', to: 'to' },
      ]}
      columns={[
        { key: 'username', title: '登录名', dataIndex: 'username' },
        {
          key: 'result',
          title: '结果',
          render: (_, row) => (
            <Tag
              tone={row.result === 'SUCCESS' ? 'good' : row.result === 'SECOND_FACTOR_ASKED' ? 'wait' : 'bad'}
            >
              {label('signInResult', row.result)}
            </Tag>
          ),
        },
        {
          key: 'at',
          title: '时间',
          className: pageCss.num,
          render: (_, row) => dateTimeText(row.at, true),
        },
        {
          key: 'address',
          title: '来源地址',
          className: pageCss.num,
          render: (_, row) => row.address ?? NONE,
        },
        {
          key: 'userAgent',
          title: '终端',
          render: (_, row) => <span title={row.userAgent}>{clientName(row.userAgent)}</span>,
        },
      ]}
    />
  );
}
