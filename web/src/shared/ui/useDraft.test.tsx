import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { createQueryClient } from '../api/query';
import { ME, useSignOut } from '../api/session';
import { answerWith, problem } from '../test/http';
import { someone } from '../test/render';
import { useDraft } from './useDraft';

function formOf(accountId: string) {
  const queries = createQueryClient();
  queries.setQueryData(ME, { ...someone, accountId });
  const view = renderHook(() => ({ draft: useDraft<string>('claim'), signOut: useSignOut('#signed-out') }), {
    wrapper: ({ children }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>,
  });
  return { ...view, queries };
}

beforeEach(() => {
  localStorage.clear();
  location.hash = '';
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

it.each([
  ['the platform has no sessions at hand', problem(503, 'SERVICE_UNAVAILABLE', { traceId: 't1' })],
  ['the window is of an older session', problem(403, 'CSRF_REJECTED')],
  ['there is no network', new TypeError('Failed to fetch')],
])('who could not be signed out because %s is told so, and keeps session and drafts', async (_, answer) => {
  answerWith({ 'POST /bff/logout': answer });
  const { result, queries } = formOf('a');
  result.current.draft.save('甲');
  await waitFor(() => expect(localStorage).toHaveLength(1));

  await expect(result.current.signOut()).rejects.toThrow('退出未成功，请重试');

  expect(formOf('a').result.current.draft.found).toBe('甲');
  expect(queries.getQueryData(ME)).toMatchObject({ accountId: 'a' });
  expect(location.hash).toBe('');
});

it('whose session ended before they signed out is signed out', async () => {
  answerWith({ 'POST /bff/logout': problem(401, 'UNAUTHENTICATED') });
  const { result, queries } = formOf('a');
  result.current.draft.save('甲');
  await waitFor(() => expect(localStorage).toHaveLength(1));

  await result.current.signOut();

  expect(localStorage).toHaveLength(0);
  expect(queries.getQueryData(ME)).toBeUndefined();
  expect(location.hash).toBe('#signed-out');
});
