import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, useMe, type PromiseView } from '@/shared/api';
import { label } from '@/shared/i18n';
import { PromisedDate, type PromiseOf } from '@/shared/promise';
import { Empty, Loaded, timeAgo, yuanInRow } from '@/shared/ui';
import { WAITING } from '../../waiting';
import { Panel } from '../../ui/page';
import css from './FirstCases.module.css';

interface Row {
  id: string;
  to: string;
  title: string;
  /** What is said of it besides; each part keeps its line. */
  text: (string | undefined)[];
  /** Compared from row to row. */
  amount?: string;
  /** When it came; what is promised says until when it is to be done instead. */
  at: string;
  promise?: PromiseView;
  of?: PromiseOf;
}

interface Cases {
  name: string;
  title: string;
  /** Who has this page may see them. */
  permission: string;
  more: string;
  empty: string;
  load: (signal: AbortSignal) => Promise<Row[]>;
}

const MOST = 6;
const FAILED_SIGN_INS = '/sign-ins?failed=true';

/** Of each kind of work: what is due first or has waited longest, or what happened last. */
const CASES: readonly Cases[] = [
  {
    name: 'claims',
    title: '最先到期的领码申请',
    permission: 'code.claim.review',
    more: '/claims?status=SUBMITTED&sort=dueAt%2Casc',
    empty: '没有待审核的领码申请',
    load: async (signal) => {
      const query = { status: 'SUBMITTED', size: MOST, sort: 'dueAt,asc' } as const;
      const page = await api.get('/api/code/claims', { query, signal });
      return page.items.map((claim) => ({
        id: claim.id,
        to: `/claims/${claim.id}`,
        title: claim.enterpriseName,
        text: [claim.agentName && `经办人 ${claim.agentName}`],
        at: claim.submittedAt,
        promise: claim.promise,
        of: 'CLAIM',
      }));
    },
  },
  {
    name: 'applications',
    title: '最先到期、尚未受理的融资申请',
    permission: 'finance.application.handle',
    more: '/applications?status=SUBMITTED&sort=dueAt%2Casc',
    empty: '没有待受理的融资申请',
    load: async (signal) => {
      const query = { status: 'SUBMITTED', size: MOST, sort: 'dueAt,asc' } as const;
      const page = await api.get('/api/finance/applications', { query, signal });
      return page.items.map((one) => ({
        id: one.id,
        to: `/applications/${one.id}`,
        title: one.enterpriseName,
        text: [one.productTitle],
        amount: yuanInRow(one.amount),
        at: one.submittedAt,
        promise: one.promise,
        of: 'LOAN',
      }));
    },
  },
  {
    name: 'grants',
    title: '等待授权的机构账号',
    permission: 'user.staff.grant',
    more: '/staff?granted=false',
    empty: '没有等待授权的账号',
    load: async (signal) => {
      const query = { granted: false, size: MOST, sort: 'registeredAt,asc' };
      const page = await api.get('/api/user/staff', { query, signal });
      return page.items.map((one) => ({
        id: one.accountId,
        to: `/staff?granted=false&q=${encodeURIComponent(one.displayName)}`,
        title: one.displayName,
        text: [one.institutionName],
        at: one.registeredAt,
      }));
    },
  },
  {
    name: 'roles',
    title: '最近修改的角色',
    permission: 'user.role.manage',
    more: '/roles?sort=updatedAt%2Cdesc',
    empty: '还没有修改过的角色',
    load: async (signal) => {
      const page = await api.get('/api/user/roles', {
        query: { size: MOST, sort: 'updatedAt,desc' },
        signal,
      });
      return page.items.flatMap((role) =>
        role.updatedAt
          ? [
              {
                id: role.code,
                to: `/roles?q=${encodeURIComponent(role.name)}`,
                title: role.name,
                text: [
                  role.institutionName ?? '平台预置',
                  role.updatedByName && `由 ${role.updatedByName} 修改`,
                ],
                at: role.updatedAt,
              },
            ]
          : [],
      );
    },
  },
  {
    name: 'staff',
    title: '最近开通的机构账号',
    permission: 'user.enterprise-account.manage',
    more: '/staff',
    empty: '还没有机构账号',
    load: async (signal) => {
      const page = await api.get('/api/user/staff', {
        query: { size: MOST, sort: 'registeredAt,desc' },
        signal,
      });
      return page.items.map((one) => ({
        id: one.accountId,
        to: `/staff?q=${encodeURIComponent(one.displayName)}`,
        title: one.displayName,
        text: [one.institutionName, one.roleNames.join('、') || '待授权'],
        at: one.registeredAt,
      }));
    },
  },
  {
    name: 'operations',
    title: '最新操作记录',
    permission: 'ops.audit.read',
    more: '/operations',
    empty: '还没有操作记录',
    load: async (signal) => {
      const page = await api.get('/api/ops/operations', { query: { size: MOST }, signal });
      return page.items.map((one) => ({
        id: String(one.seq),
        to: `/operations/${one.seq}`,
        title: one.actionLabel,
        // The route of what was refused stands in its entry.
        text: [
          one.actorName,
          one.result === 'FAILED' ? (one.intended ?? `${one.serviceName}服务的操作`) : one.subjectName,
        ],
        at: one.occurredAt,
      }));
    },
  },
  {
    name: 'failed-sign-ins',
    title: '最近登录失败',
    permission: 'auth.signin-log.read',
    more: FAILED_SIGN_INS,
    empty: '没有登录失败的记录',
    load: async (signal) => {
      const page = await api.get('/api/ops/sign-ins', {
        query: { failed: true, size: MOST },
        signal,
      });
      return page.items.map((one) => ({
        id: String(one.seq),
        to: signInsOf(one),
        title: one.name ? `${one.name}（${one.username}）` : one.username,
        text: [label('signInResult', one.result), one.address],
        at: one.at,
      }));
    },
  },
];

/** Attempts of the same person; a covered phone number of nobody leads to the list: nothing could be found by it. */
function signInsOf({ name, username }: { name?: string; username: string }): string {
  if (name) return `/sign-ins?name=${encodeURIComponent(name)}`;
  return username.includes('*') ? FAILED_SIGN_INS : `/sign-ins?username=${encodeURIComponent(username)}`;
}

/** What to begin the day with, by what the person may do. */
export function FirstCases() {
  const { can } = useMe();
  return CASES.filter((cases) => can(cases.permission)).map((cases) => (
    <List key={cases.name} cases={cases} />
  ));
}

function List({ cases: { name, title, more, empty, load } }: { cases: Cases }) {
  const query = useQuery({ queryKey: [...WAITING, 'oldest', name], queryFn: ({ signal }) => load(signal) });
  return (
    <Panel title={title} extra={<Link to={more}>查看全部</Link>} bare>
      <Loaded query={query} compact>
        {(rows) =>
          rows.length ? (
            <ul className={css.rows}>
              {rows.map((row) => (
                <li key={row.id}>
                  <Link to={row.to}>{row.title}</Link>
                  <span className={css.text}>
                    {row.text.filter(Boolean).map((part) => (
                      <span key={part}>{part}</span>
                    ))}
                  </span>
                  {row.amount && <span className={css.amount}>{row.amount}</span>}
                  {row.of ? (
                    <span className={css.due}>
                      <PromisedDate promise={row.promise} of={row.of} />
                    </span>
                  ) : (
                    <time dateTime={row.at}>{timeAgo(row.at)}</time>
                  )}
                </li>
              ))}
            </ul>
          ) : (
            <Empty compact title={empty} />
          )
        }
      </Loaded>
    </Panel>
  );
}
