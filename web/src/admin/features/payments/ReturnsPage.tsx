import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe, type PaymentReturn } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, NONE, StatusTag, yuanExact } from '@/shared/ui';
import { ACTIONS, ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { Told } from '../redemptions/Returns';

const STATES = ['OPEN', 'CONFIRMED', 'REFUSED'] as const;

/** 支付退回: money that came back, told by one and confirmed by another; what waits comes first. */
export default function ReturnsPage() {
  const { me, can } = useMe();
  const [shown, setShown] = useState<PaymentReturn>();
  const mine = (one: PaymentReturn) =>
    one.state === 'OPEN' && can('policy.payment.approve') && one.toldBy !== me?.accountId;
  return (
    <>
      <ListPage
        title="支付退回"
        intro="国库退回的资金由一人登记、另一人确认；确认前申请仍为“已支付”，不能重新支付"
        queryKey={['console-redemptions', 'returns', 'list']}
        path="/api/policy/redemption/returns"
        rowKey="id"
        tabs={{
          name: 'state',
          label: '退回状态',
          options: STATES.map((value) => ({ value, label: label('returnState', value) })),
        }}
        filters={[
          {
            kind: 'select',
            name: 'waiting',
            label: '待办',
            options: [{ value: 'true', label: '等我确认的' }],
          },
        ]}
        empty={{ title: '没有支付退回' }}
        columns={[
          {
            key: 'enterprise',
            title: '企业',
            render: (_, one) => (
              <>
                {one.enterpriseName}
                <span className={pageCss.sub}>
                  {can('policy.redemption.handle') ? (
                    <Link to={`/redemptions/${one.applicationId}`}>{one.applicationNumber}</Link>
                  ) : (
                    one.applicationNumber
                  )}
                </span>
              </>
            ),
          },
          { key: 'project', title: '兑付项目', render: (_, one) => one.projectTitle },
          {
            key: 'status',
            title: '状态',
            render: (_, one) => <StatusTag of="returnState" value={one.state} />,
          },
          {
            key: 'amount',
            title: '金额',
            align: 'right',
            className: `${pageCss.num} ${pageCss.numLast}`,
            render: (_, one) => (
              <>
                {yuanExact(one.amount)}
                <span className={pageCss.sub}>
                  批次 <Link to={`/payments/${one.batchId}`}>{one.batchNumber}</Link>
                </span>
              </>
            ),
          },
          {
            key: 'told',
            title: '登记',
            render: (_, one) => (
              <>
                {one.reason}
                <span className={pageCss.sub}>
                  {one.teller} <span className="zq-whole">{dateTimeText(one.toldAt)}</span>
                </span>
              </>
            ),
          },
          {
            key: 'decided',
            title: '处理',
            render: (_, one) =>
              one.decider ? (
                <>
                  {one.decider}
                  <span className={pageCss.sub}>{dateTimeText(one.decidedAt)}</span>
                </>
              ) : (
                NONE
              ),
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, one) => (
              <Button type="link" size="small" onClick={() => setShown(one)}>
                {mine(one) ? '处理' : '查看'}
                <span className="zq-hidden">{one.applicationNumber}</span>
              </Button>
            ),
          },
        ]}
      />
      <Drawer
        open={!!shown}
        title={shown && `支付退回：${shown.enterpriseName}`}
        onClose={() => setShown(undefined)}
        size={Math.min(560, globalThis.innerWidth)}
        destroyOnHidden
      >
        {shown && <Told it={shown} onDecided={() => setShown(undefined)} />}
      </Drawer>
    </>
  );
}
