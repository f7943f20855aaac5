import { useInfiniteQuery } from '@tanstack/react-query';
import { SearchBar, Selector } from 'antd-mobile';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, type PolicyPage } from '@/shared/api';
import { Empty, Loaded, Skeleton } from '@/shared/ui';
import { Body, More, Section } from '../../ui';
import { PolicyRow } from './PolicyRow';

export default function PoliciesPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const category = params.get('category') ?? '';
  const [typed, setTyped] = useState(q);
  const query = useInfiniteQuery({
    queryKey: ['policies', q, category],
    queryFn: ({ signal, pageParam }) =>
      api.get<PolicyPage>('/api/policy/policies', {
        signal,
        query: { q: q || undefined, category: category || undefined, page: pageParam, size: 10 },
      }),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
  });
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  return (
    <Body>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          set('q', typed.trim());
        }}
      >
        <SearchBar
          aria-label="搜索政策"
          placeholder="名称、文号、关键词"
          value={typed}
          onChange={setTyped}
          onSearch={(value) => set('q', value.trim())}
          onClear={() => set('q', '')}
        />
      </form>
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(data) => {
          const first = data.pages[0]!;
          const items = data.pages.flatMap((page) => page.items);
          return (
            <>
              <Selector
                aria-label="政策类别"
                options={first.facets.categories.map((one) => ({
                  value: one.value,
                  label: `${one.label} ${one.count}`,
                }))}
                value={category ? [category] : []}
                onChange={([chosen]) => set('category', chosen ?? '')}
              />
              {items.length ? (
                <Section title={`共 ${first.total} 条`} flush>
                  {items.map((policy) => (
                    <PolicyRow key={policy.id} policy={policy} />
                  ))}
                </Section>
              ) : (
                <Empty title="没有找到相关政策" hint="换个关键词，或去掉筛选条件" />
              )}
              <More
                onMore={() => void query.fetchNextPage()}
                busy={query.isFetchingNextPage}
                left={first.total - items.length}
              />
            </>
          );
        }}
      </Loaded>
    </Body>
  );
}
