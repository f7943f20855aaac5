import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, useSubmit, type Redemption, type RedemptionClaim } from '../api';
import type { AccountDraft } from './claim';
import { REDEMPTIONS } from './mine';

export { useMyRedemptions } from './mine';

const one = (id: string) => ['redemption', id];

export function useRedemptionProjects(query: { policyId?: string; size?: number }, enabled = true) {
  return useQuery({
    queryKey: ['redemption-projects', query],
    queryFn: ({ signal }) => api.get('/api/policy/redemption/projects', { query, signal }),
    enabled,
  });
}

export function useRedemptionProject(id: string) {
  return useQuery({
    queryKey: ['redemption-project', id],
    queryFn: ({ signal }) => api.get('/api/policy/redemption/projects/{id}', { path: { id }, signal }),
  });
}

/** How the enterprise stands with a project, and what it has already: asked anew, because it may have applied elsewhere since. */
export function useRedemptionEligibility(project: string, enabled: boolean) {
  return useQuery({
    queryKey: ['redemption-project', project, 'eligibility'],
    queryFn: ({ signal }) =>
      api.get('/api/policy/my/redemptions/projects/{id}/eligibility', { path: { id: project }, signal }),
    enabled,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** As long as somebody types, nothing is asked. */
const PAUSE = 400;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** What would be paid for a figure while it is typed, as the service computes it; asked for nothing while there is none. */
export function useAmount(project: string, basis: number | undefined, asked: boolean) {
  const settled = useSettled(basis);
  return useQuery({
    queryKey: ['redemption-project', project, 'amount', settled],
    queryFn: ({ signal }) =>
      api.get('/api/policy/redemption/projects/{id}/amount', {
        path: { id: project },
        query: { basis: settled },
        signal,
      }),
    staleTime: Infinity,
    retry: false,
    enabled: asked && settled === basis,
    placeholderData: keepPreviousData,
  });
}

export function useRedemption(id: string) {
  return useQuery({
    queryKey: one(id),
    queryFn: ({ signal }) => api.get('/api/policy/my/redemptions/{id}', { path: { id }, signal }),
    // Somebody at the department may have acted since.
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}

interface Then {
  onSuccess?: (redemption: Redemption) => void;
  onError: (error: Error) => void;
}

/** A step of the enterprise; its answer is what the pages show next. */
function useMyStep<Form>(send: (form: Form, idempotencyKey: string) => Promise<Redemption>, then: Then) {
  const queries = useQueryClient();
  return useSubmit(send, {
    onError: then.onError,
    onSuccess: (answer) => {
      void queries.invalidateQueries({ queryKey: REDEMPTIONS });
      queries.setQueryData(one(answer.id), answer);
      then.onSuccess?.(answer);
    },
  });
}

export const useApply = (projectId: string, then: Then) =>
  useMyStep(
    (claim: RedemptionClaim, idempotencyKey) =>
      api.post('/api/policy/my/redemptions', { body: { projectId, claim }, idempotencyKey }),
    then,
  );

type Seen = Pick<Redemption, 'id' | 'version'>;

export const useSupplement = ({ id, version }: Seen, then: Then) =>
  useMyStep(
    (claim: RedemptionClaim, idempotencyKey) =>
      api.post('/api/policy/my/redemptions/{id}/supplement', {
        path: { id },
        body: { version, claim },
        idempotencyKey,
      }),
    then,
  );

export const useWithdraw = ({ id, version }: Seen, then: Then) =>
  useMyStep(
    (_: void, idempotencyKey) =>
      api.post('/api/policy/my/redemptions/{id}/withdraw', {
        path: { id },
        body: { version },
        idempotencyKey,
      }),
    then,
  );

/** 免申即享: what is offered is taken with an account, or left. */
export const useConfirm = ({ id, version }: Seen, then: Then) =>
  useMyStep(
    (account: AccountDraft, idempotencyKey) =>
      api.post('/api/policy/my/redemptions/{id}/confirm', {
        path: { id },
        body: { version, account },
        idempotencyKey,
      }),
    then,
  );

export const useDecline = ({ id, version }: Seen, then: Then) =>
  useMyStep(
    (_: void, idempotencyKey) =>
      api.post('/api/policy/my/redemptions/{id}/decline', {
        path: { id },
        body: { version },
        idempotencyKey,
      }),
    then,
  );

export const useCorrectAccount = ({ id, version }: Seen, then: Then) =>
  useMyStep(
    (account: AccountDraft, idempotencyKey) =>
      api.post('/api/policy/my/redemptions/{id}/account', {
        path: { id },
        body: { version, account },
        idempotencyKey,
      }),
    then,
  );
