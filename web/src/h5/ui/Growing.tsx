import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button, Input } from 'antd-mobile';
import { useState, type ReactNode } from 'react';
import { Icon, Loaded, Skeleton } from '@/shared/ui';
import css from './ui.module.css';

interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}

/** A list that grows at its end, page by page. */
export function useGrowing<T, P extends Page<T>>(
  queryKey: readonly unknown[],
  load: (page: number, signal: AbortSignal) => Promise<P>,
) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ signal, pageParam }) => load(pageParam, signal),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
  });
}

/** The rows loaded so far, and the button for more; `children` gets the first page as well, for totals and facets. */
export function Growing<T, P extends Page<T>>({
  query,
  empty,
  children,
}: {
  query: UseInfiniteQueryResult<InfiniteData<P>>;
  empty: ReactNode;
  children: (items: P['items'], first: P) => ReactNode;
}) {
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(data) => {
        const items = data.pages.flatMap((page) => page.items);
        const first = data.pages[0]!;
        return (
          <>
            {items.length ? children(items, first) : empty}
            {items.length < first.total && (
              <Button
                block
                fill="outline"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                加载更多（还有 {first.total - items.length} 条）
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** A search that asks when it is sent or emptied, not at each letter. */
export function Search({
  label,
  placeholder,
  value,
  error,
  onSearch,
}: {
  label: string;
  placeholder: string;
  value: string;
  /** What is wrong with what was sent. */
  error?: string;
  onSearch: (q: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  return (
    <form
      role="search"
      className={css.search}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <span className={error ? `${css.searchBox} ${css.wrong}` : css.searchBox}>
        <Icon name="search" size={18} />
        {/* The library's own search bar names every field alike. */}
        <Input
          type="search"
          enterKeyHint="search"
          clearable
          aria-label={label}
          placeholder={placeholder}
          value={typed}
          onChange={setTyped}
          onClear={() => onSearch('')}
        />
      </span>
      <button type="submit">查询</button>
      {error && (
        <p className={css.searchError} role="alert">
          <Icon name="warning" size={16} /> {error}
        </p>
      )}
    </form>
  );
}
