import type { ManagedProduct } from '@/shared/api';

/** 'lift': of two suspensions the own one; the other keeps the product off sale. */
export type ProductAction = 'pin' | 'unpin' | 'suspend' | 'lift' | 'resume';

/** What the caller may do with a product: only the finance office says what stands on the home page; each side may suspend what the other did, and a bank lifts only its own. */
export function productActions(product: ManagedProduct, mayReview: boolean): ProductAction[] {
  const actions: ProductAction[] = [];
  if (mayReview && product.status === 'PUBLISHED') actions.push(product.pinned ? 'unpin' : 'pin');
  if (product.status === 'PUBLISHED') actions.push('suspend');
  else {
    const byOffice = product.suspension?.by === 'FINANCE_OFFICE';
    const bySame = mayReview ? byOffice : !byOffice || !!product.bankSuspension;
    if (!bySame) actions.push('suspend');
    if (mayReview || bySame) actions.push(product.bankSuspension ? 'lift' : 'resume');
  }
  return actions;
}
