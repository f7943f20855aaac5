import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { createQueryClient } from '../api/query';
import { ME, useSignOut } from '../api/session';
import { answerWith } from '../test/http';
import { someone } from '../test/render';
import { useDraft } from './useDraft';

function formOf(accountId: string) {
  const queries = createQueryClient();
  queries.setQueryData(ME, { ...someone, accountId });
  return renderHook(() => ({ draft: useDraft<string>('claim'), signOut: useSignOut('#signed-out') }), {
    wrapper: ({ children }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>,
  });
}

beforeEach(() => {
  localStorage.clear();
  document.cookie = 'XSRF-TOKEN=abc';
});

it('a draft is found again by the account that typed it, and by no other', async () => {
  formOf('a').result.current.draft.save('甲');
  await waitFor(() => expect(localStorage).toHaveLength(1));
  expect(formOf('a').result.current.draft.found).toBe('甲');
  expect(formOf('b').result.current.draft.found).toBeUndefined();
});

it('who signs out leaves no drafts behind, nor what was about to be saved', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  localStorage.setItem('zq.draft.claim', '"of an earlier release"');
  localStorage.setItem('zq.text', 'large');
  answerWith({ 'POST /bff/logout': new Response(null, { status: 204 }) });
  const { result } = formOf('a');
  const { draft, signOut } = result.current;
  draft.save('甲');
  vi.advanceTimersByTime(400);
  expect(localStorage).toHaveLength(3);
  draft.save('甲乙');
  await signOut();
  vi.advanceTimersByTime(400);
  expect(Object.keys(localStorage)).toEqual(['zq.text']);
});
