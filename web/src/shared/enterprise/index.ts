import { useQuery } from '@tanstack/react-query';
import { api } from '../api';

export * from './certification';
export { meantText, useEnterpriseOf, useMeantEnterprise, useSwitchToMeant } from './meant';
export { registerTables } from './register';
export { useOwnEnterprises, useSwitchEnterprise } from './switch';

/** The own enterprise as it stands in the register. */
export function useMyEnterprise(enabled = true) {
  return useQuery({
    queryKey: ['enterprise'],
    queryFn: ({ signal }) => api.get('/api/user/my/enterprise', { signal }),
    enabled,
  });
}
