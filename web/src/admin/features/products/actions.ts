import type { ManagedProduct } from '@/shared/api';

export type ProductAction = 'pin' | 'unpin' | 'suspend' | 'resume';

/** What the caller may do with a product: only the finance office says what stands on the home page. */
export function productActions(product: ManagedProduct, mayReview: boolean): ProductAction[] {
  const actions: ProductAction[] = [];
  if (mayReview && product.status === 'PUBLISHED') actions.push(product.pinned ? 'unpin' : 'pin');
  actions.push(product.status === 'PUBLISHED' ? 'suspend' : 'resume');
  return actions;
}
