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

/** Under what name the words of a decision about one case are kept, each form of it by its title. */
export const decisionDraft = (caseId: string, title: string) => `decision.${caseId}.${title}`;

/** Forgets what was typed on this machine and not submitted, whoever typed it. */
export const dropDrafts = () => drop((key) => key.startsWith(PREFIX));

/** The case was decided: what was typed towards another decision, and by whomever, is about what is over. */
export const dropDecisionDrafts = (caseId: string) =>
  drop((key) => key.startsWith(PREFIX) && key.includes(`.${decisionDraft(caseId, '')}`));

function drop(which: (key: string) => boolean): void {
  try {
    Object.keys(localStorage)
      .filter(which)
      .forEach((key) => localStorage.removeItem(key));
  } catch {
    // Storage is switched off: there are no drafts.
  }
}
