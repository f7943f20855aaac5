import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '../test/http';
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
  const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

  beforeEach(() => {
    serial = 0;
    document.cookie = 'XSRF-TOKEN=abc';
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
    Object.defineProperty(document, 'hidden', { value: false, configurable: true });
  });

  it('is replaced before it expires, by the server’s clock', async () => {
    answerWith({ 'POST /api/code/my/code/dynamic': code });
    const { result } = renderHook(() => useDynamicCode());
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
    const sent = answerWith({ 'POST /api/code/my/code/dynamic': code });
    renderHook(() => useDynamicCode());
    await wait(600);
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    await wait(300_000);
    expect(sent).toHaveLength(1);
    Object.defineProperty(document, 'hidden', { value: false, configurable: true });
    await wait(600);
    expect(sent).toHaveLength(2);
  });

  it('stops asking when it is refused, until somebody tries again', async () => {
    const sent = answerWith({
      'POST /api/code/my/code/dynamic': [problem(403, 'CODE_FROZEN', { detail: '企业码已冻结' }), code],
    });
    const { result } = renderHook(() => useDynamicCode());
    await wait(5_000);
    expect(sent).toHaveLength(1);
    expect(result.current.error).toMatchObject({ code: 'CODE_FROZEN' });
    act(() => result.current.again());
    await wait(600);
    expect(result.current.code?.content).toBe('ZQ1:1');
  });
});
