import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, useMe } from '@/shared/api';
import { DemoTag, Loaded, StatusTag, Uscc } from '@/shared/ui';
import { PageHead, pageCss } from '../../ui/page';
import { ParkButton } from './ParkButton';
import { EnterpriseTags } from '../tags/EnterpriseTags';
import { RegisterFacts } from './RegisterFacts';

/** One enterprise as it stands in the register, with its tags. */
export default function EnterprisePage() {
  const { id = '' } = useParams();
  const { can } = useMe();
  const query = useQuery({
    queryKey: ['enterprises', 'one', id],
    queryFn: ({ signal }) => api.get('/api/user/enterprises/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
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
            facts={
              <>
                <span>
                  统一社会信用代码 <Uscc of={enterprise.uscc} />
                </span>
                <span>所属园区 {enterprise.parkName ?? '未划入'}</span>
              </>
            }
          >
            {can('user.enterprise.park') && <ParkButton enterprise={enterprise} />}
          </PageHead>
          <RegisterFacts enterprise={enterprise} />
          {can('match.tag.read') && <EnterpriseTags id={id} uscc={enterprise.uscc} />}
        </div>
      )}
    </Loaded>
  );
}
