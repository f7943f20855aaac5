import { label } from '@/shared/i18n';
import { dateTimeText, NONE } from '@/shared/ui';
import { pageCss } from '../../ui/page';
import { ScopedListPage } from '../../ui/ScopedListPage';
import { EnabledTag } from './EnabledTag';

const TYPES = ['ENTERPRISE', 'GOVERNMENT', 'BANK', 'OPERATOR', 'CHAMBER', 'PROVIDER', 'TALENT'] as const;

/** 用户账号: everyone who has an account. */
export default function AccountsPage() {
  return (
    <ScopedListPage
      title="用户账号"
      intro="平台全部用户类型的注册账号"
      queryKey={['accounts', 'list']}
      path="/api/user/accounts"
      rowKey="accountId"
      defaultSort="registeredAt,desc"
      exportPath="/api/user/accounts/export"
      tabs={{
        name: 'userType',
        label: '用户类型',
        options: TYPES.map((value) => ({ value, label: label('userType', value) })),
      }}
      filters={[
        { kind: 'text', name: 'q', label: '账号', placeholder: '姓名或企业名称' },
        {
          kind: 'select',
          name: 'enabled',
          label: '状态',
          options: [
            { value: 'true', label: '正常' },
            { value: 'false', label: '已停用' },
          ],
        },
      ]}
      columns={[
        { key: 'displayName', title: '姓名', dataIndex: 'displayName', sorter: true },
        { key: 'userType', title: '用户类型', render: (_, row) => label('userType', row.userType) },
        {
          key: 'at',
          title: '所属企业或机构',
          render: (_, row) => row.enterpriseName ?? row.institutionName ?? NONE,
        },
        {
          key: 'roles',
          title: '角色',
          render: (_, row) => row.roleNames.join('、') || NONE,
        },
        { key: 'status', title: '状态', render: (_, row) => <EnabledTag enabled={row.enabled} /> },
        { key: 'channel', title: '注册来源', render: (_, row) => label('channel', row.channel) },
        {
          key: 'registeredAt',
          title: '注册时间',
          sorter: true,
          className: pageCss.num,
          render: (_, row) => dateTimeText(row.registeredAt),
        },
      ]}
    />
  );
}
