import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type LoanProduct } from '@/shared/api';
import { limitText, longestText, rateText } from '@/shared/loans';
import { CompareBar, CompareChoice } from '@/shared/loans/Comparing';
import { figuresIn, Icon, useListUrlState, Words } from '@/shared/ui';
import { ButtonLink, PageHead, Wrap } from '../../ui';
import { Facets } from '../../ui/Facets';
import { ListItem, SearchList } from '../../ui/List';
import { LoanTags } from './LoanCard';

const sorts = [
  { value: 'default', label: '默认排序' },
  { value: 'maxAmountWan,desc', label: '额度从高到低' },
  { value: 'termMonths,desc', label: '期限从长到短' },
];

export default function LoansPage() {
  const state = useListUrlState<'/api/finance/products'>({ size: 10, sort: 'default' });
  const query = useQuery({
    queryKey: ['products', 'list', state.query],
    queryFn: ({ signal }) => api.get('/api/finance/products', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });

  return (
    <>
      <PageHead
        title="贷款产品"
        intro="银行公布的小微企业贷款产品与准入条件。额度、利率、期限以银行核定为准。"
        actions={
          <>
            <ButtonLink look="outline" to="/loans/calculator">
              还款计算器
            </ButtonLink>
            <ButtonLink look="outline" to="/loans/advice">
              信贷建议
            </ButtonLink>
            <ButtonLink look="outline" to="/center/demands/new">
              发布融资需求
            </ButtonLink>
            <ButtonLink look="main" to="/match?kind=LOAN">
              <Icon name="match" /> 匹配本企业
            </ButtonLink>
          </>
        }
      />
      <Wrap>
        <SearchList
          state={state}
          query={query}
          placeholder="搜产品、银行"
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
          sorts={sorts}
          home="/loans"
          row={(product) => <LoanRow product={product} comparing />}
        />
        <CompareBar />
      </Wrap>
    </>
  );
}

export function LoanRow({
  product,
  comparing = false,
}: {
  product: LoanProduct;
  /** Whether products are chosen here to be seen beside each other. */
  comparing?: boolean;
}) {
  return (
    <ListItem
      tags={<LoanTags product={product} />}
      title={
        <Link to={`/loans/${product.code}`}>
          <Words>{product.title}</Words>
        </Link>
      }
      highlight={product.summary && figuresIn(product.summary)}
      over={product.bankName}
      figures={[
        ['最高额度', product.maxAmountWan ? <b>{limitText(product.maxAmountWan)}</b> : limitText(undefined)],
        ['最长期限', longestText(product.termMonths)],
        ['利率', rateText(product.rateText)],
        ['担保方式', product.guarantee && figuresIn(product.guarantee)],
      ]}
      aside={
        <>
          <ButtonLink
            look="outline"
            small
            to={`/loans/${product.code}/apply`}
            aria-label={`立即申请：${product.title}`}
          >
            立即申请
          </ButtonLink>
          {comparing && <CompareChoice product={product} />}
        </>
      }
    />
  );
}
