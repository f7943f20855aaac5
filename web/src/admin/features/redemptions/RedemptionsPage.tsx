import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, useMe, type RedemptionRow } from '@/shared/api';
import { label } from '@/shared/i18n';
import { isOpenPromise, PromisedDate } from '@/shared/promise';
import { shownStatus } from '@/shared/redemptions';
import { dateText, dateTimeText, DemoTag, NONE, StatusTag, Tag, yuanExact } from '@/shared/ui';
import { ACTIONS, ListPage } from '@/shared/ui/antd';
import { DUE } from '../../ui/due';
import { pageCss } from '../../ui/page';
import { LAPSED, waitsForPayment } from '../payments/BeforePayment';

const STATUSES = [
  'SUBMITTED',
  'SENT_BACK',
  'OFFERED',
  'IN_NOTICE',
  'APPROVED',
  'PAYING',
  'PAY_FAILED',
  'RETURNED',
  'PAID',
  'REJECTED',
  'WITHDRAWN',
  'ENDED',
] as const;

/** By when it is to be reviewed, or until when it is shown to the public. */
function Due({ of }: { of: RedemptionRow }) {
  const { promise, noticeUntil } = of;
  if (shownStatus(of) === 'IN_NOTICE' && noticeUntil) return <>公示至 {dateText(noticeUntil)}</>;
  return promise && isOpenPromise(promise) ? <PromisedDate promise={promise} of="REDEMPTION" /> : NONE;
}

/** 兑付申请: what enterprises apply to be paid under the projects of the own institution. */
export default function RedemptionsPage() {
  const { can } = useMe();
  const projects = useQuery({
    queryKey: ['redemption-projects', 'names'],
    queryFn: ({ signal }) =>
      api.get('/api/policy/manage/redemption-projects', { query: { size: 200 }, signal }),
    staleTime: 5 * 60_000,
    enabled: can('policy.redemption.manage'),
  });
  return (
    <ListPage
      title="兑付申请"
      intro="企业在本机构的兑付项目下提交的申请：核定金额、公示、支付"
      queryKey={['console-redemptions', 'list']}
      path="/api/policy/redemption/applications"
      rowKey="id"
      empty={{ title: '还没有兑付申请', hint: '企业在本机构开放的兑付项目下提交后，列在这里' }}
      defaultSort="submittedAt,desc"
      begin={{ filters: { status: 'SUBMITTED' }, sort: 'dueAt,asc' }}
      exportPath="/api/policy/redemption/applications/export"
      tabs={{
        name: 'status',
        label: '办理状态',
        options: STATUSES.map((value) => ({ value, label: label('redemptionStatus', value) })),
      }}
      filters={[
        { kind: 'text', name: 'q', label: '企业、项目或编号', placeholder: '名称或编号' },
        {
          kind: 'select',
          name: 'projectId',
          label: '兑付项目',
          loading: projects.isPending && projects.fetchStatus !== 'idle',
          options: (projects.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
        },
        {
          kind: 'select',
          name: 'money',
          label: '资金',
          options: [
            { value: 'RESERVED', label: '公示预留' },
            { value: 'APPROVED', label: '核定待付' },
            { value: 'PAID', label: '已支付' },
          ],
        },
        {
          kind: 'select',
          name: 'accountWanted',
          label: '账户',
          options: [{ value: 'true', label: '待更正账户' }],
        },
        LAPSED,
        { kind: 'select', name: 'due', label: '承诺时限', options: DUE },
        { kind: 'dates', name: 'submitted', label: '提交日期', from: 'from', to: 'to' },
      ]}
      columns={[
        {
          key: 'enterpriseName',
          title: '企业',
          render: (_, one) => (
            <>
              <Link to={`/redemptions/${one.id}`}>{one.enterpriseName}</Link>
              <span className={pageCss.sub}>
                {one.number} {one.demo && <DemoTag short />}
              </span>
            </>
          ),
        },
        { key: 'projectTitle', title: '兑付项目', render: (_, one) => one.projectTitle },
        {
          key: 'status',
          title: '状态',
          render: (_, one) => (
            <>
              <StatusTag of="redemptionStatus" value={shownStatus(one)} />
              {one.check?.open && waitsForPayment(one.status) && <Tag tone="bad">不再符合</Tag>}
            </>
          ),
        },
        {
          key: 'amount',
          title: '金额',
          sorter: true,
          align: 'right',
          className: pageCss.num,
          render: (_, one) => (
            <>
              {yuanExact(one.amount ?? one.amountClaimed)}
              <span className={pageCss.sub}>{one.amount === undefined ? '申请' : '核定'}</span>
            </>
          ),
        },
        {
          key: 'submittedAt',
          title: '提交时间',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => <time dateTime={one.submittedAt}>{dateTimeText(one.submittedAt)}</time>,
        },
        {
          key: 'dueAt',
          title: '时限',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => <Due of={one} />,
        },
        {
          key: ACTIONS,
          title: '操作',
          render: (_, one) => (
            <Link to={`/redemptions/${one.id}`} data-todo={one.status === 'SUBMITTED'}>
              {one.status === 'SUBMITTED' ? '审核' : '查看'}
            </Link>
          ),
        },
      ]}
    />
  );
}
