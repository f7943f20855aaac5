import { act, renderHook, waitFor } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { createQueryClient } from '../api/query';
import type { LoanApplicationRequest } from '../api';
import { answerWith, json, problem } from '../test/http';
import { supplyDraft, useSubmitLoan } from './queries';

const body: LoanApplicationRequest = {
  productId: 'p1',
  amount: 1_000_000,
  termMonths: 12,
  purpose: '购置设备',
  kind: 'FIRST',
  contactName: '周敏',
  contactPhone: '13812345678',
  consent: true,
  matchResultId: 'm1',
  channel: 'PC',
};
const PATH = '/api/finance/my/applications';

function submitting() {
  const then = { onSuccess: vi.fn(), onError: vi.fn() };
  const queries = createQueryClient();
  const { result } = renderHook(() => useSubmitLoan(then), {
    wrapper: ({ children }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>,
  });
  const submit = () => act(() => result.current.mutate(body));
  submit();
  return { ...then, submit };
}

afterEach(() => vi.unstubAllGlobals());

it('an application whose match is not known any more is sent without it, also after a lost answer', async () => {
  const unknown = problem(422, 'MATCH_RESULT_UNKNOWN');
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    [`POST ${PATH}`]: [unknown, new TypeError('Failed to fetch'), unknown, json({ id: 'a1' }, 201)],
  });
  const { onSuccess, onError, submit } = submitting();
  await waitFor(() => expect(onError).toHaveBeenCalledOnce());
  submit();
  await waitFor(() => expect(onSuccess).toHaveBeenCalledWith({ id: 'a1' }));
  const posts = sent.filter((one) => one.method === 'POST');
  expect(posts.map((one) => (one.body as LoanApplicationRequest).matchResultId)).toEqual([
    'm1',
    undefined,
    'm1',
    undefined,
  ]);
  // The server knows a key together with its body: another body needs another key, the same one the same.
  const [whole, without, wholeAgain, withoutAgain] = posts.map((one) => one.headers.get('Idempotency-Key'));
  expect(without).not.toBe(whole);
  expect(wholeAgain).toBe(whole);
  expect(withoutAgain).toBe(without);
});

it('another refusal is not repeated', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    [`POST ${PATH}`]: problem(422, 'AMOUNT_OUT_OF_RANGE'),
  });
  const { onError } = submitting();
  await waitFor(() => expect(onError).toHaveBeenCalled());
  expect(sent.filter((one) => one.method === 'POST')).toHaveLength(1);
});

it('words that answered an earlier question of the bank are not found as an answer to its next one', () => {
  const asked = (at: string) => ({
    at,
    kind: 'MATERIAL_ASKED' as const,
    label: '要求补充材料',
    note: '流水',
  });
  const first = { id: 'a1', timeline: [asked('2026-11-21T10:00:00+08:00')] };
  const second = { id: 'a1', timeline: [...first.timeline, asked('2026-12-05T10:00:00+08:00')] };
  expect(supplyDraft(first)).not.toBe(supplyDraft(second));
  expect(supplyDraft(second)).toBe(supplyDraft({ ...second }));
});
