import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api';

/** Of what conditions can speak. */
export const useConditionFacts = () =>
  useQuery({
    queryKey: ['entries', 'facts'],
    queryFn: ({ signal }) => api.get('/api/finance/manage/product-entries/facts', { signal }),
    staleTime: Infinity,
  });
