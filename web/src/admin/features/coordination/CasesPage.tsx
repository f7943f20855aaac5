import type { ItemOf } from '@/shared/api';
import { AnswerState, CASE_STATUSES, CaseState, ORIGINS } from '@/shared/coordination';
import { firstDue, PromisedDate } from '@/shared/promise';
import { dateText, NONE } from '@/shared/ui';
import { pageCss } from '../../ui/page';
import { ScopedListPage } from '../../ui/ScopedListPage';
import { askedColumns, useAskedFilters } from './asked';

/** 申报清单: who was declared, after a visit or by themselves, and how far each has come. */
export default function CasesPage() {
  const filters = useAskedFilters();
  return (
    <ScopedListPage
      title="申报清单"
      intro="走访列入和企业自行申报的小微企业，按标准核查后推荐给银行"
      queryKey={['coordination', 'cases']}
      path="/api/finance/coordination-cases"
      rowKey="id"
      empty={{ title: '申报清单是空的', hint: '走访登记时列入的和企业自行申报的列在这里' }}
      defaultSort="declaredAt,desc"
      exportPath="/api/finance/coordination-cases/export"
      tabs={{
        name: 'status',
        label: '申报状态',
        options: Object.entries(CASE_STATUSES).map(([value, label]) => ({ value, label })),
      }}
      filters={[...filters, { kind: 'dates', name: 'declared', label: '申报日期', from: 'from', to: 'to' }]}
      columns={[
        ...askedColumns<ItemOf<'/api/finance/coordination-cases'>>('cases'),
        {
          key: 'origin',
          title: '来源',
          render: (_, one) => (
            <>
              {ORIGINS[one.origin]}
              {one.institutionName && <span className={pageCss.sub}>{one.institutionName}</span>}
            </>
          ),
        },
        { key: 'status', title: '状态', render: (_, one) => <CaseState of={one} /> },
        {
          key: 'answers',
          title: '推荐的银行',
          render: (_, one) =>
            one.answers.length
              ? one.answers.map((answer) => (
                  <div key={answer.id}>
                    {answer.bankName}
                    <span className={pageCss.sub}>
                      <AnswerState of={answer} />
                    </span>
                  </div>
                ))
              : NONE,
        },
        {
          key: 'promise',
          title: '承诺答复',
          render: (_, one) => {
            const due = firstDue(one.answers.map(({ promise }) => promise));
            return due ? <PromisedDate promise={due} of="COORDINATION" /> : NONE;
          },
        },
        {
          key: 'declaredAt',
          title: '申报时间',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => <time dateTime={one.declaredAt}>{dateText(one.declaredAt)}</time>,
        },
      ]}
    />
  );
}
