import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, useMe } from '@/shared/api';
import { NONE, useListUrlState } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { RowTime } from '../../ui/columns';
import { pageCss } from '../../ui/page';
import { STEPS } from './stages';

const CASES = {
  DECLARATION: { name: '申报', path: '/declarations' },
  REDEMPTION: { name: '兑付', path: '/redemptions' },
} as const;

/** Who is counted in a figure of the funnel, and by what they handed in. */
export default function StepPage() {
  const { can } = useMe();
  const { filters } = useListUrlState<'/api/policy/manage/steps'>();
  const mayFunnel = can('stats.policy-funnel.read');
  const policies = useQuery({
    queryKey: ['policy-funnel', 'names'],
    queryFn: ({ signal }) => api.get('/api/stats/policy-funnel', { query: { size: 200 }, signal }),
    staleTime: 5 * 60_000,
    enabled: mayFunnel,
  });
  const chosen = !!filters.policyId && !!filters.step;
  return (
    <ListPage
      title="漏斗企业"
      intro="政策漏斗的申报、通过、兑付各统计了哪些企业；每家每项政策一次，范围与漏斗一致"
      queryKey={['policy-funnel', 'enterprises']}
      path="/api/policy/manage/steps"
      rowKey="enterpriseId"
      defaultSort="at,desc"
      exportPath="/api/policy/manage/steps/export"
      empty={
        chosen
          ? { title: '还没有企业到这一环节' }
          : { title: '请先选择政策和环节', hint: '也可以从政策漏斗点数字进入。' }
      }
      filters={[
        {
          kind: 'select',
          name: 'policyId',
          label: '政策',
          must: true,
          loading: policies.isPending && policies.fetchStatus !== 'idle',
          options: (policies.data?.items ?? []).map(({ policyId, title }) => ({
            value: policyId,
            label: title,
          })),
        },
        { kind: 'select', name: 'step', label: '环节', must: true, options: STEPS },
        { kind: 'text', name: 'q', label: '企业', placeholder: '名称' },
      ]}
      columns={[
        {
          key: 'enterpriseName',
          title: '企业',
          sorter: true,
          render: (_, one) => (
            <>
              {can('user.enterprise.read') ? (
                <Link to={`/enterprises/${one.enterpriseId}`}>{one.enterpriseName}</Link>
              ) : (
                one.enterpriseName
              )}
              {one.institution && <span className={pageCss.sub}>{one.institution}</span>}
            </>
          ),
        },
        { key: 'policyTitle', title: '政策', render: (_, one) => one.policyTitle },
        {
          key: 'cases',
          title: '申报和兑付申请',
          render: (_, one) =>
            one.cases.length
              ? one.cases.map(({ kind, id, number, project }) => (
                  <div key={number}>
                    {CASES[kind].name} {id ? <Link to={`${CASES[kind].path}/${id}`}>{number}</Link> : number}
                    <span className={pageCss.sub}>{project}</span>
                  </div>
                ))
              : NONE,
        },
        {
          key: 'at',
          title: '时间',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => <RowTime at={one.at} />,
        },
      ]}
    />
  );
}
