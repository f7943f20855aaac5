const PREFIX = 'zq.draft.';

/** Where a draft of this account is kept on this machine. */
export const draftKey = (account: string, key: string) => `${PREFIX}${account}.${key}`;

/** Whether anything that was typed and not submitted is kept on this machine. */
export function hasDrafts(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(PREFIX));
  } catch {
    return false;
  }
}

/** Forgets what was typed on this machine and not submitted, whoever typed it. */
export function dropDrafts(): void {
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => localStorage.removeItem(key));
  } catch {
    // Storage is switched off: there are no drafts.
  }
}
