import { useQuery } from '@tanstack/react-query';
import { api, isProblem, type Message } from '@/shared/api';

export const OWN_CODE = ['code'] as const;

/** Somebody has scanned the code of the enterprise. A message says more than this, but where it leads to is what tells one from the other; which enterprise it is of stands behind that. */
export const tellsOfScan = (message: Pick<Message, 'kind' | 'link'>) =>
  message.kind === 'CODE' && message.link?.split('?')[0] === '/my/scans';

/** That there is none, which is not the same as not being told. */
export const noCode = (error: unknown) => isProblem(error) && error.status === 404;

/**
 * The code of the enterprise, while it is on the screen: what becomes of it in the console is heard of at once by the
 * message about it, and by asking now and then where messages do not come.
 */
export function useOwnCode(enabled: boolean) {
  return useQuery({
    queryKey: OWN_CODE,
    queryFn: ({ signal }) => api.get('/api/code/my/code', { signal }),
    enabled,
    // It may have been frozen since another page asked, and a frozen code must not be asked to show itself.
    staleTime: 0,
    refetchInterval: ({ state }) => state.data && 20_000,
    refetchOnWindowFocus: true,
  });
}
