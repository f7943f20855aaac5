import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, type LoanProduct, type LoanProductPage } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Empty, Icon, Loaded, numberText, Skeleton, termText, useListUrlState } from '@/shared/ui';
import { ButtonLink, PageHead, Pager, Wrap } from '../../ui';
import { Facets } from '../../ui/Facets';
import { List, ListItem } from '../../ui/List';
import { SearchBox } from '../../ui/SearchBox';
import { pageHref } from '../../ui/pageHref';
import { LoanTags, rate } from './LoanCard';

const sorts = [
  { value: 'default', label: '默认排序' },
  { value: 'maxAmountWan,desc', label: '额度从高到低' },
  { value: 'termMonths,desc', label: '期限从长到短' },
];

export default function LoansPage() {
  const state = useListUrlState({ size: 10, sort: 'default' });
  const [params] = useSearchParams();
  const query = useQuery({
    queryKey: ['products', 'list', state.query],
    queryFn: ({ signal }) =>
      api.get<LoanProductPage>('/api/finance/products', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  const q = [state.filters.q ?? ''].flat()[0]!;

  return (
    <>
      <PageHead
        title="贷款产品"
        intro="银行公布的小微企业贷款产品与准入条件。额度、利率、期限以银行核定为准。"
        actions={
          <ButtonLink look="main" to="/match?kind=LOAN">
            <Icon name="match" /> 看哪些够得着
          </ButtonLink>
        }
      />
      <Wrap>
        <List
          search={
            <SearchBox
              value={q}
              placeholder="搜产品、银行"
              onSearch={(next) => state.setFilters({ q: next })}
            />
          }
          filters={
            query.data && (
              <Facets
                groups={[
                  { name: 'productType', title: '产品类型', items: query.data.facets.productTypes },
                  { name: 'guarantee', title: '担保方式', items: query.data.facets.guarantees },
                  { name: 'bankId', title: '银行', items: query.data.facets.banks },
                ]}
              />
            )
          }
          sort={{ options: sorts, value: state.sort, onChange: state.setSort }}
          total={query.data?.total}
          busy={query.isFetching}
        >
          <Loaded query={query} skeleton={<Skeleton lines={12} />}>
            {(data) =>
              data.items.length ? (
                <>
                  <ul>
                    {data.items.map((product) => (
                      <li key={product.id}>
                        <LoanRow product={product} />
                      </li>
                    ))}
                  </ul>
                  <Pager
                    page={state.page}
                    size={state.size}
                    total={data.total}
                    href={(page) => pageHref(params, page)}
                  />
                </>
              ) : (
                <Empty title={label('state', 'emptyFiltered')}>
                  <ButtonLink look="outline" to="/loans">
                    清除条件
                  </ButtonLink>
                </Empty>
              )
            }
          </Loaded>
        </List>
      </Wrap>
    </>
  );
}

export function LoanRow({ product }: { product: LoanProduct }) {
  return (
    <ListItem
      tags={<LoanTags product={product} />}
      title={<Link to={`/loans/${product.code}`}>{product.title}</Link>}
      highlight={product.summary}
      facts={[
        ['银行', product.bankName],
        ['最高额度', product.maxAmountWan && `${numberText(product.maxAmountWan)} 万元`],
        ['最长期限', product.termMonths && termText(product.termMonths)],
        ['利率', rate(product.rateText)],
        ['担保', product.guarantee],
      ]}
      aside={
        <ButtonLink
          look="outline"
          small
          to={`/loans/${product.code}/apply`}
          aria-label={`立即申请：${product.title}`}
        >
          立即申请
        </ButtonLink>
      }
    />
  );
}
