import { act, fireEvent, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as flow from '../api/session-flow';
import { askSession, type SessionState } from '../api/signInEnds';
import { answerWith, json, problem, type Sent } from '../test/http';
import { renderAt, SignedIn, someone } from '../test/render';
import { SignInEnds } from './SignInEnds';

const MINUTE = 60_000;
const HALF_AN_HOUR = { signedIn: true, idleEndsInSeconds: 1800, endsInSeconds: 30_000, lastsSeconds: 43_200 };
const OVER = { signedIn: false };

let sent: Sent[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(flow, 'startSignIn').mockImplementation(() => undefined);
});

afterEach(async () => {
  // What was told last is of the window, which the next file has too.
  answerWith({ 'GET /bff/session': json(OVER) });
  await act(() => askSession());
  vi.useRealTimers();
});

/** A page of who is signed in; the gateway says of the session what is listed, the last for ever. */
async function page(...sessions: SessionState[]) {
  sent = answerWith({
    'GET /bff/session': sessions.map((session) => json(session)),
    'GET /api/auth/me': [json(someone), problem(401, 'UNAUTHENTICATED')],
  });
  renderAt(
    '/',
    <SignedIn>
      <label>
        备注
        <input />
      </label>
      <SignInEnds />
    </SignedIn>,
  );
  await passes(0);
  screen.getByRole('textbox').focus();
}

const passes = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));
const asked = () => sent.filter(({ url }) => url.pathname === '/bff/session');
const isAskedByThePageAlone = ({ headers }: Sent) => headers.has('X-Background');

it('asks two minutes before the end whether one goes on, and prolongs by a request that is work', async () => {
  await page(HALF_AN_HOUR, { ...HALF_AN_HOUR, idleEndsInSeconds: 120 }, HALF_AN_HOUR);
  await passes(28 * MINUTE - 1000);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked()).toHaveLength(1);

  await passes(2000);
  const dialog = screen.getByRole('dialog', { name: '即将退出登录' });
  expect(dialog).toHaveTextContent('您已较长时间没有操作，将在 1:59 后退出登录');
  expect(dialog).toContainElement(document.activeElement as HTMLElement);
  expect(isAskedByThePageAlone(asked().at(-1)!)).toBe(true);

  fireEvent.click(screen.getByRole('button', { name: '继续使用' }));
  await passes(0);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('textbox')).toHaveFocus();
  expect(isAskedByThePageAlone(asked().at(-1)!)).toBe(false);

  const before = asked().length;
  await passes(27 * MINUTE);
  expect(asked()).toHaveLength(before);
});

it('says nothing where another window of the session is at work, before it asks and while the question stands', async () => {
  await page(
    HALF_AN_HOUR,
    { ...HALF_AN_HOUR, idleEndsInSeconds: 1000 },
    { ...HALF_AN_HOUR, idleEndsInSeconds: 120 },
    { ...HALF_AN_HOUR, idleEndsInSeconds: 1790 },
  );
  await passes(29 * MINUTE);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked()).toHaveLength(2);

  await passes(1000_000 - 120_000 - MINUTE + 1000);
  expect(screen.getByRole('dialog')).toBeInTheDocument();
  await passes(10_000);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('textbox')).toHaveFocus();
});

it('is quiet while it counts down, says it once more at the end, and who does not answer is signed out', async () => {
  const left = (idleEndsInSeconds: number) => ({ ...HALF_AN_HOUR, idleEndsInSeconds });
  await page(left(122), ...Array.from({ length: 12 }, (_, n) => left(120 - n * 10)), OVER);
  await passes(2000);
  expect(screen.getByRole('timer')).toHaveAttribute('aria-live', 'off');
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  await passes(89_000);
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  await passes(2000);
  expect(screen.getByRole('status')).toHaveTextContent('30 秒后退出登录');
  expect(flow.startSignIn).not.toHaveBeenCalled();

  await passes(30_000);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(flow.startSignIn).toHaveBeenCalled();
  expect(flow.hasRunOut()).toBe(true);
});

it('tells that the whole ends, which nothing prolongs, once and in time to save', async () => {
  await page(
    { signedIn: true, endsInSeconds: 310, lastsSeconds: 43_200 },
    { signedIn: true, endsInSeconds: 300, lastsSeconds: 43_200 },
    OVER,
  );
  await passes(10_000);
  expect(screen.getByRole('dialog')).toHaveTextContent('登录已近 12 小时，将在 5:00 后退出登录，请先保存');
  expect(screen.queryByRole('button', { name: '继续使用' })).toBeNull();

  fireEvent.click(screen.getByRole('button', { name: '知道了' }));
  const before = asked().length;
  await passes(299_000);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked()).toHaveLength(before);
  expect(flow.startSignIn).not.toHaveBeenCalled();

  await passes(2000);
  expect(flow.startSignIn).toHaveBeenCalled();
});

it('who wants to can sign out at once', async () => {
  await page({ ...HALF_AN_HOUR, idleEndsInSeconds: 100 });
  sent = answerWith({ 'POST /bff/logout': problem(503, 'SERVICE_UNAVAILABLE') });
  fireEvent.click(screen.getByRole('button', { name: '退出登录' }));
  await passes(0);
  expect(sent.some(({ url }) => url.pathname === '/bff/logout')).toBe(true);
  expect(screen.getByRole('alert')).toHaveTextContent('退出未成功，请重试');
});

it('stays while the gateway cannot be reached, and says that it was not prolonged', async () => {
  await page({ ...HALF_AN_HOUR, idleEndsInSeconds: 100 });
  sent = answerWith({ 'GET /bff/session': new TypeError('offline') });
  fireEvent.click(screen.getByRole('button', { name: '继续使用' }));
  await passes(0);
  expect(screen.getByRole('dialog')).toBeInTheDocument();
  expect(screen.getByRole('alert')).toBeInTheDocument();
});

it('sees nothing of it who has no such end', async () => {
  await page({ signedIn: true });
  await passes(13 * 60 * MINUTE);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked()).toHaveLength(1);
});

it('can be used by everybody', async () => {
  await page({ ...HALF_AN_HOUR, idleEndsInSeconds: 100 });
  vi.useRealTimers();
  const { violations } = await axe.run(screen.getByRole('dialog'), {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations).toEqual([]);
});
