import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd-mobile';
import { useNavigate } from 'react-router';
import { api, useMe } from '@/shared/api';
import { isOpenPromise, Promised } from '@/shared/promise';
import { dateTimeText, Empty, Loaded, Skeleton, StatusTag, Tag, Uscc } from '@/shared/ui';
import { ActionBar, Body, Row, Section } from '../../ui';

export default function ClaimsPage() {
  const navigate = useNavigate();
  const { me } = useMe();
  const query = useQuery({
    queryKey: ['claims'],
    queryFn: ({ signal }) => api.get('/api/code/my/claims', { signal, query: { size: 50 } }),
  });
  return (
    <>
      <Body>
        <Loaded query={query} skeleton={<Skeleton lines={8} />}>
          {(page) =>
            page.items.length ? (
              <Section flush>
                {page.items.map((claim) => (
                  <Row
                    key={claim.id}
                    to={`/my/claims/${claim.id}`}
                    title={claim.enterpriseName}
                    note={
                      <>
                        <Uscc of={claim.uscc} />
                        <br />
                        {claim.codeIssuedAt
                          ? `${dateTimeText(claim.codeIssuedAt)} 领取`
                          : `${dateTimeText(claim.submittedAt)} 提交`}
                        {claim.promise && isOpenPromise(claim.promise) && (
                          <>
                            <br />
                            <Promised promise={claim.promise} of="CLAIM" />
                          </>
                        )}
                      </>
                    }
                    aside={
                      claim.codeStatus === 'REVOKED' ? (
                        <Tag>企业码已注销</Tag>
                      ) : (
                        <StatusTag of="claimStatus" value={claim.status} />
                      )
                    }
                  />
                ))}
              </Section>
            ) : (
              <Empty title="还没有领码申请" />
            )
          }
        </Loaded>
      </Body>
      <ActionBar>
        {me?.enterprise ? (
          <Button onClick={() => void navigate('/claim')}>为另一家企业领码</Button>
        ) : (
          <Button color="primary" onClick={() => void navigate('/claim')}>
            领取企业码
          </Button>
        )}
      </ActionBar>
    </>
  );
}
