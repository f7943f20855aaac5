import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ME, type Colleague, type ColleagueRole } from '../api';
import { label } from '../i18n';
import type { Proofs } from '../security/secondFactor';

/** In the order in which they are offered. */
export const MEMBER_ROLES: ColleagueRole[] = ['ENTERPRISE_MEMBER', 'ENTERPRISE_ADMIN'];

const LIST = ['members', 'list'] as const;

/** The people of the enterprise. */
export const useColleagues = () =>
  useQuery({
    queryKey: LIST,
    queryFn: ({ signal }) => api.get('/api/user/my/enterprise/members', { signal }),
  });

/** Shows the people afresh; with `ownChanged` also what the reader may do themselves. */
export function useColleaguesChanged() {
  const queries = useQueryClient();
  return (ownChanged = false) => {
    // Who administers no more may not ask for the invitations that were sent.
    void queries.invalidateQueries({ queryKey: ownChanged ? LIST : ['members'] });
    if (!ownChanged) return;
    void queries.invalidateQueries({ queryKey: ME });
    void queries.invalidateQueries({ queryKey: ['own-enterprises'] });
  };
}

/** What may be done with somebody after one question. */
export interface ColleagueAct {
  key: string;
  text: string;
  danger: boolean;
  /** What is asked before. */
  title: string;
  content: string;
  work: () => Promise<unknown>;
  /** What is said after; without it the reader belongs to the enterprise no more. */
  done?: string;
}

/** Oneself can only leave. */
export function actsOn(one: Colleague): ColleagueAct[] {
  const at = { path: { accountId: one.accountId } };
  if (one.self)
    return [
      {
        key: 'leave',
        text: '退出企业',
        danger: true,
        title: '退出该企业？',
        content: '退出后不能再代表该企业办理业务，如需恢复请企业管理员重新邀请。',
        work: () => api.post('/api/user/my/enterprise/leave', {}),
      },
    ];
  const role: ColleagueRole = one.role === 'ENTERPRISE_ADMIN' ? 'ENTERPRISE_MEMBER' : 'ENTERPRISE_ADMIN';
  return [
    {
      key: 'role',
      text: role === 'ENTERPRISE_ADMIN' ? '设为管理员' : '设为成员',
      danger: false,
      title: `将${one.displayName}设为${label('role', role)}？`,
      content:
        role === 'ENTERPRISE_ADMIN'
          ? '管理员可以邀请、移出成员并授予角色。'
          : '不能再管理成员、授权数据、解绑企业，仍可办理业务。',
      work: () => api.put('/api/user/my/enterprise/members/{accountId}/role', { ...at, body: { role } }),
      done: '角色已调整，数秒内生效',
    },
    {
      key: 'remove',
      text: '移出',
      danger: true,
      title: `移出${one.displayName}？`,
      content: '移出后数秒内不能再代表企业办理业务，已提交的业务不受影响。',
      work: () => api.delete('/api/user/my/enterprise/members/{accountId}', at),
      done: '已移出',
    },
  ];
}

/** What one reads who belongs to none. */
export const NO_ENTERPRISE = {
  title: '您还没有加入企业',
  hint: '领取企业码后成为企业管理员；或请企业管理员邀请您加入',
};

/** What becomes of both, said before an enterprise is handed over. */
export const HANDOVER_TERMS =
  '对方成为企业管理员，您成为普通成员，不能再管理成员、授权数据、解绑企业。请先确认是本人操作。';

export const handOver = (to: Colleague, proofs: Proofs) =>
  api.post('/api/user/my/enterprise/members/{accountId}/handover', {
    path: { accountId: to.accountId },
    body: proofs,
  });

export const HANDED_OVER = '管理员已移交';
