import { Link } from 'react-router';
import { CASE_STATUSES, CaseState, ORIGINS } from '@/shared/coordination';
import { firstDue, PromisedDate } from '@/shared/promise';
import { dateTimeText, termText, yuanInRow } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { ButtonLink } from '../../ui';

/** 融资协调申报: what the enterprise declared, or an officer after a visit, and how far it has come. */
export default function CasesPage() {
  return (
    <ListPage
      title="融资协调申报"
      intro="有真实融资需求的小微企业，经核查后由金融管理部门推荐给银行"
      queryKey={['coordination', 'mine']}
      path="/api/finance/my/coordination-cases"
      rowKey="id"
      defaultSort="declaredAt,desc"
      tabs={{
        name: 'status',
        label: '申报状态',
        options: Object.entries(CASE_STATUSES).map(([value, label]) => ({ value, label })),
      }}
      bare
      empty={{ title: '还没有融资协调申报', hint: '可以自行申报，镇街和银行走访后也可以代为列入' }}
      toolbar={() => (
        <ButtonLink look="main" small to="/center/coordination/new">
          申报融资协调
        </ButtonLink>
      )}
      scrollX={880}
      columns={[
        {
          key: 'number',
          title: '申报',
          render: (_, one) => <Link to={`/center/coordination/${one.id}`}>{one.number}</Link>,
        },
        { key: 'amount', title: '金额', sorter: true, render: (_, one) => yuanInRow(one.amount) },
        { key: 'termMonths', title: '期限', render: (_, one) => termText(one.termMonths) },
        { key: 'origin', title: '来源', render: (_, one) => ORIGINS[one.origin] },
        { key: 'status', title: '状态', render: (_, one) => <CaseState of={one} /> },
        {
          key: 'answers',
          title: '推荐的银行',
          render: (_, one) => one.answers.map(({ bankName }) => bankName).join('、') || '—',
        },
        {
          key: 'promise',
          title: '承诺答复',
          render: (_, one) => (
            <PromisedDate promise={firstDue(one.answers.map(({ promise }) => promise))} of="COORDINATION" />
          ),
        },
        {
          key: 'declaredAt',
          title: '申报时间',
          sorter: true,
          render: (_, one) => <time dateTime={one.declaredAt}>{dateTimeText(one.declaredAt)}</time>,
        },
      ]}
    />
  );
}
