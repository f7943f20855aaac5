import { useQuery } from '@tanstack/react-query';
import { api, isProblem } from '../api';

/** Chambers and providers have no enterprise: they ask to be let in. */
export const admits = (userType: string | undefined) => userType === 'CHAMBER' || userType === 'PROVIDER';

export const ADMISSION = ['admission', 'mine'] as const;

/** The caller's own 入驻申请; null where there is none yet. */
export const useAdmission = (enabled: boolean) =>
  useQuery({
    queryKey: ADMISSION,
    queryFn: async ({ signal }) => {
      try {
        return await api.get('/api/user/my/admission', { signal });
      } catch (error) {
        if (isProblem(error, 'NOT_FOUND')) return null;
        throw error;
      }
    },
    enabled,
  });
