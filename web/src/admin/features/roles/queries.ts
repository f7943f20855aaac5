import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api';

/** Fields that a role may see, see in part, or not at all. */
export function useSensitiveFields() {
  return useQuery({
    queryKey: ['roles', 'sensitive-fields'],
    queryFn: ({ signal }) => api.get('/api/user/sensitive-fields', { signal }),
  });
}

/** What a role can be limited to. */
export function useScopes() {
  const resources = useQuery({
    queryKey: ['roles', 'scoped-resources'],
    queryFn: ({ signal }) => api.get('/api/user/scoped-resources', { signal }),
  });
  const towns = useQuery({
    queryKey: ['reference', 'towns'],
    queryFn: ({ signal }) => api.get('/api/user/reference/towns', { signal }),
  });
  const institutions = useQuery({
    queryKey: ['reference', 'institutions'],
    queryFn: ({ signal }) => api.get('/api/user/reference/institutions', { signal }),
  });
  return {
    resources: resources.data ?? [],
    towns: towns.data ?? [],
    institutions: institutions.data ?? [],
  };
}
