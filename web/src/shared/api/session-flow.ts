let leaving = false;

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

/** For tests, and for pages restored from the back-forward cache. */
export function resetSignInFlow(): void {
  leaving = false;
}

function assign(url: string): void {
  location.assign(url);
}

globalThis.addEventListener?.('pageshow', resetSignInFlow);
