import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, useMe, type LoanApplication } from '@/shared/api';
import { label } from '@/shared/i18n';
import { LOAN_KINDS, statusChoice } from '@/shared/loans';
import { isOpenPromise, PromisedDate } from '@/shared/promise';
import { DemoTag, Icon, LoanState, NONE, termText, yuanInRow, Words } from '@/shared/ui';
import { ACTIONS } from '@/shared/ui/antd';
import { RowTime } from '../../ui/columns';
import { pageCss } from '../../ui/page';
import { ScopedListPage } from '../../ui/ScopedListPage';
import { AnswersDrawer } from './AnswersDrawer';
import { BranchTownsDrawer } from './BranchTownsDrawer';
import { HandOverAllDrawer, useHandlers } from './HandOverAllDrawer';
import { isOver } from './rules';
import { useAssignees } from './HandOverDrawer';

type Filters = NonNullable<Parameters<typeof ScopedListPage<'/api/finance/applications'>>[0]['filters']>;

const STATUSES = [
  'SUBMITTED',
  'IN_REVIEW',
  'NEED_MATERIAL',
  'APPROVED',
  'REFUSED',
  'SETTLED',
  'EXPIRED',
  'WITHDRAWN',
] as const;

/** 融资申请: a bank's worklist; for the finance office the applications at all banks. */
export default function ApplicationsPage() {
  const { can } = useMe();
  const handles = can('finance.application.handle');
  const seesAll = can('finance.application.read-all');
  const assigns = can('finance.application.assign');
  const ofBank = handles || assigns;
  const handlers = useHandlers(ofBank);
  const assignees = useAssignees(ofBank);
  const [drawer, setDrawer] = useState<'answers' | 'handOver' | 'towns'>();
  const close = () => setDrawer(undefined);
  const products = useQuery({
    queryKey: ['products', 'names'],
    queryFn: ({ signal }) => api.get('/api/finance/manage/products', { query: { size: 200 }, signal }),
    staleTime: 5 * 60_000,
    enabled: can('finance.product.own') || can('finance.product.review'),
  });
  const within: Filters = [
    {
      kind: 'select',
      name: 'holding',
      label: '办理',
      options: [
        { value: 'MINE_OPEN', label: '我的未办结' },
        { value: 'MINE', label: '我的（含已办结）' },
        { value: 'POOL', label: '待认领' },
        { value: 'OPEN', label: '全部未办结' },
      ],
    },
    {
      kind: 'select',
      name: 'handlerId',
      label: '办理人',
      loading: handlers.isFetching,
      options: (handlers.data ?? []).map((one) => ({
        value: one.handlerId,
        label: one.handlerName,
      })),
    },
    {
      kind: 'select',
      name: 'branchId',
      label: '办理网点',
      loading: assignees.isFetching,
      options: (assignees.data?.branches ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
  const list = (
    <ScopedListPage
      title="融资申请"
      intro={
        handles ? '企业向本机构提交的融资申请，受理后作出审批决定' : '企业提交的融资申请及银行的办理进度'
      }
      queryKey={['applications', 'list']}
      path="/api/finance/applications"
      rowKey="id"
      empty={{ title: '还没有融资申请', hint: '企业提交后列在这里' }}
      defaultSort="submittedAt,desc"
      begin={ofBank ? { filters: { holding: 'OPEN' }, sort: 'dueAt,asc', label: '未办结' } : undefined}
      exportPath="/api/finance/applications/export"
      toolbar={() => (
        <>
          {assigns && <Button onClick={() => setDrawer('towns')}>网点分工</Button>}
          {assigns && <Button onClick={() => setDrawer('handOver')}>批量转办</Button>}
          {handles && (
            <Button icon={<Icon name="upload" size={16} />} onClick={() => setDrawer('answers')}>
              导入答复
            </Button>
          )}
        </>
      )}
      tabs={{
        name: 'status',
        label: '办理状态',
        options: STATUSES.map((value) => ({ value, label: statusChoice(value) })),
      }}
      filters={[
        { kind: 'text', name: 'q', label: '企业或申请编号', placeholder: '企业名称或编号' },
        {
          kind: 'select',
          name: 'productId',
          label: '产品',
          loading: products.isPending && products.fetchStatus !== 'idle',
          options: (products.data?.items ?? []).map((product) => ({
            value: product.id,
            label: seesAll ? `${product.title}（${product.bankName}）` : product.title,
          })),
        },
        ...(ofBank ? within : []),
        {
          kind: 'select',
          name: 'channel',
          label: '申请渠道',
          options: ['PC', 'WECHAT'].map((value) => ({ value, label: label('channel', value) })),
        },
        {
          kind: 'select',
          name: 'kind',
          label: '贷款类型',
          options: LOAN_KINDS.map((value) => ({ value, label: label('loanKind', value) })),
        },
        {
          kind: 'select',
          name: 'overdue',
          label: '承诺时限',
          options: [{ value: 'true', label: '已超期' }],
        },
        { kind: 'dates', name: 'submitted', label: '提交日期', from: 'from', to: 'to' },
      ]}
      columns={[
        {
          key: 'enterpriseName',
          title: '企业',
          render: (_, one) => (
            <>
              <Link to={`/applications/${one.id}`}>{one.enterpriseName}</Link>
              <span className={pageCss.sub}>
                {one.number} {one.demo && <DemoTag short />}
              </span>
            </>
          ),
        },
        {
          key: 'dueAt',
          title: '承诺日期',
          sorter: true,
          className: pageCss.num,
          // Of what is answered in time no date is awaited any more.
          render: (_, one) =>
            one.promise && (isOpenPromise(one.promise) || one.promise.broken) ? (
              <PromisedDate promise={one.promise} of="LOAN" />
            ) : (
              NONE
            ),
        },
        {
          key: 'productTitle',
          title: '申请产品',
          render: (_, one) => (
            <>
              {one.productTitle}
              {seesAll && !ofBank && (
                <span className={pageCss.sub}>
                  <Words>{one.bankName}</Words>
                </span>
              )}
            </>
          ),
        },
        {
          key: 'amount',
          title: '金额与期限',
          align: 'right',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => (
            <>
              {yuanInRow(one.amount)}
              <span className={pageCss.sub}>
                {termText(one.termMonths)}，{label('loanKind', one.kind)}
              </span>
            </>
          ),
        },
        {
          key: 'status',
          title: '状态',
          render: (_, one) => (
            <>
              <LoanState of={one} />
              {one.grantedAmount && <span className={pageCss.sub}>授信 {yuanInRow(one.grantedAmount)}</span>}
              <Holder of={one} />
            </>
          ),
        },
        {
          key: 'submittedAt',
          title: '提交时间',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => <RowTime at={one.submittedAt}>{label('channel', one.channel)}</RowTime>,
        },
        {
          key: ACTIONS,
          title: '操作',
          render: (_, one) => {
            const todo = handles && ['SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL'].includes(one.status);
            return (
              <Link to={`/applications/${one.id}`} data-todo={todo}>
                {todo ? '办理' : '查看'}
              </Link>
            );
          },
        },
      ]}
    />
  );
  return (
    <>
      {list}
      <AnswersDrawer open={drawer === 'answers'} onClose={close} />
      <HandOverAllDrawer open={drawer === 'handOver'} onClose={close} />
      <BranchTownsDrawer open={drawer === 'towns'} onClose={close} />
    </>
  );
}

/** Who of the bank has it, below its state: a column of its own would push the last ones out of sight. */
function Holder({ of: { handling, status } }: { of: LoanApplication }) {
  if (!handling || (isOver(status) && !handling.handlerName)) return null;
  return (
    <span className={pageCss.sub}>
      {handling.handlerName ?? '待认领'}
      {handling.branchName && `，${handling.branchName}`}
    </span>
  );
}
