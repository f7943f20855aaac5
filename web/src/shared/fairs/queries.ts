import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, useMe, useSubmit, type MySignUp, type SignUpRequest } from '../api';

const ACTIVITIES = ['activities'];

export const useArticle = (id: string) =>
  useQuery({
    queryKey: ['articles', 'one', id],
    queryFn: ({ signal }) => api.get('/api/finance/articles/{id}', { path: { id }, signal }),
  });

export const useActivity = (id: string) =>
  useQuery({
    queryKey: [...ACTIVITIES, 'one', id],
    queryFn: ({ signal }) => api.get('/api/finance/activities/{id}', { path: { id }, signal }),
  });

/** Whether the signed-in person can sign an enterprise up. */
export function useMaySignUp(): boolean {
  const { me, can } = useMe();
  return !!me?.enterprise && can('finance.activity.sign-up');
}

/** The own enterprise's sign-up for an activity, the last one; null where there is none. */
export function useMySignUp(activityId: string) {
  const may = useMaySignUp();
  return useQuery({
    queryKey: [...ACTIVITIES, 'mine', activityId],
    queryFn: async ({ signal }) =>
      (await api.get('/api/finance/my/sign-ups', { query: { activityId, size: 1 }, signal })).items[0] ??
      null,
    enabled: may,
  });
}

interface Then {
  onSuccess: (signUp: MySignUp) => void;
  onError: (error: Error) => void;
}

export function useSignUp(activityId: string, then: Then) {
  const queries = useQueryClient();
  return useSubmit(
    (body: SignUpRequest, idempotencyKey) =>
      api.post('/api/finance/my/activities/{id}/sign-up', { path: { id: activityId }, body, idempotencyKey }),
    { ...then, onSettled: () => queries.invalidateQueries({ queryKey: ACTIVITIES }) },
  );
}

export function useWithdrawSignUp({ id, version }: MySignUp, then: Then) {
  const queries = useQueryClient();
  return useSubmit(
    (_: void, idempotencyKey: string) =>
      api.post('/api/finance/my/sign-ups/{id}/withdraw', {
        path: { id },
        body: { version },
        idempotencyKey,
      }),
    { ...then, onSettled: () => queries.invalidateQueries({ queryKey: ACTIVITIES }) },
  );
}

/** Where a calendar takes an activity from; the server names the file. */
export const calendarOf = (activityId: string) => `/api/finance/activities/${activityId}/calendar`;
