import type { LoanApplication } from '../api';
import { useProduct } from './queries';

/** What the product lists to be handed in, as it did when the application was made. */
export function ListedMaterials({
  of: application,
}: {
  of: Pick<LoanApplication, 'productId' | 'productEdition'>;
}) {
  const { data } = useProduct(application.productId, application.productEdition);
  const materials = data?.offer?.materials ?? [];
  return materials.length > 0 && <p>产品列出的申请材料：{materials.join('、')}</p>;
}
