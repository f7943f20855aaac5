import { Link } from 'react-router';
import { DEMAND_STATUSES, DemandState } from '@/shared/demands';
import { firstDue, PromisedDate } from '@/shared/promise';
import { dateText, dateTimeText, termText, yuanInRow } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { ButtonLink } from '../../ui';

/** 我的需求: what the enterprise posted, and how far banks have come with it. */
export default function DemandsPage() {
  return (
    <ListPage
      title="我的需求"
      intro="不选产品，先说需求：适合的银行认领报价，您比较后选定"
      queryKey={['demands', 'mine']}
      path="/api/finance/my/demands"
      rowKey="id"
      defaultSort="postedAt,desc"
      tabs={{
        name: 'status',
        label: '需求状态',
        options: Object.entries(DEMAND_STATUSES).map(([value, label]) => ({ value, label })),
      }}
      bare
      empty={{ title: '还没有融资需求', hint: '不知道选哪个产品时，可以先发布需求，由银行来报价' }}
      toolbar={() => (
        <ButtonLink look="main" small to="/center/demands/new">
          发布融资需求
        </ButtonLink>
      )}
      scrollX={880}
      columns={[
        {
          key: 'number',
          title: '需求',
          render: (_, one) => <Link to={`/center/demands/${one.id}`}>{one.number}</Link>,
        },
        {
          key: 'amount',
          title: '金额',
          sorter: true,
          render: (_, one) => <span className="zq-whole">{yuanInRow(one.amount)}</span>,
        },
        { key: 'termMonths', title: '期限', sorter: true, render: (_, one) => termText(one.termMonths) },
        { key: 'purpose', title: '用途', dataIndex: 'purpose' },
        { key: 'status', title: '状态', render: (_, one) => <DemandState of={one} /> },
        {
          key: 'claims',
          title: '认领与承诺答复',
          render: (_, one) => {
            const due = firstDue(one.claims.map(({ promise }) => promise));
            return (
              <>
                {one.claims.length} 家认领，{one.claims.filter(({ offer }) => offer).length} 家报价
                {due && (
                  <div>
                    <PromisedDate promise={due} of="DEMAND" />
                  </div>
                )}
              </>
            );
          },
        },
        {
          key: 'postedAt',
          title: '发布日期',
          sorter: true,
          render: (_, one) => (
            <time className="zq-whole" dateTime={one.postedAt} title={dateTimeText(one.postedAt)}>
              {dateText(one.postedAt)}
            </time>
          ),
        },
        {
          key: 'expiresOn',
          title: '截止日期',
          sorter: true,
          render: (_, one) => <span className="zq-whole">{dateText(one.expiresOn)}</span>,
        },
      ]}
    />
  );
}
