import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { api, useMe, useSubmit, type ResendOutcome, type UndeliveredMessage } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Tag } from '@/shared/ui';
import { ListPage, useProblems } from '@/shared/ui/antd';
import { Answer } from '../../ui/Answer';
import { pageCss } from '../../ui/page';

const KINDS = ['CODE', 'FINANCE', 'POLICY', 'SYSTEM'] as const;
const CHANNELS = ['IN_SITE', 'WECHAT', 'SUBSCRIPTION', 'SMS'] as const;

/** 未送达通知: what by no way besides the inbox got to its receiver, and what waited in vain for whom to tell; sent again by hand. */
export default function UndeliveredPage() {
  const { can } = useMe();
  const { message, modal } = App.useApp();
  const problems = useProblems();
  const queries = useQueryClient();
  const resend = useSubmit(
    (body: { ids: string[]; doubtAccepted: boolean }, idempotencyKey) =>
      api.post('/api/message/undelivered/resend', { body, idempotencyKey }),
    {
      about: ({ ids }) => ids.join(),
      onSuccess: (outcome) => void message.info(outcomeText(outcome)),
      onError: (error) => problems(error),
      onSettled: () => queries.invalidateQueries({ queryKey: ['undelivered'] }),
    },
  );
  const ask = (rows: UndeliveredMessage[], clear: () => void) => {
    const doubtful = rows.filter((row) => row.twice).length;
    modal.confirm({
      title: `重发 ${rows.length} 条通知？`,
      content: (
        <>
          按接收人现在的消息设置，依次用公众号、订阅消息和短信发送，送达为止；站内信未送达的，重新等待送达。已经送达的不会再发。
          {doubtful > 0 && (
            <p className={pageCss.sub}>
              <Tag tone="wait">可能重复</Tag>
              其中 {doubtful} 条结果不明，可能已经送达，重发后接收人可能收到两次。
            </p>
          )}
        </>
      ),
      okText: doubtful > 0 ? '仍然重发' : '重发',
      onOk: () =>
        resend
          .mutateAsync({ ids: rows.map((row) => row.messageId), doubtAccepted: doubtful > 0 })
          .then(clear, () => undefined),
    });
  };
  const mayResend = can('message.undelivered.resend');
  return (
    <ListPage
      title="未送达通知"
      intro="未能通过公众号、订阅消息或短信确认送达的通知，接收人登录后仍可在站内信中看到；失败方式写着“站内信”的，到期仍没有查到接收人，一条也没有发出"
      queryKey={['undelivered', 'list']}
      path="/api/message/undelivered"
      rowKey="messageId"
      defaultSort="endedAt,desc"
      exportPath="/api/message/undelivered/export"
      empty={{ title: '没有未送达的通知', hint: '没有送达的列在这里，可选中后重发' }}
      filters={[
        { kind: 'text', name: 'title', label: '内容', placeholder: '通知中的文字' },
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
          label: '失败方式',
          options: CHANNELS.map((value) => ({ value, label: label('pushChannel', value) })),
        },
        {
          kind: 'select',
          name: 'resendable',
          label: '结果',
          options: [
            { value: 'true', label: '发送失败' },
            { value: 'false', label: '结果不明' },
          ],
        },
        { kind: 'dates', name: 'at', label: '失败日期', from: 'from', to: 'to' },
      ]}
      selectable={mayResend ? (row) => row.resendable || row.twice : undefined}
      toolbar={
        mayResend
          ? (selected, clear) => (
              <Button
                disabled={!selected.length}
                loading={resend.isPending}
                onClick={() => ask(selected, clear)}
              >
                重发{selected.length > 0 && `（${selected.length}）`}
              </Button>
            )
          : undefined
      }
      columns={[
        { key: 'title', title: '内容', dataIndex: 'title' },
        { key: 'kind', title: '类别', render: (_, row) => label('messageKind', row.kind) },
        { key: 'receiver', title: '接收人', render: (_, row) => row.receiver ?? '（未知姓名）' },
        {
          key: 'failed',
          title: '失败方式',
          render: (_, row) => row.failed.map((way) => label('pushChannel', way)).join('、'),
        },
        {
          key: 'resendable',
          title: '结果',
          render: (_, row) =>
            row.resendable ? (
              <>
                <Tag tone="bad">发送失败</Tag>
                {row.answer && <Answer small text={row.answer} />}
              </>
            ) : (
              <>
                <Tag tone="wait">结果不明</Tag>
                <span className={pageCss.sub}>
                  {row.twice ? '可能已送达，已无法查询' : '可能已送达，不能重发'}
                </span>
                {row.answer && <Answer small text={row.answer} />}
              </>
            ),
        },
        { key: 'resent', title: '已重发', className: pageCss.num, render: (_, row) => `${row.resent} 次` },
        {
          key: 'endedAt',
          title: '失败时间',
          sorter: true,
          className: pageCss.num,
          render: (_, row) => dateTimeText(row.endedAt, true),
        },
      ]}
    />
  );
}

function outcomeText({ resent, notThere, uncertain, declined }: ResendOutcome): string {
  const left = [
    notThere && `${notThere} 条已送达或正在发送`,
    uncertain && `${uncertain} 条结果不明`,
    declined && `${declined} 条接收人不再接收`,
  ].filter(Boolean);
  return `已重发 ${resent} 条${left.length ? `；未重发：${left.join('，')}` : ''}`;
}
