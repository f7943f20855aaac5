import { note } from './note';

let leaving = false;

const brokenOff = note('zq.broken-off');

/** What the person was about could not be done, for the session is gone: the sign-in page says so. */
export const noteBrokenOff = () => brokenOff.write();
/** Whether that has happened in this window, and was not told yet. */
export const wasBrokenOff = brokenOff.stands;
/** It is told. */
export const forgetBrokenOff = brokenOff.forget;

const runOut = note('zq.run-out');

/** Whoever was signed in here is not any more, and was about nothing: after half an hour without work, or by another device. The sign-in page says so. */
export const noteRunOut = () => runOut.write();
export const hasRunOut = runOut.stands;
export const forgetRunOut = runOut.forget;

const begunAfresh = note('zq.begun-afresh');

/** This window shows somebody else after it has been loaded anew. */
export const noteBegunAfresh = () => begunAfresh.write();
export const wasBegunAfresh = begunAfresh.stands;
export const forgetBegunAfresh = begunAfresh.forget;

/** Address that signs in and comes back to `path` (of this origin). */
export function signInUrl(path: string): string {
  return `/bff/login?continue=${encodeURIComponent(path)}`;
}

/** Leaves for the sign-in page, once, however many requests found out at the same time that the session is gone. */
export function startSignIn(
  back: string = location.pathname + location.search,
  go: (url: string) => void = assign,
): void {
  if (leaving) return;
  leaving = true;
  go(signInUrl(back));
}

/** Who has typed something is asked by the browser, and may stay. */
export function reload(): void {
  location.reload();
}

/** For tests, and for pages restored from the back-forward cache. */
export function resetSignInFlow(): void {
  leaving = false;
}

function assign(url: string): void {
  location.assign(url);
}

/** In place of a page that shows nothing to who is not signed in: the way back leads past it. */
export function replace(url: string): void {
  location.replace(url);
}

globalThis.addEventListener?.('pageshow', resetSignInFlow);
