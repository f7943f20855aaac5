/**
 * Gives the entry of the browser's history that the app starts on a key of its own, as the router gives those that it makes itself. Otherwise every page that
 * is opened by its address has the key `default`, and stands as far down as the last one was left. A reload finds the key again, and with it the place.
 */
export function nameEntry(): void {
  const state = history.state as { key?: string } | null;
  if (!state?.key) history.replaceState({ ...state, key: Math.random().toString(36).slice(2, 10) }, '');
}
