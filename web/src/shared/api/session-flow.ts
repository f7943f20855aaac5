let leaving = false;

const BROKEN_OFF = 'zq.broken-off';

/** What the person was about could not be done, for the session is gone: the sign-in page says so. */
export function noteBrokenOff(): void {
  try {
    sessionStorage.setItem(BROKEN_OFF, '1');
  } catch {
    // Storage is switched off: the sign-in page comes without a word.
  }
}

/** Whether that has happened in this window, and was not told yet. */
export function wasBrokenOff(): boolean {
  try {
    return sessionStorage.getItem(BROKEN_OFF) !== null;
  } catch {
    return false;
  }
}

/** It is told. */
export function forgetBrokenOff(): void {
  try {
    sessionStorage.removeItem(BROKEN_OFF);
  } catch {
    // As above.
  }
}

/** Address that signs in and comes back to `path` (of this origin). */
export function signInUrl(path: string): string {
  return `/bff/login?continue=${encodeURIComponent(path)}`;
}

/** Leaves for the sign-in page, once, however many requests found out at the same time that the session is gone. */
export function startSignIn(back: string = location.pathname + location.search, go = assign): void {
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

globalThis.addEventListener?.('pageshow', resetSignInFlow);
