import { Link, useNavigate } from 'react-router';
import { useMe } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, NONE, StatusTag, yuanExact } from '@/shared/ui';
import { ACTIONS, ListPage } from '@/shared/ui/antd';
import { MainButton, pageCss } from '../../ui/page';

const STATES = ['DRAFT', 'APPROVED', 'EXPORTED', 'SETTLED', 'CANCELLED'] as const;

/** 支付批次: one person prepares them, another approves; the treasury answers with a file. */
export default function PaymentsPage() {
  const navigate = useNavigate();
  const { me, can } = useMe();
  return (
    <ListPage
      title="支付批次"
      intro="公示期满的兑付编成批次，由另一人复核后送国库支付"
      toolbar={() =>
        can('policy.payment.prepare') && (
          <MainButton onClick={() => void navigate('/payments/new?status=APPROVED')}>编制批次</MainButton>
        )
      }
      queryKey={['batches', 'list']}
      path="/api/policy/redemption/batches"
      rowKey="id"
      tabs={{
        name: 'state',
        label: '批次状态',
        options: STATES.map((value) => ({ value, label: label('batchState', value) })),
      }}
      filters={[
        { kind: 'select', name: 'waiting', label: '待办', options: [{ value: 'true', label: '等我复核的' }] },
      ]}
      empty={{ title: '还没有支付批次' }}
      columns={[
        {
          key: 'number',
          title: '批次',
          render: (_, one) => (
            <>
              <Link to={`/payments/${one.id}`}>{one.number}</Link>
              <span className={pageCss.sub}>{one.institutionName}</span>
            </>
          ),
        },
        {
          key: 'status',
          title: '状态',
          render: (_, one) => <StatusTag of="batchState" value={one.state} />,
        },
        {
          key: 'total',
          title: '金额',
          align: 'right',
          className: pageCss.num,
          render: (_, one) => (
            <>
              {yuanExact(one.total)}
              <span className={pageCss.sub}>{one.payments} 笔</span>
            </>
          ),
        },
        {
          key: 'prepared',
          title: '编制',
          className: pageCss.num,
          render: (_, one) => (
            <>
              {one.preparer}
              <span className={pageCss.sub}>{dateTimeText(one.preparedAt)}</span>
            </>
          ),
        },
        {
          key: 'approved',
          title: '复核',
          className: pageCss.num,
          render: (_, one) =>
            one.approver ? (
              <>
                {one.approver}
                <span className={pageCss.sub}>{dateTimeText(one.approvedAt)}</span>
              </>
            ) : (
              NONE
            ),
        },
        {
          key: ACTIONS,
          title: '操作',
          render: (_, one) => {
            const todo =
              one.state === 'DRAFT' && can('policy.payment.approve') && one.preparedBy !== me?.accountId;
            return (
              <Link to={`/payments/${one.id}`} data-todo={todo}>
                {todo ? '复核' : '查看'}
              </Link>
            );
          },
        },
      ]}
    />
  );
}
