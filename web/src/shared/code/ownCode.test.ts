import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQueryClient, ME, useUnread } from '../api';
import { answerWith, json, messageStream, problem } from '../test/http';
import { someone } from '../test/render';
import { noCode, useOwnCode } from './ownCode';

const code = (status: string) => json({ id: 'k1', status });
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
let live: ReturnType<typeof messageStream>;

function show(codes: Response[]) {
  const sent = answerWith({
    'GET /api/code/my/code': codes,
    'GET /api/message/my/unread-count': json({ count: 0 }),
    'GET /api/message/my/stream': live.answer,
  });
  const queries = createQueryClient();
  queries.setQueryData(ME, someone);
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(QueryClientProvider, { client: queries }, children);
  // The layout receives the messages.
  const view = renderHook(
    () => {
      useUnread();
      return useOwnCode(true);
    },
    { wrapper },
  );
  return { ...view, asked: () => sent.filter((one) => one.url.pathname === '/api/code/my/code').length };
}

beforeEach(() => {
  live = messageStream();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it('that the code was frozen is seen at once', async () => {
  const { result } = show([code('ACTIVE'), code('FROZEN')]);
  await wait(500);
  expect(result.current.data?.status).toBe('ACTIVE');
  await act(async () => live.tell({ id: 'm1', kind: 'CODE', link: '/my/code' }));
  await wait(500);
  expect(result.current.data?.status).toBe('FROZEN');
});

it('and before long where no message comes', async () => {
  const { result, asked } = show([code('FROZEN'), code('ACTIVE')]);
  await wait(500);
  await act(async () => live.tell({ id: 'm1', kind: 'FINANCE', link: '/my/applications/a1' }));
  await wait(500);
  expect(asked()).toBe(1);
  await wait(20_000);
  expect(result.current.data?.status).toBe('ACTIVE');
});

it('nobody is told to claim one while it cannot be asked for', async () => {
  const { result } = show([problem(503, 'SERVICE_UNAVAILABLE')]);
  await wait(60_000);
  expect(result.current.isError).toBe(true);
  expect(noCode(result.current.error)).toBe(false);
});

it('who has none is told so', async () => {
  const { result } = show([problem(404, 'NOT_FOUND')]);
  await wait(500);
  expect(noCode(result.current.error)).toBe(true);
});
