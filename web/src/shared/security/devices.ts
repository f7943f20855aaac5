import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api';

const DEVICES = ['devices'] as const;

/** Where the signed-in person is signed in: this device first. */
export const useDevices = () =>
  useQuery({
    queryKey: DEVICES,
    queryFn: ({ signal }) => api.get('/api/auth/devices', { signal }),
    select: (devices) => [...devices].sort((one, other) => Number(other.current) - Number(one.current)),
  });

/** Ends one sign-in, or all but this. */
export function useSignOutDevice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string | 'others') =>
      id === 'others'
        ? api.post('/api/auth/devices/sign-out-others')
        : api.post('/api/auth/devices/{id}/sign-out', { path: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: DEVICES }),
  });
}
