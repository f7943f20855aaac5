import type { WeChatState } from '@/shared/api';
import { label } from '@/shared/i18n';
import { NONE } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { Answer } from '../../ui/Answer';
import { attemptsBy, Way } from './attempts';

const shared = attemptsBy<WeChatState>('weChatState', {
  HANDED_OVER: 'wait',
  ACCEPTED: 'info',
  REFUSED: 'bad',
  LATER: 'wait',
  UNKNOWN: 'wait',
});
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
        shared.filters.receiver,
        {
          kind: 'select',
          name: 'way',
          label: '方式',
          options: WAYS.map((value) => ({ value, label: label('pushChannel', value) })),
        },
        shared.filters.state,
        shared.filters.days,
      ]}
      columns={[
        { key: 'title', title: '标题', render: (_, row) => row.title ?? NONE },
        shared.columns.receiver,
        {
          key: 'way',
          title: '方式',
          render: (_, row) => <Way name={label('pushChannel', row.way)} number={row.number} />,
        },
        shared.columns.state,
        {
          key: 'answer',
          title: '微信答复',
          render: (_, row) => (row.answer ? <Answer text={row.answer} /> : NONE),
        },
        shared.columns.millis,
        shared.columns.sentAt,
      ]}
    />
  );
}
