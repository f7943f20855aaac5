import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '@/shared/api';
import { Empty, Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import { ButtonLink, More, PageHead, Wrap } from '../../ui';
import { Block } from '../../ui/Article';
import { Rows } from '../../ui/List';
import { SearchBox } from '../../ui/SearchBox';
import { LoanRow } from '../loans/LoansPage';
import { PolicyRow } from '../policies/PoliciesPage';
import css from './SearchPage.module.css';

const SIZE = 5;

/** One question to both libraries. */
export default function SearchPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q')?.trim() ?? '';
  usePageTitle(q ? `搜索“${q}”` : '搜索');
  const policies = useQuery({
    queryKey: ['search', 'policies', q],
    queryFn: ({ signal }) =>
      api.get('/api/policy/policies', {
        signal,
        query: { q, size: SIZE, page: 1, sort: q ? 'relevance' : undefined },
      }),
  });
  const products = useQuery({
    queryKey: ['search', 'products', q],
    queryFn: ({ signal }) => api.get('/api/finance/products', { signal, query: { q, size: SIZE, page: 1 } }),
  });
  const nothing = policies.data?.total === 0 && products.data?.total === 0;
  const rest = (path: string) => `${path}?q=${encodeURIComponent(q)}`;

  return (
    <>
      <PageHead
        title={q ? `“${q}”的搜索结果` : '搜索'}
        intro={q ? undefined : '还没有输入关键词，下面是库中全部政策和产品的前几条。'}
        last="搜索"
      />
      <Wrap className={css.page}>
        <SearchBox
          value={q}
          placeholder="搜政策、文号、贷款产品"
          onSearch={(next) => setParams(next ? { q: next } : {})}
        />
        {nothing ? (
          <Empty title="没有找到相关内容" hint="换个说法试试，例如用政策全称、文号或银行名称">
            <ButtonLink look="outline" to="/policies">
              浏览全部政策
            </ButtonLink>
            <ButtonLink look="outline" to="/loans">
              浏览全部贷款产品
            </ButtonLink>
          </Empty>
        ) : (
          <>
            <Found
              title={q ? '惠企政策' : '全部惠企政策'}
              query={policies}
              rest={rest('/policies')}
              none="没有相关政策"
              row={(policy) => <PolicyRow policy={policy} />}
            />
            <Found
              title={q ? '贷款产品' : '全部贷款产品'}
              query={products}
              rest={rest('/loans')}
              none="没有相关贷款产品"
              row={(product) => <LoanRow product={product} />}
            />
          </>
        )}
      </Wrap>
    </>
  );
}

/** The first hits of one library. */
function Found<T extends { id: string }>({
  title,
  query,
  rest,
  none,
  row,
}: {
  title: string;
  query: UseQueryResult<{ items: T[]; total: number }>;
  rest: string;
  none: string;
  row: (item: T) => ReactNode;
}) {
  return (
    <Block
      title={`${title}${query.data ? `（${query.data.total}）` : ''}`}
      more={(query.data?.total ?? 0) > SIZE && <More to={rest}>全部结果</More>}
    >
      <Loaded query={query} skeleton={<Skeleton lines={8} />} compact>
        {({ items }) =>
          items.length ? <Rows items={items} row={row} /> : <p className={css.none}>{none}</p>
        }
      </Loaded>
    </Block>
  );
}
