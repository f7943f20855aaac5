import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, type LoanStatus } from '@/shared/api';
import { label } from '@/shared/i18n';
import { statusChoice } from '@/shared/loans';
import { useLoanStatuses } from '@/shared/loans/useLoanStatuses';
import { isOpenPromise, Promised } from '@/shared/promise';
import { dateTimeText, Empty, Loaded, Skeleton, LoanState, useListUrlState, yuanInRow } from '@/shared/ui';
import { ButtonLink } from '../../ui';
import { CenterHead, Panel } from '../../ui/Panel';
import { LoanDrafts } from './LoanDrafts';
import { StatePager } from '../../ui/List';
import { Chips } from '../../ui/Chips';
import css from './OverviewPage.module.css';

export default function ApplicationsPage() {
  const state = useListUrlState<'/api/finance/my/applications'>({ size: 10 });
  const [params] = useSearchParams();
  const status = (params.get('status') ?? '') as LoanStatus | '';
  const statuses = useLoanStatuses(status);
  const query = useQuery({
    queryKey: ['applications', 'list', state.query],
    queryFn: ({ signal }) => api.get('/api/finance/my/applications', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <CenterHead
        title="融资申请"
        intro="向银行提交的贷款申请：受理、审批与放款进度"
        actions={
          <ButtonLink look="main" small to="/loans">
            申请贷款
          </ButtonLink>
        }
      />
      {(statuses.length > 1 || status) && (
        <Chips
          name="status"
          label="按状态筛选"
          options={statuses.map((value) => ({ value, label: statusChoice(value) }))}
        />
      )}
      {!status && <LoanDrafts />}
      <Panel flush>
        <Loaded query={query} skeleton={<Skeleton lines={8} />}>
          {(data) =>
            data.items.length ? (
              <ul className={css.rows}>
                {data.items.map((application) => (
                  <li key={application.id}>
                    <Link to={`/center/applications/${application.id}`}>
                      <span className={css.main}>
                        <b>{application.productTitle}</b>
                        <small className={css.facts}>
                          <span>{application.bankName}</span>
                          <span className="zq-whole">{application.number}</span>
                          <span className="zq-whole">{dateTimeText(application.submittedAt)}</span>
                        </small>
                        {application.promise && isOpenPromise(application.promise) && (
                          <small>
                            <Promised promise={application.promise} of="LOAN" />
                          </small>
                        )}
                      </span>
                      <span className={`zq-num ${css.amount}`}>{yuanInRow(application.amount)}</span>
                      <span className={css.kind}>{label('loanKind', application.kind)}</span>
                      <span className={css.status}>
                        <LoanState of={application} />
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            ) : (
              <Empty
                title={status ? label('state', 'emptyFiltered') : '还没有融资申请'}
                hint={status ? undefined : '先匹配，再申请，通过更有把握'}
              >
                <ButtonLink look="outline" to="/match?kind=LOAN">
                  匹配本企业
                </ButtonLink>
              </Empty>
            )
          }
        </Loaded>
      </Panel>
      <StatePager state={state} total={query.data?.total} />
    </>
  );
}
