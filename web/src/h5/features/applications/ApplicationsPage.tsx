import { Button } from 'antd-mobile';
import { useNavigate } from 'react-router';
import { api } from '@/shared/api';
import { isOpenPromise, Promised } from '@/shared/promise';
import { dateTimeText, Empty, LoanState, yuanAsWan } from '@/shared/ui';
import { Body, Row, Section } from '../../ui';
import { Growing, useGrowing } from '../../ui/Growing';

export default function ApplicationsPage() {
  const navigate = useNavigate();
  const query = useGrowing(['applications'], (page, signal) =>
    api.get('/api/finance/my/applications', { signal, query: { page, size: 20 } }),
  );
  return (
    <Body>
      <Growing
        query={query}
        empty={
          <Empty title="还没有融资申请" hint="先匹配，再申请，通过更有把握">
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
                    <span className="zq-whole">申请 {yuanAsWan(one.amount)}</span>
                    <br />
                    {one.bankName}
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
