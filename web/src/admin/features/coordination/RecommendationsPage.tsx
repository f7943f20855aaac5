import { useMe, type ItemOf } from '@/shared/api';
import { ANSWER_STATUSES, AnswerState } from '@/shared/coordination';
import { PromisedDate } from '@/shared/promise';
import { dateTimeText, NONE, yuanInRow } from '@/shared/ui';
import { pageCss } from '../../ui/page';
import { ScopedListPage } from '../../ui/ScopedListPage';
import { askedColumns, useAskedFilters } from './asked';

/** 推荐清单: for a bank those recommended to it, with the date by which it answers; for the offices all. */
export default function RecommendationsPage() {
  const { can } = useMe();
  const filters = useAskedFilters();
  return (
    <ScopedListPage
      title="推荐清单"
      intro={
        can('finance.coordination.answer')
          ? '金融办推荐给本机构的小微企业，在承诺时限内答复是否授信'
          : '推荐给各银行的小微企业和银行的答复'
      }
      queryKey={['coordination', 'recommendations']}
      path="/api/finance/recommendations"
      rowKey="id"
      empty={{ title: '推荐清单是空的', hint: '核查通过并推荐给银行的企业列在这里' }}
      defaultSort="recommendedAt,desc"
      exportPath="/api/finance/recommendations/export"
      tabs={{
        name: 'answer',
        label: '答复状态',
        options: Object.entries(ANSWER_STATUSES).map(([value, label]) => ({ value, label })),
      }}
      filters={[
        ...filters,
        { kind: 'dates', name: 'recommended', label: '推荐日期', from: 'from', to: 'to' },
      ]}
      columns={[
        ...askedColumns<ItemOf<'/api/finance/recommendations'>>('recommendations'),
        { key: 'bank', title: '银行', render: (_, one) => one.answer.bankName },
        { key: 'status', title: '状态', render: (_, one) => <AnswerState of={one.answer} /> },
        {
          key: 'granted',
          title: '授信额度',
          align: 'right',
          className: pageCss.num,
          render: (_, one) =>
            one.answer.grantedAmount === undefined ? NONE : yuanInRow(one.answer.grantedAmount),
        },
        {
          key: 'promise',
          title: '承诺答复',
          render: (_, one) =>
            one.answer.promise ? <PromisedDate promise={one.answer.promise} of="COORDINATION" /> : NONE,
        },
        {
          key: 'recommendedAt',
          title: '推荐时间',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => (
            <time dateTime={one.answer.recommendedAt}>{dateTimeText(one.answer.recommendedAt)}</time>
          ),
        },
      ]}
    />
  );
}
