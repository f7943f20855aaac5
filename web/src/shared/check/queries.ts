import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type LoanCheck, type PolicyCheck, type SrdiCheck } from '../api';
import { PROFILE, type FactValues } from '../match';
import type { CheckKind } from './checks';

export type Answer =
  ({ kind: 'policies' } & PolicyCheck) | ({ kind: 'loans' } & LoanCheck) | ({ kind: 'srdi' } & SrdiCheck);

/** What is asked; other for who is signed in, so it belongs to whoever it is. */
export function useCheckForm(kind: CheckKind, who: string | undefined) {
  return useQuery({
    queryKey: ['self-check', kind, who ?? 'nobody'],
    queryFn: ({ signal }) => api.get('/api/match/self-checks/{kind}', { path: { kind }, signal }),
    // What is typed over it would be compared with other values.
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
}

/** @param day for which editions are chosen, where the kind has any; today where it is empty */
async function ask(kind: CheckKind, facts: FactValues, day: string): Promise<Answer> {
  switch (kind) {
    case 'policies':
      return { kind, ...(await api.post('/api/match/self-checks/policies', { body: { facts } })) };
    case 'loans':
      return { kind, ...(await api.post('/api/match/self-checks/loans', { body: { facts } })) };
    case 'srdi':
      return {
        kind,
        ...(await api.post('/api/match/self-checks/srdi', { body: { facts, ...(day && { day }) } })),
      };
  }
}

export function useCheck(kind: CheckKind) {
  return useMutation({
    mutationFn: ({ facts, day = '' }: { facts: FactValues; day?: string }) => ask(kind, facts, day),
  });
}

/** Writes what was typed into the profile; what the register says cannot be. */
export function useSaveChecked(kind: CheckKind) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ facts, version }: { facts: FactValues; version: number | undefined }) =>
      api.put('/api/match/my/profile/facts', { body: { facts, version } }),
    onSuccess: async (saved) => {
      queries.setQueryData(PROFILE, saved);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['match'] }),
        queries.invalidateQueries({ queryKey: ['self-check', kind] }),
      ]);
    },
  });
}
