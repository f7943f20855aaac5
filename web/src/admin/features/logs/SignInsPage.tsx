import { label } from '@/shared/i18n';
import { dateTimeText, NONE, Tag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { clientName } from './client-name';
import { SIGN_IN_RESULTS, toneOfSignIn } from './sign-in-results';

/** 登录日志: every attempt to sign in, and every end of a sign-in. */
export default function SignInsPage() {
  return (
    <ListPage
      title="登录日志"
      intro="每一次登录尝试（含失败与锁定）和每一次退出"
      queryKey={['sign-ins', 'list']}
      path="/api/auth/sign-in-log"
      rowKey="id"
      defaultSort="at,desc"
      exportPath="/api/auth/sign-in-log/export"
      filters={[
        { kind: 'text', name: 'username', label: '登录名', placeholder: '完整的用户名或手机号' },
        { kind: 'text', name: 'name', label: '姓名', placeholder: '输入姓名' },
        {
          kind: 'select',
          name: 'result',
          label: '结果',
          multiple: true,
          options: SIGN_IN_RESULTS.map((value) => ({ value, label: label('signInResult', value) })),
        },
        { kind: 'dates', name: 'at', label: '日期', from: 'from', to: 'to' },
      ]}
      columns={[
        {
          key: 'username',
          title: '登录名',
          render: (_, row) => (
            <>
              {row.username}
              {!row.accountId && <span className={pageCss.sub}>没有该账号</span>}
            </>
          ),
        },
        {
          key: 'name',
          title: '姓名',
          render: (_, row) =>
            row.name ? (
              <>
                {row.name}
                {row.affiliation && <span className={pageCss.sub}>{row.affiliation}</span>}
              </>
            ) : (
              NONE
            ),
        },
        {
          key: 'result',
          title: '结果',
          render: (_, row) => <Tag tone={toneOfSignIn(row.result)}>{label('signInResult', row.result)}</Tag>,
        },
        {
          key: 'at',
          title: '时间',
          sorter: true,
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
