import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type SignedInDevice } from '../api';

const DEVICES = ['devices'] as const;

/** Where the signed-in person is signed in: this device first. */
export const useDevices = () =>
  useQuery({
    queryKey: DEVICES,
    queryFn: ({ signal }) => api.get('/api/auth/devices', { signal }),
    select: (devices) => [...devices].sort((one, other) => Number(other.current) - Number(one.current)),
  });

/** So many of the others are shown until all are asked for. */
const NEWEST = 4;

/** Which of the devices a list shows: this one, and of the others those that were used last. */
export function useShownDevices(devices: SignedInDevice[]) {
  const [all, setAll] = useState(false);
  const others = devices
    .filter((one) => !one.current)
    .sort((one, other) => Date.parse(other.seenAt) - Date.parse(one.seenAt));
  const shown = all ? others : others.slice(0, NEWEST);
  return {
    others: others.length,
    shown: [...devices.filter((one) => one.current), ...shown],
    showAll: shown.length < others.length ? () => setAll(true) : undefined,
  };
}

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
