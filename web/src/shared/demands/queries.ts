import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  api,
  useSubmit,
  type ChooseOffer,
  type DemandClaim,
  type DemandRequest,
  type LoanApplication,
  type MyDemand,
} from '../api';

const DEMANDS = ['demands'];

interface Then<T> {
  onSuccess: (result: T) => void;
  onError: (error: Error) => void;
}

export const useMyDemand = (id: string) =>
  useQuery({
    queryKey: [...DEMANDS, 'mine', id],
    queryFn: ({ signal }) => api.get('/api/finance/my/demands/{id}', { path: { id }, signal }),
  });

export function usePostDemand(then: Then<MyDemand>) {
  const queries = useQueryClient();
  return useSubmit(
    (body: DemandRequest, idempotencyKey) => api.post('/api/finance/my/demands', { body, idempotencyKey }),
    { ...then, onSettled: () => queries.invalidateQueries({ queryKey: DEMANDS }) },
  );
}

export function useWithdrawDemand({ demand }: MyDemand, then: Then<MyDemand>) {
  const queries = useQueryClient();
  return useSubmit(
    (_: void, idempotencyKey: string) =>
      api.post('/api/finance/my/demands/{id}/withdraw', {
        path: { id: demand.id },
        body: { version: demand.version },
        idempotencyKey,
      }),
    { ...then, onSettled: () => queries.invalidateQueries({ queryKey: DEMANDS }) },
  );
}

/** 同意该银行查看, and to take that back. */
export function useShowDemand(claim: DemandClaim, then: Then<MyDemand>) {
  const queries = useQueryClient();
  return useSubmit(
    (shown: boolean, idempotencyKey) =>
      api.post(`/api/finance/my/demand-claims/{id}/${shown ? 'show' : 'hide'}`, {
        path: { id: claim.id },
        body: { version: claim.version },
        idempotencyKey,
      }),
    {
      ...then,
      about: (shown) => `${shown} ${claim.id} ${claim.version}`,
      onSettled: () => queries.invalidateQueries({ queryKey: DEMANDS }),
    },
  );
}

/** The offer becomes an application. */
export function useChooseOffer(claim: DemandClaim, then: Then<LoanApplication>) {
  const queries = useQueryClient();
  return useSubmit(
    (choice: Omit<ChooseOffer, 'version'>, idempotencyKey) =>
      api.post('/api/finance/my/demand-claims/{id}/choose', {
        path: { id: claim.id },
        body: { ...choice, version: claim.version },
        idempotencyKey,
      }),
    {
      ...then,
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: DEMANDS }),
          queries.invalidateQueries({ queryKey: ['applications'] }),
        ]),
    },
  );
}
