import type { SmsState } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, NONE } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { answerParts, Codes } from '../../ui/Answer';
import { pageCss } from '../../ui/page';
import { attemptsBy, Way } from './attempts';
import { smsCost, smsProviders } from './sms';

const shared = attemptsBy<SmsState>('smsState', {
  HANDED_OVER: 'wait',
  ACCEPTED: 'info',
  REFUSED: 'bad',
  UNKNOWN: 'wait',
  DELIVERED: 'good',
  UNDELIVERED: 'bad',
});
const PURPOSES = {
  SIGN_IN: '登录验证码',
  PASSWORD_RESET: '重置密码验证码',
  REGISTRATION: '注册验证码',
  PHONE_CHANGE: '更换手机号验证码',
  PHONE_CHANGED: '手机号更换提醒',
  ADMISSION_APPROVED: '入驻通过',
  ADMISSION_REJECTED: '入驻未通过',
  PASSWORD_LINK: '设置密码链接',
  NOTIFICATION: '通知',
} as const;

/** 短信发送明细: every attempt, by whom, what the provider answered and reported, what it cost. Neither phones nor words are kept. */
export default function SmsAttemptsPage() {
  return (
    <ListPage
      title="短信发送明细"
      intro="向短信服务商提交的每一次；一家未受理时由另一家发送，没有答复的向服务商查询：阿里云没有收到的自动再发，腾讯云只能查到已受理的，赛邮不能查询"
      queryKey={['sms-attempts', 'list']}
      path="/api/message/sms-attempts"
      rowKey="id"
      defaultSort="sentAt,desc"
      exportPath="/api/message/sms-attempts/export"
      empty={{ title: '还没有发送过短信', hint: '每次提交给短信服务商后列在这里' }}
      filters={[
        shared.filters.receiver,
        smsProviders,
        shared.filters.state,
        {
          kind: 'select',
          name: 'purpose',
          label: '用途',
          options: Object.entries(PURPOSES).map(([value, label]) => ({ value, label })),
        },
        shared.filters.days,
      ]}
      columns={[
        { key: 'purpose', title: '用途', render: (_, row) => PURPOSES[row.purpose] },
        shared.columns.receiver,
        {
          key: 'provider',
          title: '服务商',
          render: (_, row) => <Way name={label('smsProvider', row.provider)} number={row.number} />,
        },
        shared.columns.state,
        {
          key: 'answer',
          title: '服务商答复',
          render: (_, row) => {
            const answer = answerParts(row.answer);
            const report = answerParts(row.report);
            return (
              <>
                {answer.words ?? NONE}
                {report.words && <span className={pageCss.sub}>报告：{report.words}</span>}
                <Codes of={[answer.code, report.code]} />
              </>
            );
          },
        },
        {
          key: 'cost',
          title: '计费',
          align: 'right',
          className: pageCss.num,
          render: (_, row) =>
            row.parts === undefined ? (
              NONE
            ) : (
              <>
                {row.parts} 条<span className={pageCss.sub}>{smsCost(row.cost)}</span>
              </>
            ),
        },
        shared.columns.millis,
        {
          ...shared.columns.sentAt,
          title: '发送与报告时间',
          render: (_, row) => (
            <>
              {dateTimeText(row.sentAt, true)}
              {row.reportedAt && (
                <span className={pageCss.sub}>报告 {dateTimeText(row.reportedAt, true)}</span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
