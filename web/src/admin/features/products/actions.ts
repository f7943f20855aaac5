import type { ManagedProduct } from '@/shared/api';

export type ProductAction = 'pin' | 'unpin' | 'suspend' | 'resume';

/** What the caller may do with a product: only the finance office says what stands on the home page, and puts back what it took off sale. */
export function productActions(product: ManagedProduct, mayReview: boolean): ProductAction[] {
  const actions: ProductAction[] = [];
  if (mayReview && product.status === 'PUBLISHED') actions.push(product.pinned ? 'unpin' : 'pin');
  if (product.status === 'PUBLISHED') actions.push('suspend');
  else if (mayReview || product.suspension?.by !== 'FINANCE_OFFICE') actions.push('resume');
  return actions;
}
