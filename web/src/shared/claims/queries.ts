import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, useSubmit, type Claim, type ClaimRequest, type StoredFile } from '../api';
import { letterProblem } from './claim';

/** One of the caller's claims; nothing is asked for without an id. */
export function useMyClaim(id: string) {
  return useQuery({
    queryKey: ['claim', id],
    queryFn: ({ signal }) => api.get('/api/code/my/claims/{id}', { path: { id }, signal }),
    enabled: !!id,
  });
}

/** A claim of the caller for this enterprise that is still under way; nothing is asked for without an enterprise. */
export function useOpenClaim(enterpriseId?: string) {
  return useQuery({
    queryKey: ['claims', 'open', enterpriseId],
    queryFn: async ({ signal }) => {
      const { items } = await api.get('/api/code/my/claims', { query: { size: 50 }, signal });
      return (
        items.find(
          (one) =>
            one.enterpriseId === enterpriseId && (one.status === 'SUBMITTED' || one.status === 'RETURNED'),
        ) ?? null
      );
    },
    enabled: !!enterpriseId,
  });
}

/** The register names no more enterprises than these for one search. */
const MOST_HITS = 20;

/** Stands under as many hits as a search can have. */
export const moreHits = (hits: unknown[]) =>
  hits.length >= MOST_HITS ? `仅显示前 ${MOST_HITS} 家，没有找到的请输入更完整的名称` : undefined;

const FEWEST = 2;

/** Why the register is not asked for what was searched for. */
export const tooShort = (q: string) => (q && q.length < FEWEST ? '请至少输入两个字' : undefined);

/** Enterprises of the register by name or code, from two characters on. */
export function useEnterpriseSearch(q: string) {
  return useQuery({
    queryKey: ['enterprises', 'search', q],
    queryFn: ({ signal }) => api.get('/api/user/enterprises/search', { signal, query: { q } }),
    enabled: q.length >= FEWEST,
  });
}

export function useLetterUpload(then: {
  onSuccess: (file: StoredFile) => void;
  onError?: (error: Error) => void;
}) {
  return useSubmit(
    (file: File, idempotencyKey) => {
      const refused = letterProblem(file);
      if (refused) return Promise.reject(new Error(refused));
      const body = new FormData();
      body.append('file', file);
      return api.post('/api/code/files', { body, idempotencyKey });
    },
    { ...then, about: (file) => `${file.name} ${file.size} ${file.lastModified}` },
  );
}

/** Hands in a new claim, or the returned one again. */
export function useSubmitClaim(
  returned: Claim | undefined,
  then: { onSuccess: (claim: Claim) => void; onError: (error: Error) => void },
) {
  const queries = useQueryClient();
  return useSubmit(
    (claim: ClaimRequest, idempotencyKey) =>
      returned
        ? api.put('/api/code/my/claims/{id}', {
            path: { id: returned.id },
            body: { version: returned.version, claim },
          })
        : api.post('/api/code/claims', { body: claim, idempotencyKey }),
    {
      ...then,
      onSuccess: (claim) => {
        void queries.invalidateQueries({ queryKey: ['claims'] });
        void queries.invalidateQueries({ queryKey: ['claim', claim.id] });
        then.onSuccess(claim);
      },
    },
  );
}

export function useWithdrawClaim(
  claim: Claim,
  then: { onSuccess: () => void; onError: (error: Error) => void },
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.post('/api/code/my/claims/{id}/withdraw', {
        path: { id: claim.id },
        body: { version: claim.version },
      }),
    ...then,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['claim', claim.id] }),
        queries.invalidateQueries({ queryKey: ['claims'] }),
      ]),
  });
}
