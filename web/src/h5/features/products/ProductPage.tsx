import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd-mobile';
import { useNavigate, useParams } from 'react-router';
import { api, type LoanProductDetail } from '@/shared/api';
import { Definition, Loaded, Skeleton, termText, Unverified, usePageTitle, wan } from '@/shared/ui';
import { ActionBar, Body, Notice, Section } from '../../ui';
import css from './products.module.css';

export function useProduct(id: string) {
  return useQuery({
    queryKey: ['product', id],
    queryFn: ({ signal }) => api.get<LoanProductDetail>(`/api/finance/products/${id}`, { signal }),
  });
}

export default function ProductPage() {
  const { id = '' } = useParams();
  const query = useProduct(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={14} />}>
      {(product) => <Product product={product} />}
    </Loaded>
  );
}

function Product({ product }: { product: LoanProductDetail }) {
  usePageTitle(product.title);
  const navigate = useNavigate();
  return (
    <>
      <Body>
        <Section>
          <p className={css.bank}>{product.bankName}</p>
          <h2 className={css.title}>{product.title}</h2>
          <p>{product.summary}</p>
        </Section>
        <Section title="产品要素">
          <Definition
            columns={1}
            items={[
              { label: '最高额度', value: product.maxAmountWan ? wan(product.maxAmountWan) : '银行核定' },
              { label: '最长期限', value: product.termMonths ? termText(product.termMonths) : '银行核定' },
              {
                label: '利率',
                value: (
                  <>
                    {product.rateText} {!product.verified && <Unverified short />}
                  </>
                ),
              },
              { label: '担保方式', value: product.guarantee },
              { label: '产品类型', value: product.productType },
            ]}
          />
        </Section>
        {product.criteria.length > 0 && (
          <Section title="准入条件">
            <ul className={css.clauses}>
              {product.criteria.map((criterion) => (
                <li key={criterion.label + criterion.text}>
                  {criterion.text} {!criterion.certain && <Unverified short />}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Notice>{product.note}</Notice>
      </Body>
      <ActionBar>
        <Button fill="outline" onClick={() => void navigate(`/match?kind=LOAN&open=${product.code}`)}>
          匹配自查
        </Button>
        <Button color="primary" onClick={() => void navigate(`/loans/${product.code}/apply`)}>
          立即申请
        </Button>
      </ActionBar>
    </>
  );
}
