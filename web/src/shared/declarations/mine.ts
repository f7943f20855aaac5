import { useQuery } from '@tanstack/react-query';
import { api } from '../api';

export const DECLARATIONS = ['declarations'];

export function useMyDeclarations(enabled = true) {
  return useQuery({
    queryKey: DECLARATIONS,
    queryFn: ({ signal }) => api.get('/api/policy/my/declarations', { query: { size: 100 }, signal }),
    enabled,
  });
}
