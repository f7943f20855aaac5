import { label } from '@/shared/i18n';
import { dateText, NONE, numberText } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { smsCost, smsProviders } from './sms';

const counted = (count: number) => `${numberText(count)} 条`;

/** 短信费用: what each provider was asked, brought and charges, day by day. */
export default function SmsCostsPage() {
  const figure = { align: 'right', className: pageCss.num } as const;
  return (
    <ListPage
      title="短信费用"
      intro="按服务商和日期汇总；费用按发送时设置的单价计算，未设单价的不计算，以服务商账单为准"
      queryKey={['sms-attempts', 'days']}
      path="/api/message/sms-attempts/days"
      rowKey="id"
      exportPath="/api/message/sms-attempts/days/export"
      empty={{ title: '还没有发送过短信', hint: '有短信提交给服务商后按日汇总在这里' }}
      filters={[smsProviders, { kind: 'dates', name: 'at', label: '日期', from: 'from', to: 'to' }]}
      columns={[
        { key: 'day', title: '日期', className: pageCss.num, render: (_, row) => dateText(row.day) },
        { key: 'provider', title: '服务商', render: (_, row) => label('smsProvider', row.provider) },
        { key: 'attempts', title: '提交', ...figure, render: (_, row) => counted(row.attempts) },
        { key: 'taken', title: '受理', ...figure, render: (_, row) => counted(row.taken) },
        { key: 'delivered', title: '已送达', ...figure, render: (_, row) => counted(row.delivered) },
        { key: 'undelivered', title: '未送达', ...figure, render: (_, row) => counted(row.undelivered) },
        { key: 'refused', title: '未受理', ...figure, render: (_, row) => counted(row.refused) },
        { key: 'unknown', title: '结果不明', ...figure, render: (_, row) => counted(row.unknown) },
        { key: 'parts', title: '计费', ...figure, render: (_, row) => counted(row.parts) },
        {
          key: 'cost',
          title: '费用',
          ...figure,
          render: (_, row) => (row.parts ? (smsCost(row.cost) ?? '未设单价') : NONE),
        },
      ]}
    />
  );
}
