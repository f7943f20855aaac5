import type { LoanProduct } from '@/shared/api';

/** A loan product as its bank and the finance office keep it. */
export interface ManagedProduct extends LoanProduct {
  confidence: string;
  version: number;
}

export type ProductAction = 'pin' | 'unpin' | 'suspend' | 'resume';

/** What the caller may do with a product: only the finance office says what stands on the home page. */
export function productActions(product: ManagedProduct, mayReview: boolean): ProductAction[] {
  const actions: ProductAction[] = [];
  if (mayReview && product.status === 'PUBLISHED') actions.push(product.pinned ? 'unpin' : 'pin');
  actions.push(product.status === 'PUBLISHED' ? 'suspend' : 'resume');
  return actions;
}
