import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '../test/http';
import { api, csrfToken, newIdempotencyKey, urlOf } from './client';
import { ProblemError } from './problem';
import * as flow from './session-flow';

describe('the address of a request', () => {
  it('leaves empty values out and repeats arrays', () => {
    const url = new URL(
      urlOf('/api/x', { q: '', level: undefined, status: null, page: 1, tag: ['a', 'b'], read: false }),
    );
    expect(url.search).toBe('?page=1&tag=a&tag=b&read=false');
  });
});

describe('the CSRF token', () => {
  beforeEach(() => {
    document.cookie = 'XSRF-TOKEN=; Max-Age=0';
  });

  it('is read from its cookie among others', () => {
    expect(csrfToken('a=1; XSRF-TOKEN=t%2B1; b=2')).toBe('t+1');
    expect(csrfToken('a=1; NOT-XSRF-TOKEN=x')).toBeUndefined();
  });

  it('goes along with changes, not with questions', async () => {
    document.cookie = 'XSRF-TOKEN=abc';
    const sent = answerWith({ 'POST /bff/refresh': json({}), 'GET /api/auth/me': json({}) });
    await api.post('/bff/refresh');
    await api.get('/api/auth/me');
    expect(sent[0]!.headers.get('X-XSRF-TOKEN')).toBe('abc');
    expect(sent[1]!.headers.has('X-XSRF-TOKEN')).toBe(false);
  });

  it('is fetched first when a form is posted before any other request', async () => {
    const sent = answerWith({
      'GET /bff/session': () => {
        document.cookie = 'XSRF-TOKEN=fresh';
        return json({ signedIn: false });
      },
      'POST /api/auth/sign-in': json({ continueTo: '/' }),
    });
    await api.post('/api/auth/sign-in', { body: { username: 'a', password: 'b' } });
    expect(sent.map((one) => one.url.pathname)).toEqual(['/bff/session', '/api/auth/sign-in']);
    expect(sent[1]!.headers.get('X-XSRF-TOKEN')).toBe('fresh');
  });
});

describe('bodies', () => {
  beforeEach(() => {
    document.cookie = 'XSRF-TOKEN=abc';
  });

  it('are JSON, or a form with files as it is', async () => {
    const sent = answerWith({
      'PUT /api/auth/profile': json({}),
      'POST /api/code/files': json({}),
    });
    await api.put('/api/auth/profile', { body: { displayName: '王' }, idempotencyKey: 'k1' });
    const form = new FormData();
    form.append('file', new Blob(['x']), 'x.pdf');
    await api.post('/api/code/files', { body: form });
    expect(sent[0]).toMatchObject({ body: { displayName: '王' } });
    expect(sent[0]!.headers.get('Content-Type')).toBe('application/json');
    expect(sent[0]!.headers.get('Idempotency-Key')).toBe('k1');
    expect(sent[1]!.headers.has('Content-Type')).toBe(false);
    expect(sent[1]!.body).toBe(form);
  });

  it('may be missing in the answer', async () => {
    answerWith({ 'DELETE /api/message/my/messages/m%2F1': new Response(null, { status: 204 }) });
    await expect(
      api.delete('/api/message/my/messages/{id}', { path: { id: 'm/1' } }),
    ).resolves.toBeUndefined();
  });

  it('of a file keep the name that the server gave', async () => {
    answerWith({
      'GET /api/user/enterprises/export': new Response('x', {
        headers: {
          'Content-Disposition': `attachment; filename="a.xlsx"; filename*=UTF-8''${encodeURIComponent('企业.xlsx')}`,
        },
      }),
    });
    await expect(api.file('/api/user/enterprises/export')).resolves.toMatchObject({ name: '企业.xlsx' });
  });
});

