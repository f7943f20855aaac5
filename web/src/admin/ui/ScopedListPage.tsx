import { useMe } from '@/shared/api';
import { ListPage, type ListPageProps } from '@/shared/ui/antd';

/** Lists of what a role may reach a part of alone (数据权限), each with the kinds of its records. */
export const SCOPES = {
  '/api/user/enterprises': ['user.enterprise'],
  '/api/user/enterprise-accounts': ['user.enterprise-user'],
  '/api/user/accounts': ['user.enterprise-user', 'user.staff'],
  '/api/user/staff': ['user.staff'],
  '/api/user/institutions': ['user.institution'],
  '/api/code/claims': ['code.claim'],
  '/api/code/codes': ['code.code'],
  '/api/code/service-codes': ['code.service-code'],
  '/api/code/scans': ['code.scan'],
  '/api/finance/applications': ['finance.application'],
  '/api/finance/all-demands': ['finance.application'],
  '/api/finance/visits': ['finance.application'],
  '/api/finance/coordination-cases': ['finance.application'],
  '/api/finance/recommendations': ['finance.application'],
  '/api/policy/declarations': ['policy.declaration'],
  '/api/stats/policy-funnel': ['policy.declaration'],
  '/api/ops/evaluations': ['ops.evaluation'],
} as const satisfies Record<string, readonly string[]>;

/** The list page for these: who reaches some of the records alone is not told that there are none. */
export function ScopedListPage<P extends keyof typeof SCOPES>(props: ListPageProps<P>) {
  const { me } = useMe();
  const kinds: readonly string[] = SCOPES[props.path];
  // An auth-service that is older than this page says nothing of it.
  if (!kinds.some((kind) => me?.bounded?.includes(kind))) return <ListPage {...props} />;
  return (
    <ListPage
      {...props}
      empty={{
        ...props.empty,
        title: '您的数据权限内没有记录',
        hint: [props.empty?.hint, WIDER].filter(Boolean).join('。'),
        filtered: `只在您的数据权限内查找。${WIDER}`,
      }}
    />
  );
}

const WIDER = '需要查看更大范围的，请联系本单位的平台管理员调整角色的数据权限';
