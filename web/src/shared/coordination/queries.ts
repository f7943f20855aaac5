import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, useSubmit, type CoordinationCase, type DeclareNeed } from '../api';

const CASES = ['coordination'];

interface Then {
  onSuccess: (result: CoordinationCase) => void;
  onError: (error: Error) => void;
}

export const useMyCase = (id: string) =>
  useQuery({
    queryKey: [...CASES, 'mine', id],
    queryFn: ({ signal }) => api.get('/api/finance/my/coordination-cases/{id}', { path: { id }, signal }),
  });

export function useDeclareNeed(then: Then) {
  const queries = useQueryClient();
  return useSubmit(
    (body: DeclareNeed, idempotencyKey) =>
      api.post('/api/finance/my/coordination-cases', { body, idempotencyKey }),
    { ...then, onSettled: () => queries.invalidateQueries({ queryKey: CASES }) },
  );
}

export function useWithdrawCase(one: CoordinationCase, then: Then) {
  const queries = useQueryClient();
  return useSubmit(
    (_: void, idempotencyKey: string) =>
      api.post('/api/finance/my/coordination-cases/{id}/withdraw', {
        path: { id: one.id },
        body: { version: one.version },
        idempotencyKey,
      }),
    { ...then, onSettled: () => queries.invalidateQueries({ queryKey: CASES }) },
  );
}
