import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api';

/** To which enterprises can be recommended; asked for where it is needed. */
export const useCoordinationBanks = (enabled: boolean) =>
  useQuery({
    queryKey: ['coordination', 'banks'],
    queryFn: ({ signal }) => api.get('/api/finance/coordination/banks', { signal }),
    staleTime: 5 * 60_000,
    enabled,
  });
