import { beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '../test/http';
import { someone } from '../test/render';
import { loadMe } from './session';
import * as flow from './session-flow';
import { showsToNobody } from './shownTo';

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
  showsToNobody();
});

it('a guest is nobody, and no account is asked for', async () => {
  const sent = answerWith({ 'GET /bff/session': json({ signedIn: false }) });
  await expect(loadMe()).resolves.toBeNull();
  expect(sent).toHaveLength(1);
});

it('a session that ended meanwhile is a guest, not an error', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': problem(401, 'UNAUTHENTICATED'),
  });
  await expect(loadMe()).resolves.toBeNull();
});

it('whoever was shown here and is not signed in any more has been signed out, and a guest has not', async () => {
  answerWith({ 'GET /bff/session': json({ signedIn: false }) });
  await loadMe();
  expect(flow.hasRunOut()).toBe(false);

  answerWith({
    'GET /bff/session': [json({ signedIn: true }), json({ signedIn: false })],
    'GET /api/auth/me': json(someone),
  });
  await loadMe();
  expect(flow.hasRunOut()).toBe(false);
  await loadMe();
  expect(flow.hasRunOut()).toBe(true);

  answerWith({ 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(someone) });
  await loadMe();
  expect(flow.hasRunOut()).toBe(false);
});

it('a stale token is renewed before anybody works with it', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': [json({ ...someone, enterprise: null, tokenStale: true }), json(someone)],
    'POST /bff/refresh': new Response(null, { status: 204 }),
  });
  await expect(loadMe()).resolves.toMatchObject({
    tokenStale: false,
    enterprise: { uscc: someone.enterprise!.uscc },
  });
  expect(sent.map((one) => `${one.method} ${one.url.pathname}`)).toEqual([
    'GET /bff/session',
    'GET /api/auth/me',
    'POST /bff/refresh',
    'GET /api/auth/me',
  ]);
});

it('a failure of the platform is told', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': problem(503, 'SERVICE_UNAVAILABLE'),
  });
  await expect(loadMe()).rejects.toMatchObject({ status: 503 });
});

it('another than the window shows is not taken over, and the window begins afresh once however often it is asked', async () => {
  const reload = vi.spyOn(flow, 'reload').mockImplementation(() => undefined);
  const other = { ...someone, enterprise: { id: 'e2', name: '乙公司', uscc: '' } };
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': [json(someone), json(other)],
  });
  await expect(loadMe()).resolves.toMatchObject({ enterprise: { uscc: someone.enterprise!.uscc } });
  for (let time = 0; time < 2; time++)
    await expect(loadMe()).rejects.toMatchObject({ code: 'SWITCHED_ELSEWHERE' });
  expect(reload).toHaveBeenCalledOnce();
});
