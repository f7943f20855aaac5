import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '@/shared/api';
import { DemoTag, Loaded, StatusTag, usccText } from '@/shared/ui';
import { PageHead, pageCss } from '../../ui/page';
import { RegisterFacts } from './RegisterFacts';

/** One enterprise as it stands in the register. */
export default function EnterprisePage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['enterprises', 'one', id],
    queryFn: ({ signal }) => api.get('/api/user/enterprises/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded query={query}>
      {(enterprise) => (
        <div className={pageCss.page}>
          <PageHead
            title={enterprise.name}
            tags={
              <>
                <StatusTag of="enterpriseStatus" value={enterprise.status} />
                {enterprise.demo && <DemoTag />}
              </>
            }
            facts={<span>统一社会信用代码 {usccText(enterprise.uscc)}</span>}
          />
          <RegisterFacts enterprise={enterprise} />
        </div>
      )}
    </Loaded>
  );
}
