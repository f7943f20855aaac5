import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api';

/** @param enabled false where nobody is asked for a town */
export const useTowns = (enabled = true) =>
  useQuery({
    queryKey: ['reference', 'towns'],
    queryFn: ({ signal }) => api.get('/api/user/reference/towns', { signal }),
    staleTime: Infinity,
    enabled,
  });

export const useIndustries = () =>
  useQuery({
    queryKey: ['reference', 'industries'],
    queryFn: ({ signal }) => api.get('/api/user/reference/industries', { signal }),
    staleTime: Infinity,
  });

export const useInstitutions = () =>
  useQuery({
    queryKey: ['reference', 'institutions'],
    queryFn: ({ signal }) => api.get('/api/user/reference/institutions', { signal }),
    staleTime: Infinity,
  });
