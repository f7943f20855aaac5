import { useQuery } from '@tanstack/react-query';
import { api } from './client';

/** The words that operators keep under 基础数据 for a choice, in their order. */
export function useDictionary(category: string) {
  return useQuery({
    queryKey: ['reference', 'dictionary', category],
    queryFn: ({ signal }) => api.get('/api/user/reference/dictionary', { query: { category }, signal }),
  });
}
