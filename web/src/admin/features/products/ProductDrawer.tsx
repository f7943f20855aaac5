import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { api, type LoanProductDetail, type ManagedProduct } from '@/shared/api';
import { Definition, Loaded, StatusTag, termText, Unverified, wan } from '@/shared/ui';
import { Criteria } from '../../ui/Criteria';
import { drawerWidth } from '../../ui/drawer-width';

/** All that is published of a loan product. */
export function ProductDrawer({
  product,
  onClose,
}: {
  product: ManagedProduct | undefined;
  onClose: () => void;
}) {
  return (
    <Drawer open={!!product} title={product?.title} onClose={onClose} size={drawerWidth(640)} destroyOnHidden>
      {product && <Detail product={product} />}
    </Drawer>
  );
}

function Detail({ product }: { product: ManagedProduct }) {
  const query = useQuery({
    queryKey: ['products', 'one', product.id],
    queryFn: ({ signal }) => api.get<LoanProductDetail>(`/api/finance/products/${product.id}`, { signal }),
  });
  return (
    <>
      <p>{product.summary}</p>
      <Definition
        columns={1}
        items={[
          { label: '金融机构', value: product.bankName },
          { label: '产品类型', value: product.productType },
          { label: '担保方式', value: product.guarantee },
          { label: '最高额度', value: wan(product.maxAmountWan) },
          { label: '最长期限', value: termText(product.termMonths) },
          {
            label: '利率',
            value: (
              <>
                {product.rateText} {!product.verified && <Unverified short />}
              </>
            ),
          },
          { label: '状态', value: <StatusTag of="productStatus" value={product.status} /> },
        ]}
      />
      <Loaded query={query} compact>
        {(detail) => (
          <>
            <Criteria title="准入条件" criteria={detail.criteria} level="h2" />
            <Definition
              columns={1}
              items={[
                { label: '说明', value: detail.note },
                { label: '信息来源', value: detail.source },
              ]}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
