import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import type { Me } from './types';

export const ME = ['me'] as const;

/** The signed-in account, or null. Renews the session's token when the server says that it is out of date. */
export async function loadMe(signal?: AbortSignal): Promise<Me | null> {
  const session = await api.get<{ signedIn: boolean }>('/bff/session', { signal });
  if (!session.signedIn) return null;
  const me = await readMe(signal);
  if (!me?.tokenStale) return me;
  await api.post('/bff/refresh', undefined, { keep401: true }).catch(() => undefined);
  return readMe(signal);
}

async function readMe(signal?: AbortSignal): Promise<Me | null> {
  try {
    return await api.get<Me>('/api/auth/me', { signal, keep401: true });
  } catch (error) {
    if ((error as { status?: number }).status === 401) return null;
    throw error;
  }
}

export function useMe() {
  const query = useQuery({ queryKey: ME, queryFn: ({ signal }) => loadMe(signal), staleTime: 60_000 });
  const me = query.data ?? null;
  return {
    me,
    loading: query.isPending,
    error: query.error,
    can: (permission?: string) => !permission || (me?.permissions.includes(permission) ?? false),
  };
}

/** Ends the session everywhere and starts afresh at `to`, so that nothing of the old account stays in memory. */
export function useSignOut(to: string) {
  const queries = useQueryClient();
  return async () => {
    await api.post('/bff/logout', undefined, { keep401: true }).catch(() => undefined);
    queries.clear();
    location.assign(to);
  };
}
