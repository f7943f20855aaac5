import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueryClient, ME, useUnread } from '../api';
import { answerWith, json, messageStream, problem } from '../test/http';
import { someone } from '../test/render';
import { OWN_CODE } from './ownCode';
import { useDynamicCode } from './useDynamicCode';

describe('the dynamic code', () => {
  const START = Date.parse('2026-03-15T02:00:00Z');
  let serial = 0;
  const code = () => {
    serial += 1;
    const now = Date.now() + 180_000;
    return json({
      content: `ZQ1:${serial}`,
      issuedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + 60_000).toISOString(),
      ttlSeconds: 60,
    });
  };
  const show = () => {
    const queries = createQueryClient();
    queries.setQueryData(ME, someone);
    const wrapper = ({ children }: { children: ReactNode }) =>
      createElement(QueryClientProvider, { client: queries }, children);
    // The layout receives the messages.
    const view = renderHook(
      () => {
        useUnread();
        return useDynamicCode();
      },
      { wrapper },
    );
    return { ...view, queries };
  };
  let live: ReturnType<typeof messageStream>;
  const answers = (dynamic: Parameters<typeof answerWith>[0][string]) => {
    const sent = answerWith({
      'POST /api/code/my/code/dynamic': dynamic,
      'GET /api/message/my/unread-count': json({ count: 0 }),
      'GET /api/message/my/stream': live.answer,
    });
    return () => sent.filter((one) => one.method === 'POST');
  };
  const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

  beforeEach(() => {
    serial = 0;
    live = messageStream();
    document.cookie = 'XSRF-TOKEN=abc';
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
    Object.defineProperty(document, 'hidden', { value: false, configurable: true });
  });

  it('is replaced before it expires, by the server’s clock', async () => {
    answers(code);
    const { result } = show();
    await wait(600);
    expect(result.current.code?.content).toBe('ZQ1:1');
    expect(result.current.left).toBe(60);
    await wait(50_000);
    expect(result.current.code?.content).toBe('ZQ1:1');
    await wait(6_000);
    expect(result.current.code?.content).toBe('ZQ1:2');
    expect(result.current.left).toBeGreaterThan(55);
  });

  it('is not made while nobody looks', async () => {
    const sent = answers(code);
    show();
    await wait(600);
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    await wait(300_000);
    expect(sent()).toHaveLength(1);
    Object.defineProperty(document, 'hidden', { value: false, configurable: true });
    await wait(600);
    expect(sent()).toHaveLength(2);
  });

  it('stops asking when it is refused, until somebody tries again', async () => {
    const sent = answers([problem(403, 'CODE_FROZEN', { detail: '企业码已冻结' }), code]);
    const { result, queries } = show();
    const invalidated = vi.spyOn(queries, 'invalidateQueries');
    await wait(5_000);
    expect(invalidated, 'the page is to show that it is frozen').toHaveBeenCalledWith({
      queryKey: OWN_CODE,
    });
    expect(sent()).toHaveLength(1);
    expect(result.current.error).toMatchObject({ code: 'CODE_FROZEN' });
    act(() => result.current.again());
    await wait(600);
    expect(result.current.code?.content).toBe('ZQ1:1');
  });

  it('comes back by itself once the network is there again, and stays as long as it is good', async () => {
    const lost = new TypeError('Failed to fetch');
    const sent = answers([code, lost, lost, lost, code]);
    const { result } = show();
    await wait(600);
    await wait(56_000);
    expect(sent().length).toBeGreaterThan(1);
    expect(result.current.error, 'it is good for some seconds more').toBeUndefined();
    expect(result.current.code?.content).toBe('ZQ1:1');
    await wait(5_000);
    expect(result.current.error).toMatchObject({ code: 'NETWORK' });
    await wait(60_000);
    expect(result.current.error).toBeUndefined();
    expect(result.current.left).toBeGreaterThan(0);
  });

  it('is asked for at once when the device says that there is a network again', async () => {
    const sent = answers([new TypeError('Failed to fetch'), code]);
    const { result } = show();
    await wait(600);
    expect(result.current.error).toMatchObject({ code: 'NETWORK' });
    await act(async () => void dispatchEvent(new Event('online')));
    await wait(0);
    expect(sent()).toHaveLength(2);
    expect(result.current.code?.content).toBe('ZQ1:1');
  });

  it('is replaced as soon as it was scanned, which is said until the next one comes in the usual way', async () => {
    const sent = answers(code);
    const { result } = show();
    await wait(600);
    expect(result.current.scanned).toBe(false);
    await act(async () => live.tell({ id: 'm1', kind: 'CODE', link: '/my/claims/c1' }));
    await wait(600);
    expect(sent()).toHaveLength(1);
    await act(async () =>
      live.tell({ id: 'm2', kind: 'CODE', link: '/my/scans?of=01a230d2-0000-7000-8000-000000000001' }),
    );
    await wait(600);
    expect(result.current.code?.content).toBe('ZQ1:2');
    expect(result.current.scanned).toBe(true);
    await wait(56_000);
    expect(result.current.code?.content).toBe('ZQ1:3');
    expect(result.current.scanned).toBe(false);
  });
});
