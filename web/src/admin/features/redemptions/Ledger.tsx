import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, useMe, type LedgerLine, type RedemptionProject } from '@/shared/api';
import { dateTimeText, ErrorState, yuanExact } from '@/shared/ui';
import { pageCss, Panel } from '../../ui/page';
import { PanelTable } from '../../ui/PanelTable';
import css from './redemptions.module.css';

type Money = RedemptionProject['money'];

/** Where each yuan is; together they are what was allocated. */
const PARTS: { key: Exclude<keyof Money, 'allocated'>; name: string; held?: string }[] = [
  { key: 'paid', name: '已支付', held: 'PAID' },
  { key: 'approved', name: '核定待付', held: 'APPROVED' },
  { key: 'reserved', name: '公示预留', held: 'RESERVED' },
  { key: 'free', name: '可用' },
  { key: 'returned', name: '已交回' },
];

/** 资金台账: where the project's money is, and by which entries it came there. */
export function Ledger({ project }: { project: RedemptionProject }) {
  return (
    <>
      <Panel title="资金台账" extra={`预算下达 ${yuanExact(project.money.allocated)}`}>
        <MoneyBar money={project.money} />
      </Panel>
      <Entries project={project} />
    </>
  );
}

/**
 * @param amount how an amount is said: to the cent beside the ledger's entries, shorter where many projects stand together
 * @param listOf the project whose applications and ledger the amounts open
 */
export function MoneyBar({
  money,
  amount = yuanExact,
  listOf,
}: {
  money: Money;
  amount?: (yuan: number) => string;
  listOf?: string;
}) {
  const { can } = useMe();
  const list = (held?: string) => {
    if (!held) return listOf && `/redemption-projects/${listOf}`;
    return listOf && can('policy.redemption.handle')
      ? `/redemptions?projectId=${listOf}&money=${held}`
      : undefined;
  };
  return (
    <>
      <div className={css.bar} aria-hidden="true">
        {PARTS.filter(({ key }) => money[key] > 0).map(({ key }) => (
          <span key={key} className={css[key]} style={{ flexGrow: money[key] / money.allocated }} />
        ))}
      </div>
      <dl className={css.figures}>
        {PARTS.map(({ key, name, held }) => (
          <div key={key}>
            <dt>
              <span className={`${css.mark} ${css[key]}`} />
              {name}
            </dt>
            <dd className={money[key] > 0 ? undefined : css.zero}>
              <Figure to={money[key] > 0 ? list(held) : undefined} name={name}>
                {amount(money[key])}
              </Figure>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Figure({ to, name, children }: { to: string | undefined; name: string; children: string }) {
  return to ? (
    <Link to={to} aria-label={`${name} ${children}`}>
      {children}
    </Link>
  ) : (
    children
  );
}

const SIZE = 20;

function Entries({ project: { id, version } }: { project: RedemptionProject }) {
  const { can } = useMe();
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: ['redemption-projects', 'entries', id, version, page],
    queryFn: ({ signal }) =>
      api.get('/api/policy/manage/redemption-projects/{id}/entries', {
        path: { id },
        query: { page, size: SIZE },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const mayOpen = can('policy.redemption.handle');
  if (query.error && !query.data)
    return (
      <Panel title="台账记录">
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Panel>
    );
  return (
    <Panel title="台账记录" extra="只增不改，后记入的在前" bare>
      <PanelTable<LedgerLine>
        name="台账记录"
        rowKey="id"
        loading={query.isPending}
        rows={query.data?.items ?? []}
        size={SIZE}
        page={page}
        total={query.data?.total ?? 0}
        onPage={setPage}
        columns={[
          { key: 'at', title: '时间', className: pageCss.num, render: (_, line) => dateTimeText(line.at) },
          { key: 'kind', title: '事项', render: (_, line) => line.label },
          {
            key: 'amount',
            title: '金额',
            align: 'right',
            className: `${pageCss.num} ${pageCss.numLast}`,
            render: (_, line) => yuanExact(line.amount),
          },
          {
            key: 'about',
            title: '企业或依据',
            render: (_, line) =>
              line.applicationId ? (
                <>
                  {line.enterpriseName}
                  <span className={pageCss.sub}>
                    {mayOpen ? (
                      <Link to={`/redemptions/${line.applicationId}`}>{line.applicationNumber}</Link>
                    ) : (
                      line.applicationNumber
                    )}
                  </span>
                </>
              ) : (
                (line.note ?? '开放项目时下达')
              ),
          },
          { key: 'actor', title: '经办', render: (_, line) => line.actor ?? line.applicant ?? '企业' },
        ]}
      />
    </Panel>
  );
}
