import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, type LoanProductPage, type PolicyPage } from '@/shared/api';
import { Empty, Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import { ButtonLink, More, PageHead, Wrap } from '../../ui';
import { Block } from '../../ui/Article';
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
      api.get<PolicyPage>('/api/policy/policies', {
        signal,
        query: { q, size: SIZE, page: 1, sort: q ? 'relevance' : undefined },
      }),
  });
  const products = useQuery({
    queryKey: ['search', 'products', q],
    queryFn: ({ signal }) =>
      api.get<LoanProductPage>('/api/finance/products', { signal, query: { q, size: SIZE, page: 1 } }),
  });
  const nothing = policies.data?.total === 0 && products.data?.total === 0;
  const rest = (path: string) => `${path}?q=${encodeURIComponent(q)}`;

  return (
    <>
      <PageHead title={q ? `“${q}”的搜索结果` : '搜索'} last="搜索" />
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
            <Block
              title={`惠企政策${policies.data ? `（${policies.data.total}）` : ''}`}
              more={(policies.data?.total ?? 0) > SIZE && <More to={rest('/policies')}>全部结果</More>}
            >
              <Loaded query={policies} skeleton={<Skeleton lines={8} />} compact>
                {(data) =>
                  data.items.length ? (
                    <ul>
                      {data.items.map((policy) => (
                        <li key={policy.id}>
                          <PolicyRow policy={policy} />
                        </li>
                      ))}
                    </ul>
                  ) : (
                    <p className={css.none}>没有相关政策</p>
                  )
                }
              </Loaded>
            </Block>
            <Block
              title={`贷款产品${products.data ? `（${products.data.total}）` : ''}`}
              more={(products.data?.total ?? 0) > SIZE && <More to={rest('/loans')}>全部结果</More>}
            >
              <Loaded query={products} skeleton={<Skeleton lines={8} />} compact>
                {(data) =>
                  data.items.length ? (
                    <ul>
                      {data.items.map((product) => (
                        <li key={product.id}>
                          <LoanRow product={product} />
                        </li>
                      ))}
                    </ul>
                  ) : (
                    <p className={css.none}>没有相关贷款产品</p>
                  )
                }
              </Loaded>
            </Block>
          </>
        )}
      </Wrap>
    </>
  );
}
