import { useQuery } from '@tanstack/react-query';
import { api, type ManagedProduct } from '@/shared/api';
import {
  amountText,
  contactLine,
  NO_CONDITIONS,
  offeredItems,
  rateNeedsMark,
  rateText,
  repaymentText,
  termRangeText,
  typesOf,
} from '@/shared/loans';
import { Definition, figuresIn, Loaded, Sources, Unverified } from '@/shared/ui';
import { Criteria } from '../../ui/Criteria';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { ProductState } from './ProductState';

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
          { label: product.minAmountWan ? '额度' : '最高额度', value: amountText(product) },
          { label: product.minTermMonths ? '期限' : '最长期限', value: termRangeText(product) },
          {
            label: '利率',
            value: (
              <>
                {rateText(product.rateText)} {rateNeedsMark(product) && <Unverified />}
              </>
            ),
          },
          { label: '还款方式', value: repaymentText(product) },
          { label: '状态', value: <ProductState product={product} /> },
        ]}
      />
      <Loaded query={query} compact>
        {(detail) => (
          <>
            <Criteria title="准入条件" criteria={detail.criteria} level="h2" none={NO_CONDITIONS} />
            <Definition
              columns={1}
              items={[
                { label: '版本', value: `第 ${detail.edition} 版` },
                ...offeredItems(detail),
                ...(detail.offer?.materials.length
                  ? [{ label: '申请材料', value: detail.offer.materials.join('、') }]
                  : []),
                ...(detail.offer?.contacts ?? []).map((one) => ({
                  label: one.branch,
                  value: contactLine(one),
                })),
                { label: '信息来源', value: detail.source && <Sources text={detail.source} /> },
              ]}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
