import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, tellSwitched } from '../api';

/** The enterprises that the person can act for. */
export function useOwnEnterprises(enabled = true) {
  return useQuery({
    queryKey: ['own-enterprises'],
    queryFn: ({ signal }) => api.get('/api/user/my/enterprises', { signal }),
    enabled,
    staleTime: 60_000,
  });
}

/**
 * Acts for another enterprise from now on, without another sign-in, and begins afresh at `to`: nothing of the enterprise before stays in memory. Other
 * windows of this browser share the session, so they begin afresh too.
 */
export function useSwitchEnterprise(to: string) {
  const queries = useQueryClient();
  return async (enterpriseId: string) => {
    // The token may be of another enterprise than the page already: who has just joined one again acts for it at once.
    await api.put('/api/auth/me/enterprise', { body: { enterpriseId }, ofAccount: true });
    await api.post('/bff/refresh', {});
    queries.clear();
    tellSwitched();
    location.assign(to);
  };
}
