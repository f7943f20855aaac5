import { useInfiniteQuery } from '@tanstack/react-query';
import { api, type Page, type ScanRecord } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Empty, Loaded, Skeleton, Tag } from '@/shared/ui';
import { Body, More, Section } from '../../ui';
import css from './code.module.css';

export default function ScansPage() {
  const query = useInfiniteQuery({
    queryKey: ['scans'],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<ScanRecord>>('/api/code/my/scans', { signal, query: { page: pageParam, size: 20 } }),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
  });
  return (
    <Body>
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          return items.length ? (
            <>
              <Section flush>
                {items.map((scan) => (
                  <div key={scan.id} className={css.scan}>
                    <b>{scan.scannerName}</b> <small>{scan.scannerInstitution}</small>
                    <p>
                      <time dateTime={scan.at}>{dateTimeText(scan.at, true)}</time>{' '}
                      <small>
                        {label('scanSource', scan.source)}
                        {scan.place && ` · ${scan.place}`}
                      </small>
                    </p>
                    <p className={css.tags}>
                      {scan.shownCategories.map((category) => (
                        <Tag key={category}>{label('consent', category)}</Tag>
                      ))}
                    </p>
                  </div>
                ))}
              </Section>
              <More
                onMore={() => void query.fetchNextPage()}
                busy={query.isFetchingNextPage}
                left={data.pages[0]!.total - items.length}
              />
            </>
          ) : (
            <Empty title="还没有人扫过企业码" />
          );
        }}
      </Loaded>
    </Body>
  );
}
