import { useInfiniteQuery } from '@tanstack/react-query';
import { SearchBar } from 'antd-mobile';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, type LoanProduct, type Page } from '@/shared/api';
import { Empty, Loaded, Skeleton } from '@/shared/ui';
import { Body, More, Section } from '../../ui';
import { ProductRow } from './ProductRow';

export default function ProductsPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const [typed, setTyped] = useState(q);
  const query = useInfiniteQuery({
    queryKey: ['products', q],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<LoanProduct>>('/api/finance/products', {
        signal,
        query: { q: q || undefined, page: pageParam, size: 10 },
      }),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
  });
  const search = (value: string) => setParams(value ? { q: value } : {}, { replace: true });
  return (
    <Body>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          search(typed.trim());
        }}
      >
        <SearchBar
          aria-label="搜索贷款产品"
          placeholder="产品、银行、担保方式"
          value={typed}
          onChange={setTyped}
          onSearch={(value) => search(value.trim())}
          onClear={() => search('')}
        />
      </form>
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          const { total } = data.pages[0]!;
          return items.length ? (
            <>
              <Section title={`共 ${total} 个产品`} flush>
                {items.map((product) => (
                  <ProductRow key={product.id} product={product} />
                ))}
              </Section>
              <More
                onMore={() => void query.fetchNextPage()}
                busy={query.isFetchingNextPage}
                left={total - items.length}
              />
            </>
          ) : (
            <Empty title="没有找到相关产品" />
          );
        }}
      </Loaded>
    </Body>
  );
}
