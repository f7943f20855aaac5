import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { TableColumnType } from 'antd';
import { api, useMe, type FinancingDemand } from '@/shared/api';
import { ClaimState, DEMAND_STATUSES, DemandState, guaranteeText } from '@/shared/demands';
import { firstDue, PromisedDate } from '@/shared/promise';
import {
  dateText,
  DemoTag,
  figuresIn,
  Loaded,
  numberText,
  PlainTable,
  termText,
  yuanAsWan,
  yuanInRow,
} from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { pageCss, Panel } from '../../ui/page';
import { PhoneFold } from '../../ui/PhoneFold';
import { ScopedListPage } from '../../ui/ScopedListPage';

/** 融资需求: for a bank those that fit its products and those that it claimed; for the finance office all, with figures. Whose they are stands nowhere. */
export default function DemandsPage() {
  const { can } = useMe();
  return can('finance.demand.claim') ? <OfBank /> : <OfOffice />;
}

const tabs = {
  name: 'status',
  label: '需求状态',
  options: Object.entries(DEMAND_STATUSES).map(([value, label]) => ({ value, label })),
} as const;

const words = { kind: 'text', name: 'q', label: '关键词', placeholder: '编号、用途、行业、镇街' } as const;
const posted = { kind: 'dates', name: 'posted', label: '发布日期', from: 'from', to: 'to' } as const;

const columns: TableColumnType<FinancingDemand>[] = [
  {
    key: 'number',
    title: '需求',
    render: (_, one) => (
      <>
        <Link to={`/demands/${one.id}`}>{one.number}</Link>
        <span className={pageCss.sub}>
          {one.purpose} {one.demo && <DemoTag short />}
        </span>
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
        <span className={pageCss.sub}>{termText(one.termMonths)}</span>
      </>
    ),
  },
  {
    key: 'who',
    title: '企业',
    className: pageCss.folds,
    render: (_, one) => (
      <>
        {one.industry}
        <span className={pageCss.sub}>
          {one.townName}，{figuresIn(one.size)}
        </span>
      </>
    ),
  },
  {
    key: 'guarantees',
    title: '可提供的担保',
    className: pageCss.short,
    render: (_, one) => guaranteeText(one.guarantees),
  },
  {
    key: 'wantedOn',
    title: '用款日期',
    sorter: true,
    className: pageCss.num,
    render: (_, one) => dateText(one.wantedOn),
  },
];

/** By when a bank that claimed it answers, beside its claim. */
function FirstDue({ of: { claims } }: { of: FinancingDemand }) {
  const due = firstDue(claims.map(({ promise }) => promise));
  return (
    due && (
      <div>
        <PromisedDate promise={due} of="DEMAND" />
      </div>
    )
  );
}

const dates: TableColumnType<FinancingDemand>[] = [
  {
    key: 'postedAt',
    title: '发布日期',
    sorter: true,
    className: pageCss.num,
    render: (_, one) => <time dateTime={one.postedAt}>{dateText(one.postedAt)}</time>,
  },
  {
    key: 'expiresOn',
    title: '截止日期',
    sorter: true,
    className: pageCss.num,
    render: (_, one) => dateText(one.expiresOn),
  },
];

function OfBank() {
  return (
    <ListPage
      title="融资需求"
      intro="适合本机构产品的需求，可认领后报价；企业同意前看不到是谁"
      queryKey={['demands', 'bank']}
      path="/api/finance/demands"
      rowKey="id"
      empty={{ title: '没有适合本机构产品的需求', hint: '企业发布后，符合本机构产品范围的列在这里' }}
      defaultSort="postedAt,desc"
      exportPath="/api/finance/demands/export"
      tabs={tabs}
      filters={[
        words,
        {
          kind: 'select',
          name: 'mine',
          label: '本机构',
          options: [
            { value: 'false', label: '可认领' },
            { value: 'true', label: '已认领' },
          ],
        },
        posted,
      ]}
      columns={[
        ...columns,
        {
          key: 'claim',
          title: '认领与承诺答复',
          className: pageCss.num,
          render: (_, one) =>
            one.claims.length ? (
              <>
                {one.claims.map((claim) => (
                  <ClaimState key={claim.id} of={claim} />
                ))}
                <FirstDue of={one} />
              </>
            ) : (
              <>
                可认领<span className={pageCss.sub}>已有 {one.openClaims} 家</span>
              </>
            ),
        },
        ...dates,
      ]}
    />
  );
}

function OfOffice() {
  return (
    <ScopedListPage
      title="融资需求"
      intro="企业发布的融资需求与银行的认领、报价；不显示企业信息"
      queryKey={['demands', 'all']}
      path="/api/finance/all-demands"
      rowKey="id"
      overview={<Figures />}
      empty={{ title: '还没有融资需求', hint: '企业发布后列在这里' }}
      defaultSort="postedAt,desc"
      exportPath="/api/finance/all-demands/export"
      tabs={tabs}
      filters={[words, posted]}
      columns={[
        ...columns,
        {
          key: 'status',
          title: '状态与承诺答复',
          className: pageCss.num,
          render: (_, one) => (
            <>
              <DemandState of={one} />
              <FirstDue of={one} />
              <span className={pageCss.sub}>
                {one.claims.length} 家认领，{one.claims.filter(({ offer }) => offer).length} 家报价
              </span>
            </>
          ),
        },
        ...dates,
      ]}
    />
  );
}

function Figures() {
  const query = useQuery({
    queryKey: ['demands', 'figures'],
    queryFn: ({ signal }) => api.get('/api/finance/all-demands/figures', { signal }),
  });
  return (
    <Loaded query={query} compact>
      {(data) => (
        <Panel title="需求概况" extra={`共 ${numberText(data.posted)} 项，${yuanAsWan(data.amount)}`} bare>
          <PhoneFold>
            <PlainTable
              figures
              head={['征集中', '其中无人认领', '已选定', '选定金额', '已撤回', '已到期']}
              rows={[
                [
                  `${numberText(data.open)} 项`,
                  `${numberText(data.unclaimed)} 项`,
                  `${numberText(data.chosen)} 项`,
                  yuanAsWan(data.chosenAmount),
                  `${numberText(data.withdrawn)} 项`,
                  `${numberText(data.expired)} 项`,
                ],
              ]}
            />
            {data.banks.length > 0 && (
              <PlainTable
                figures
                named
                head={['金融机构', '认领', '报价', '退回', '被选定']}
                rows={data.banks.map((bank) => [
                  bank.bankName,
                  `${numberText(bank.claimed)} 项`,
                  `${numberText(bank.offered)} 项`,
                  `${numberText(bank.givenBack)} 项`,
                  `${numberText(bank.chosen)} 项`,
                ])}
              />
            )}
          </PhoneFold>
        </Panel>
      )}
    </Loaded>
  );
}
