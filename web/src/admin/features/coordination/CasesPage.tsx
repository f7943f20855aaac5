import { Link } from 'react-router';
import { AnswerState, CASE_STATUSES, CaseState, CREDIT_KINDS, ORIGINS } from '@/shared/coordination';
import { dateText, DemoTag, NONE, termText, yuanInRow } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { useTowns } from './queries';

/** 申报清单: who was declared, after a visit or by themselves, and how far each has come. */
export default function CasesPage() {
  const towns = useTowns();
  return (
    <ListPage
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
      filters={[
        { kind: 'text', name: 'q', label: '关键词', placeholder: '编号、企业、信用代码' },
        {
          kind: 'select',
          name: 'townCode',
          label: '镇街',
          options: (towns.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
          loading: towns.isPending,
        },
        { kind: 'dates', name: 'declared', label: '申报日期', from: 'from', to: 'to' },
      ]}
      columns={[
        {
          key: 'enterpriseName',
          title: '企业',
          sorter: true,
          render: (_, one) => (
            <>
              <Link to={`/coordination/cases/${one.id}`}>{one.enterpriseName}</Link>{' '}
              {one.demo && <DemoTag short />}
              <span className={pageCss.sub}>
                {one.townName}，{one.number}
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
              <span className={pageCss.sub}>
                {termText(one.termMonths)}，{CREDIT_KINDS[one.creditKind]}
              </span>
            </>
          ),
        },
        { key: 'purpose', title: '用途', dataIndex: 'purpose', className: pageCss.short },
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
                    {answer.bankName} <AnswerState of={answer} />
                  </div>
                ))
              : NONE,
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
