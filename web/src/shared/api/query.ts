import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, ProblemError } from './problem';
import { ME } from './session';
import { refusesChanges } from './shownTo';
import type { Me } from './types';

/**
 * Queries show their failure where their data would stand; mutations hand theirs to `useProblems`. Nothing here raises
 * a toast, so one failure is never told twice.
 *
 * A step that somebody may not take was on the page because they may have been allowed to a moment ago: who they are is asked afresh, and the page follows.
 *
 * @param onOtherEnterprise they belong to the enterprise of the page no more
 */
export function createQueryClient(onOtherEnterprise: () => void = () => {}): QueryClient {
  const actsFor = () => queries.getQueryData<Me | null>(ME)?.enterprise?.id;
  const lookAgain = async () => {
    const before = actsFor();
    await queries.refetchQueries({ queryKey: ME, type: 'active' });
    if (before && actsFor() !== before && !refusesChanges()) onOtherEnterprise();
  };
  const queries = new QueryClient({
    queryCache: new QueryCache(),
    mutationCache: new MutationCache({
      onError: (error) => {
        if (isProblem(error, 'FORBIDDEN')) void lookAgain();
      },
    }),
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
  return queries;
}
