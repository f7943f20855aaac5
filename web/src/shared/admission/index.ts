import { useQuery } from '@tanstack/react-query';
import { api } from '../api';

/** Chambers and providers have no enterprise: they ask to be let in. */
export const admits = (userType: string | undefined) => userType === 'CHAMBER' || userType === 'PROVIDER';

export const ADMISSION = ['admission', 'mine'] as const;

/** The caller's own 入驻申请; null where there is none yet. */
export const useAdmission = (enabled: boolean) =>
  useQuery({
    queryKey: ADMISSION,
    queryFn: async ({ signal }) => (await api.get('/api/user/my/admission', { signal })) ?? null,
    enabled,
  });
