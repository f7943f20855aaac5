import { api, type ComparableFact, type CriteriaAnswer, type GoldenCase } from '@/shared/api';
import type { Criterion } from './model';

/** Whom the editor asks: the service that keeps the conditions says which facts there are and what a tree says. */
export interface Asked {
  key: string;
  facts: (signal: AbortSignal) => Promise<ComparableFact[]>;
  preview: (criteria: Criterion, cases: GoldenCase[], signal: AbortSignal) => Promise<CriteriaAnswer>;
}

const asJson = (criteria: Criterion) => criteria as unknown as Record<string, unknown>;

export const OF_POLICIES: Asked = {
  key: 'policy',
  facts: (signal) => api.get('/api/policy/manage/facts', { signal }),
  preview: (criteria, cases, signal) =>
    api.post('/api/policy/manage/criteria/preview', { body: { criteria: asJson(criteria), cases }, signal }),
};

export const OF_PRODUCTS: Asked = {
  key: 'product',
  facts: (signal) => api.get('/api/finance/manage/product-entries/facts', { signal }),
  preview: (criteria, _cases, signal) =>
    api.post('/api/finance/manage/product-entries/conditions/preview', {
      body: { criteria: asJson(criteria) },
      signal,
    }),
};
