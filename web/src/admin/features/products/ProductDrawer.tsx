import { useQuery } from '@tanstack/react-query';
import { api, type ManagedProduct } from '@/shared/api';
import { limitText, longestText, NO_CONDITIONS, rateNeedsMark, rateText, typesOf } from '@/shared/loans';
import { Definition, figuresIn, Loaded, Sources, StatusTag, Unverified } from '@/shared/ui';
import { Criteria } from '../../ui/Criteria';
import { InfoDrawer } from '../../ui/InfoDrawer';

/** All that is published of a loan product. */
export function ProductDrawer({
  product,
  onClose,
}: {
  product: ManagedProduct | undefined;
  onClose: () => void;
}) {
  return (
    <InfoDrawer open={!!product} title={product?.title} onClose={onClose} width={640}>
      {product && <Detail product={product} />}
    </InfoDrawer>
  );
}

function Detail({ product }: { product: ManagedProduct }) {
  const query = useQuery({
    queryKey: ['products', 'one', product.id],
    queryFn: ({ signal }) =>
      api.get('/api/finance/products/{idOrCode}', { path: { idOrCode: product.id }, signal }),
  });
  return (
    <>
      <p>{figuresIn(product.summary)}</p>
      <Definition
        columns={1}
        items={[
          { label: '金融机构', value: product.bankName },
          { label: '产品类型', value: typesOf(product.productType).join('、') },
          { label: '担保方式', value: product.guarantee && figuresIn(product.guarantee) },
          { label: '最高额度', value: limitText(product.maxAmountWan) },
          { label: '最长期限', value: longestText(product.termMonths) },
          {
            label: '利率',
            value: (
              <>
                {rateText(product.rateText)} {rateNeedsMark(product) && <Unverified />}
              </>
            ),
          },
          { label: '状态', value: <StatusTag of="productStatus" value={product.status} /> },
        ]}
      />
      <Loaded query={query} compact>
        {(detail) => (
          <>
            <Criteria title="准入条件" criteria={detail.criteria} level="h2" none={NO_CONDITIONS} />
            <Definition
              columns={1}
              items={[{ label: '信息来源', value: detail.source && <Sources text={detail.source} /> }]}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
