import { useQuery } from '@tanstack/react-query';
import { api } from '../api';

export const REDEMPTIONS = ['redemptions'];

export function useMyRedemptions(enabled = true) {
  return useQuery({
    queryKey: REDEMPTIONS,
    queryFn: ({ signal }) => api.get('/api/policy/my/redemptions', { query: { size: 100 }, signal }),
    enabled,
  });
}
