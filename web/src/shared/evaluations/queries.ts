import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, useSubmit, type EvaluateAgain, type GiveEvaluation, type MyCase } from '../api';

const EVALUATIONS = ['evaluations'];

interface Then {
  onSuccess: (result: MyCase) => void;
  onError: (error: Error) => void;
}

export const useMyCase = (id: string, enabled = true) =>
  useQuery({
    queryKey: [...EVALUATIONS, 'case', id],
    queryFn: ({ signal }) => api.get('/api/ops/my/finished-cases/{id}', { path: { id }, signal }),
    enabled,
  });

/** Whether a case stands among what can be evaluated: asked once for all cases of a page, of which many were never to be. */
export function useWaits(id: string, enabled: boolean): boolean {
  const { data } = useQuery({
    queryKey: [...EVALUATIONS, 'waiting'],
    queryFn: ({ signal }) =>
      api.get('/api/ops/my/evaluations', { query: { evaluated: false, size: 100 }, signal }),
    enabled,
  });
  return enabled && !!data?.items.some(({ caseId }) => caseId === id);
}

/**
 * What leads from a finished case to its evaluation: what was given is read, not asked for again. Nothing where there is none to give: after the last day, and of what is not found, as it ended
 * before its kind was asked about or is another person's.
 */
export function useEvaluationWords(id: string): string | undefined {
  const { data } = useMyCase(id);
  if (!data) return undefined;
  const given = data.evaluation;
  if (!given) return data.open ? '评价办理情况' : undefined;
  return given.againOpen ? '再次评价' : '查看我的评价';
}

export function useEvaluate(id: string, then: Then) {
  const queries = useQueryClient();
  return useSubmit(
    (body: GiveEvaluation, idempotencyKey) =>
      api.post('/api/ops/my/finished-cases/{id}/evaluate', { path: { id }, body, idempotencyKey }),
    { ...then, onSettled: () => queries.invalidateQueries({ queryKey: EVALUATIONS }) },
  );
}

/** The second evaluation, after a call-back. */
export function useEvaluateAgain(id: string, then: Then) {
  const queries = useQueryClient();
  return useSubmit(
    (body: EvaluateAgain, idempotencyKey) =>
      api.post('/api/ops/my/evaluations/{id}/again', { path: { id }, body, idempotencyKey }),
    { ...then, onSettled: () => queries.invalidateQueries({ queryKey: EVALUATIONS }) },
  );
}