describe('failures', () => {
  beforeEach(() => {
    document.cookie = 'XSRF-TOKEN=abc';
  });

  it('carry code, wording, trace id, fields and what else the server said', async () => {
    answerWith({
      'POST /bff/refresh': problem(422, 'AMOUNT_OUT_OF_RANGE', {
        detail: '申请金额超出该产品的范围',
        traceId: 't1',
        errors: [{ field: 'amount', code: 'MAX', message: '最高 300 万元' }],
        remainingAttempts: 2,
      }),
    });
    const error = await api.post('/bff/refresh').catch((caught: unknown) => caught as ProblemError);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      status: 422,
      code: 'AMOUNT_OUT_OF_RANGE',
      message: '申请金额超出该产品的范围',
      traceId: 't1',
    });
    expect((error as ProblemError).fields).toEqual([
      { field: 'amount', code: 'MAX', message: '最高 300 万元' },
    ]);
    expect((error as ProblemError).problem.remainingAttempts).toBe(2);
  });

  it('of a proxy in HTML still have a wording', async () => {
    answerWith({ 'GET /api/auth/me': new Response('<html>Bad gateway</html>', { status: 502 }) });
    await expect(api.get('/api/auth/me')).rejects.toMatchObject({
      code: 'HTTP_502',
      message: '服务正在启动或暂时不可用，请稍后重试',
    });
  });

  it('of the network are problems too, and worth a retry', async () => {
    answerWith({ 'GET /api/auth/me': new TypeError('Failed to fetch') });
    const error = await api.get('/api/auth/me').catch((caught: unknown) => caught as ProblemError);
    expect(error).toMatchObject({ code: 'NETWORK', retryable: true });
  });

  it('of a cancelled request stay cancellations', async () => {
    const abort = new AbortController();
    abort.abort();
    answerWith({ 'GET /api/auth/me': new DOMException('aborted', 'AbortError') });
    await expect(api.get('/api/auth/me', { signal: abort.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('with 401 start the sign-in flow, unless the caller wants to see them', async () => {
    const start = vi.spyOn(flow, 'startSignIn').mockImplementation(() => undefined);
    answerWith({ 'GET /api/auth/me': problem(401, 'UNAUTHENTICATED') });
    await expect(api.get('/api/auth/me', { keep401: true })).rejects.toMatchObject({ status: 401 });
    expect(start).not.toHaveBeenCalled();
    await expect(api.get('/api/auth/me')).rejects.toMatchObject({ status: 401 });
    expect(flow.wasBrokenOff()).toBe(false);
    expect(start).toHaveBeenCalledOnce();
  });

  it('with 401 note what was broken off, where something was to be done', async () => {
    vi.spyOn(flow, 'startSignIn').mockImplementation(() => undefined);
    document.cookie = 'XSRF-TOKEN=abc';
    answerWith({ 'POST /bff/refresh': problem(401, 'UNAUTHENTICATED') });
    await expect(api.post('/bff/refresh')).rejects.toMatchObject({ status: 401 });
    expect(flow.wasBrokenOff()).toBe(true);
    flow.forgetBrokenOff();
    expect(flow.wasBrokenOff()).toBe(false);
  });
});

describe('the sign-in flow', () => {
  it('leaves the page once, and comes back to it', () => {
    flow.resetSignInFlow();
    const go = vi.fn();
    flow.startSignIn('/match?kind=LOAN', go);
    flow.startSignIn('/elsewhere', go);
    expect(go.mock.calls).toEqual([['/bff/login?continue=%2Fmatch%3Fkind%3DLOAN']]);
    flow.resetSignInFlow();
  });
});

it('each request begins a trace of its own', async () => {
  const sent = answerWith({ 'GET /api/auth/me': json({}) });
  await api.get('/api/auth/me');
  await api.get('/api/auth/me');
  const [first, second] = sent.map((one) => one.headers.get('traceparent')!);
  expect(first).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(second!.slice(3, 35)).not.toBe(first!.slice(3, 35));
});

it('idempotency keys differ', () => {
  expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
});

it('what a page asks for without anybody at it says so', async () => {
  const sent = answerWith({ 'GET /api/auth/me': json({}) });
  const now = vi.spyOn(Date, 'now');
  const touchedAt = 1_800_000_000_000;
  now.mockReturnValue(touchedAt);
  globalThis.dispatchEvent(new Event('keydown'));
  now.mockReturnValue(touchedAt + 60_000);
  await api.get('/api/auth/me');
  now.mockReturnValue(touchedAt + 60_001);
  await api.get('/api/auth/me');
  now.mockRestore();
  expect(sent.map((one) => one.headers.get('X-Background'))).toEqual([null, '1']);
});

it('what is sent while a page is left is not broken off with it, unless it is too much for that', async () => {
  document.cookie = 'XSRF-TOKEN=abc';
  answerWith({ 'POST /bff/refresh': json({}), 'GET /api/auth/me': json({}) });
  const fetch = vi.spyOn(globalThis, 'fetch');
  const lasts = () => fetch.mock.lastCall![1]!.keepalive;
  const refresh = (body: object) => api.post('/bff/refresh', { body } as never);
  await refresh({});
  expect(lasts()).toBe(false);
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await refresh({});
  expect(lasts()).toBe(true);
  await refresh({ words: '字'.repeat(30_000) });
  expect(lasts()).toBe(false);
  await api.get('/api/auth/me');
  expect(lasts()).toBe(false);
  hidden.mockRestore();
});
