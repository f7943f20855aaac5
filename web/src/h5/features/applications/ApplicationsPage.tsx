import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd-mobile';
import { useNavigate } from 'react-router';
import { api, type LoanApplication, type Page } from '@/shared/api';
import { dateTimeText, Empty, Loaded, Skeleton, StatusTag, yuanAsWan } from '@/shared/ui';
import { Body, More, Row, Section } from '../../ui';

export default function ApplicationsPage() {
  const navigate = useNavigate();
  const query = useInfiniteQuery({
    queryKey: ['applications'],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<LoanApplication>>('/api/finance/my/applications', {
        signal,
        query: { page: pageParam, size: 20 },
      }),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
  });
  return (
    <Body>
      <Loaded query={query} skeleton={<Skeleton lines={10} />}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          return items.length ? (
            <>
              <Section flush>
                {items.map((one) => (
                  <Row
                    key={one.id}
                    to={`/my/applications/${one.id}`}
                    title={`${one.productTitle} ${yuanAsWan(one.amount)}`}
                    note={`${one.bankName} · ${dateTimeText(one.submittedAt)}`}
                    aside={<StatusTag of="loanStatus" value={one.status} />}
                  />
                ))}
              </Section>
              <More
                onMore={() => void query.fetchNextPage()}
                busy={query.isFetchingNextPage}
                left={data.pages[0]!.total - items.length}
              />
            </>
          ) : (
            <Empty title="还没有贷款申请" hint="先匹配，再申请，通过更有把握">
              <Button color="primary" onClick={() => void navigate('/loans')}>
                看看贷款产品
              </Button>
            </Empty>
          );
        }}
      </Loaded>
    </Body>
  );
}
