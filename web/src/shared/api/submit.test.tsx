import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '../test/http';
import { api } from './client';
import { createQueryClient } from './query';
import { useSubmit } from './submit';

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);
const name = (displayName: string) => ({ displayName });

function form() {
  const told = { onSuccess: vi.fn(), onError: vi.fn() };
  const send = (body: { displayName: string }, idempotencyKey: string) =>
    api.put('/api/auth/profile', { body, idempotencyKey });
  const { result } = renderHook(() => useSubmit(send, told), { wrapper });
  const submit = (body: { displayName: string }) =>
    act(() => result.current.mutateAsync(body).then(undefined, () => undefined));
  return { submit, told };
}
const keysOf = (sent: { headers: Headers }[]) => sent.map((one) => one.headers.get('Idempotency-Key'));

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
});

it('a try after a lost answer carries the same key', async () => {
  const sent = answerWith({ 'PUT /api/auth/profile': [new TypeError('Failed to fetch'), json({})] });
  const { submit, told } = form();
  await submit(name('王'));
  expect(told.onError).toHaveBeenCalledOnce();
  await submit(name('王'));
  expect(told.onSuccess).toHaveBeenCalledOnce();
  const [first, second] = keysOf(sent);
  expect(first).toBeTruthy();
  expect(second).toBe(first);
});

it('so does a corrected form after a refusal', async () => {
  const sent = answerWith({ 'PUT /api/auth/profile': [problem(400, 'VALIDATION_FAILED'), json({})] });
  const { submit } = form();
  await submit(name(''));
  await submit(name('王'));
  const [first, second] = keysOf(sent);
  expect(second).toBe(first);
});

it('what is submitted after a success is new', async () => {
  const sent = answerWith({ 'PUT /api/auth/profile': json({}) });
  const { submit } = form();
  await submit(name('王'));
  await submit(name('李'));
  const [first, second] = keysOf(sent);
  expect(second).not.toBe(first);
});

it('a key that the server knows for another form is given up', async () => {
  const sent = answerWith({ 'PUT /api/auth/profile': [problem(422, 'IDEMPOTENCY_KEY_REUSED'), json({})] });
  const { submit } = form();
  await submit(name('王'));
  await submit(name('王'));
  const [first, second] = keysOf(sent);
  expect(second).not.toBe(first);
});

it('each case has its own key, kept until that one has succeeded', async () => {
  const sent = answerWith({ 'PUT /api/auth/profile': [new TypeError('Failed to fetch'), json({})] });
  const send = (body: { displayName: string }, idempotencyKey: string) =>
    api.put('/api/auth/profile', { body, idempotencyKey });
  const { result } = renderHook(() => useSubmit(send, { about: (body) => body.displayName }), { wrapper });
  const submit = (who: string) =>
    act(() => result.current.mutateAsync(name(who)).then(undefined, () => undefined));
  await submit('王');
  await submit('李');
  await submit('王');
  const [lost, other, again] = keysOf(sent);
  expect(other).not.toBe(lost);
  expect(again).toBe(lost);
});

it('a double click sends one and is told one refusal; afterwards it can be sent again', async () => {
  const sent = answerWith({ 'PUT /api/auth/profile': [problem(409, 'DUPLICATE'), json({})] });
  const onError = vi.fn();
  const onSuccess = vi.fn();
  const send = (body: { displayName: string }, idempotencyKey: string) =>
    api.put('/api/auth/profile', { body, idempotencyKey });
  const { result } = renderHook(() => useSubmit(send, { onError, onSuccess }), { wrapper });
  act(() => {
    result.current.mutate(name('王'));
    result.current.mutate(name('王'));
  });
  await waitFor(() => expect(onError).toHaveBeenCalledOnce());
  expect(sent).toHaveLength(1);
  act(() => result.current.mutate(name('王')));
  await waitFor(() => expect(onSuccess).toHaveBeenCalledOnce());
  expect(sent).toHaveLength(2);
});

it('without a network it fails at once, and nothing is sent when the network is back', async () => {
  const sent = answerWith({ 'PUT /api/auth/profile': [new TypeError('Failed to fetch'), json({})] });
  const client = createQueryClient();
  const onError = vi.fn();
  const { result } = renderHook(
    () =>
      useSubmit(
        (body: { displayName: string }, idempotencyKey) =>
          api.put('/api/auth/profile', { body, idempotencyKey }),
        { onError },
      ),
    { wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider> },
  );
  onlineManager.setOnline(false);
  try {
    act(() => result.current.mutate(name('王')));
    await waitFor(() => expect(onError).toHaveBeenCalledOnce());
    expect(onError.mock.calls[0]![0]).toHaveProperty('message', '网络连接不上，请检查网络后重试');
  } finally {
    onlineManager.setOnline(true);
  }
  await client.resumePausedMutations();
  expect(sent).toHaveLength(1);
});
