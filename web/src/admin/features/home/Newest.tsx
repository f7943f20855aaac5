import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, useMe } from '@/shared/api';
import { Empty, Loaded, timeAgo, yuanAsWan } from '@/shared/ui';
import { WAITING } from '../../waiting';
import { Panel } from '../../ui/page';
import css from './Newest.module.css';

interface Row {
  id: string;
  to: string;
  title: string;
  text: string;
  at: string;
}

/** The cases that have waited longest, to begin the day with. */
export function Newest() {
  const { can } = useMe();
  return (
    <>
      {can('code.claim.review') && (
        <Cases
          name="claims"
          title="最早提交的领码申请"
          more="/claims?status=SUBMITTED"
          empty="没有待审核的领码申请"
          load={async (signal) => {
            const query = { status: 'SUBMITTED', size: 6, sort: 'submittedAt,asc' } as const;
            const page = await api.get('/api/code/claims', { query, signal });
            return page.items.map((claim) => ({
              id: claim.id,
              to: `/claims/${claim.id}`,
              title: claim.enterpriseName,
              text: `经办人 ${claim.agentName}`,
              at: claim.submittedAt,
            }));
          }}
        />
      )}
      {can('finance.application.handle') && (
        <Cases
          name="applications"
          title="最早提交、尚未受理的融资申请"
          more="/applications?status=SUBMITTED"
          empty="没有待受理的融资申请"
          load={async (signal) => {
            const query = { status: 'SUBMITTED', size: 6, sort: 'submittedAt,asc' } as const;
            const page = await api.get('/api/finance/applications', { query, signal });
            return page.items.map((one) => ({
              id: one.id,
              to: `/applications/${one.id}`,
              title: one.enterpriseName,
              text: `${one.productTitle} · ${yuanAsWan(one.amount)}`,
              at: one.submittedAt,
            }));
          }}
        />
      )}
    </>
  );
}

interface CasesProps {
  name: string;
  title: string;
  more: string;
  empty: string;
  load: (signal: AbortSignal) => Promise<Row[]>;
}

function Cases({ name, title, more, empty, load }: CasesProps) {
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
                  <span>{row.text}</span>
                  <time dateTime={row.at}>{timeAgo(row.at)}</time>
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
