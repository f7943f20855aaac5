import { label } from '@/shared/i18n';
import { dateTimeText, NONE, StatusTag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { Answer } from '../../ui/Answer';
import { pageCss } from '../../ui/page';
import { smsCost } from './sms';

const KINDS = ['CODE', 'FINANCE', 'POLICY', 'SYSTEM'] as const;
const CHANNELS = ['IN_SITE', 'SMS', 'WECHAT', 'SUBSCRIPTION'] as const;
const RESULTS = ['DELIVERED', 'ACCEPTED', 'FAILED'] as const;

/** 信息推送日志: what was sent to whom, what became of it, whether it was read. Titles only; the text is its receiver's. */
export default function PushesPage() {
  return (
    <ListPage
      title="信息推送日志"
      intro="平台向用户发送的每一条消息。用户删除消息后，发送记录仍保留"
      queryKey={['pushes', 'list']}
      path="/api/message/push-log"
      rowKey="messageId"
      defaultSort="sentAt,desc"
      exportPath="/api/message/push-log/export"
      filters={[
        { kind: 'text', name: 'title', label: '标题', placeholder: '标题中的文字' },
        { kind: 'text', name: 'receiver', label: '接收人', placeholder: '输入姓名' },
        {
          kind: 'select',
          name: 'kind',
          label: '类别',
          options: KINDS.map((value) => ({ value, label: label('messageKind', value) })),
        },
        {
          kind: 'select',
          name: 'channel',
          label: '方式',
          options: CHANNELS.map((value) => ({ value, label: label('pushChannel', value) })),
        },
        {
          kind: 'select',
          name: 'result',
          label: '结果',
          options: RESULTS.map((value) => ({ value, label: label('pushResult', value) })),
        },
        { kind: 'dates', name: 'at', label: '日期', from: 'from', to: 'to' },
      ]}
      columns={[
        { key: 'title', title: '标题', dataIndex: 'title' },
        { key: 'kind', title: '类别', render: (_, row) => label('messageKind', row.kind) },
        {
          key: 'receiver',
          title: '接收人',
          render: (_, row) => row.receiver ?? '（未知姓名）',
        },
        { key: 'channel', title: '方式', render: (_, row) => label('pushChannel', row.channel) },
        {
          key: 'result',
          title: '结果',
          render: (_, row) => (
            <>
              <StatusTag of="pushResult" value={row.result} />
              {row.answer && <Answer small text={row.answer} />}
            </>
          ),
        },
        {
          key: 'cost',
          title: '短信服务商',
          render: (_, row) =>
            row.provider ? (
              <>
                {label('smsProvider', row.provider)}
                {row.parts !== undefined && (
                  <span className={pageCss.sub}>
                    {[`${row.parts} 条`, smsCost(row.cost)].filter(Boolean).join('，')}
                  </span>
                )}
              </>
            ) : (
              NONE
            ),
        },
        {
          key: 'sentAt',
          title: '发送时间',
          sorter: true,
          className: pageCss.num,
          render: (_, row) => (
            <>
              {dateTimeText(row.sentAt, true)}
              {row.readAt && <span className={pageCss.sub}>站内阅读 {dateTimeText(row.readAt, true)}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
