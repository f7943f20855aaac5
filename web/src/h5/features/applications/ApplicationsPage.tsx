import { Button } from 'antd-mobile';
import { useNavigate, useSearchParams } from 'react-router';
import { api, type LoanStatus } from '@/shared/api';
import { label } from '@/shared/i18n';
import { statusChoice } from '@/shared/loans';
import { useLoanStatuses } from '@/shared/loans/useLoanStatuses';
import { isOpenPromise, Promised } from '@/shared/promise';
import { dateTimeText, Empty, LoanState, yuanInRow } from '@/shared/ui';
import { Body, Choice, Row, Section } from '../../ui';
import { Growing, useGrowing } from '../../ui/Growing';
import { LoanDrafts } from './LoanDrafts';

export default function ApplicationsPage() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const status = (params.get('status') ?? '') as LoanStatus | '';
  const query = useGrowing(['applications', status], (page, signal) =>
    api.get('/api/finance/my/applications', {
      signal,
      query: { status: status || undefined, page, size: 20 },
    }),
  );
  const statuses = useLoanStatuses(status);
  return (
    <Body>
      {(statuses.length > 1 || status) && (
        <Choice
          name="按状态筛选"
          chosen={status}
          options={[
            ['', '全部'],
            ...statuses.map((value): [LoanStatus, string] => [value, statusChoice(value)]),
          ]}
          onChoose={(next) => setParams(next ? { status: next } : {}, { replace: true })}
        />
      )}
      {!status && <LoanDrafts />}
      <Growing
        query={query}
        empty={
          <Empty
            title={status ? label('state', 'emptyFiltered') : '还没有融资申请'}
            hint={status ? undefined : '先匹配，再申请，通过更有把握'}
          >
            <Button color="primary" onClick={() => void navigate('/loans')}>
              看看贷款产品
            </Button>
          </Empty>
        }
      >
        {(items) => (
          <Section flush>
            {items.map((one) => (
              <Row
                key={one.id}
                to={`/my/applications/${one.id}`}
                title={one.productTitle}
                note={
                  <>
                    <span className="zq-whole">申请 {yuanInRow(one.amount)}</span>
                    <br />
                    {one.bankName}
                    <br />
                    <span className="zq-whole">{one.number}</span>
                    <br />
                    <time dateTime={one.submittedAt}>{dateTimeText(one.submittedAt)}</time>
                    {one.promise && isOpenPromise(one.promise) && (
                      <>
                        <br />
                        <Promised promise={one.promise} of="LOAN" />
                      </>
                    )}
                  </>
                }
                aside={<LoanState of={one} />}
              />
            ))}
          </Section>
        )}
      </Growing>
    </Body>
  );
}
