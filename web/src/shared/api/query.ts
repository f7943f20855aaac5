import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem';

/**
 * Queries show their failure where their data would stand; mutations hand theirs to `useProblems`. Nothing here raises
 * a toast, so one failure is never told twice.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache(),
    mutationCache: new MutationCache(),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && (!(error instanceof ProblemError) || error.retryable),
        retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000),
      },
      // Without a network a step fails at once and says so. Kept until the network is back, as the library does, it
      // would be taken after its person had left the dialog or changed the form.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
