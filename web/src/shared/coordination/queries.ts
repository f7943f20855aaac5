import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, useSubmit, type CoordinationCase, type DeclareNeed } from '../api';
import { isOpenCase } from './coordination';

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

/**
 * The case that leaves no room for another, or null: it is the last one. As it was when the form was opened, so under a key that declaring does not outdate: what is
 * declared there is open afterwards, too.
 */
export const useOpenCase = () =>
  useQuery({
    queryKey: ['coordination-open'],
    queryFn: async ({ signal }) => {
      const { items } = await api.get('/api/finance/my/coordination-cases', {
        query: { size: 1, sort: 'declaredAt,desc' },
        signal,
      });
      return items.find(isOpenCase) ?? null;
    },
    gcTime: 0,
    staleTime: Infinity,
  });

export const OPEN_CASE = '办结或撤回后可以再次申报。';

export const openCaseText = ({ number }: Pick<CoordinationCase, 'number'>) =>
  `已有一项融资协调申报（${number}）正在办理`;

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
