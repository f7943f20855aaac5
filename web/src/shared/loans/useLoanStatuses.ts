import { useQuery } from '@tanstack/react-query';
import { api, type LoanStatus } from '../api';
import { loanStatuses } from '.';

/** So many are looked at to know which states there are. */
const LOOKED_AT = 100;

/** The states that any application is in, and the chosen one; all of them where there are too many to look at each. */
export function useLoanStatuses(chosen: LoanStatus | ''): LoanStatus[] {
  const { data } = useQuery({
    queryKey: ['applications', 'statuses'],
    queryFn: ({ signal }) => api.get('/api/finance/my/applications', { query: { size: LOOKED_AT }, signal }),
  });
  return loanStatuses.filter(
    (status) =>
      status === chosen ||
      (data && (data.total > LOOKED_AT || data.items.some((one) => one.status === status))),
  );
}
