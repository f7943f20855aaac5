import { label } from '@/shared/i18n';
import { dateTimeText, NONE, numberText, Tag, type Tone } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';

const STATES = ['HANDED_OVER', 'ACCEPTED', 'REFUSED', 'LATER', 'UNKNOWN', 'NOBODY'] as const;
const TONES: Record<(typeof STATES)[number], Tone> = {
  HANDED_OVER: 'wait',
  ACCEPTED: 'info',
  REFUSED: 'bad',
  LATER: 'wait',
  UNKNOWN: 'wait',
  NOBODY: 'info',
};
const WAYS = ['WECHAT', 'SUBSCRIPTION'] as const;

/** 微信发送明细: every attempt, what WeChat answered, with its number. */
export default function WeChatAttemptsPage() {
  return (
    <ListPage
      title="微信发送明细"
      intro="向微信提交的每一次；暂未受理的、几分钟内结果不明的以同一编号再次提交，用户不会收到两条"
      queryKey={['wechat-attempts', 'list']}
      path="/api/message/wechat-attempts"
      rowKey="id"
      defaultSort="sentAt,desc"
      exportPath="/api/message/wechat-attempts/export"
      empty={{ title: '还没有向微信提交过消息', hint: '每次提交给微信后列在这里' }}
      filters={[
        { kind: 'text', name: 'receiver', label: '接收人', placeholder: '输入姓名' },
        {
          kind: 'select',
          name: 'way',
          label: '方式',
          options: WAYS.map((value) => ({ value, label: label('pushChannel', value) })),
        },
        {
          kind: 'select',
          name: 'state',
          label: '结果',
          options: STATES.map((value) => ({ value, label: label('weChatState', value) })),
        },
        { kind: 'dates', name: 'at', label: '日期', from: 'from', to: 'to' },
      ]}
      columns={[
        { key: 'title', title: '标题', render: (_, row) => row.title ?? NONE },
        { key: 'receiver', title: '接收人', render: (_, row) => row.receiver ?? NONE },
        {
          key: 'way',
          title: '方式',
          render: (_, row) => (
            <>
              {label('pushChannel', row.way)}
              {row.number > 1 && <span className={pageCss.sub}>第 {row.number} 次提交</span>}
            </>
          ),
        },
        {
          key: 'state',
          title: '结果',
          render: (_, row) => <Tag tone={TONES[row.state]}>{label('weChatState', row.state)}</Tag>,
        },
        { key: 'answer', title: '微信答复', render: (_, row) => row.answer ?? NONE },
        {
          key: 'millis',
          title: '应答时间',
          align: 'right',
          className: pageCss.num,
          render: (_, row) => (row.millis === undefined ? NONE : `${numberText(row.millis)} 毫秒`),
        },
        {
          key: 'sentAt',
          title: '发送时间',
          sorter: true,
          className: pageCss.num,
          render: (_, row) => dateTimeText(row.sentAt, true),
        },
      ]}
    />
  );
}
