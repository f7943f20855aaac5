import type { QueryClient } from '@tanstack/react-query';
import { isProblem } from '../api/problem';
import { loadMe, ME } from '../api/session';
import { reload } from '../api/session-flow';
import { ELSEWHERE, refusesChanges } from '../api/shownTo';

/**
 * The browser keeps pages whole for its way back, with all that they showed of who was signed in: one is shown again when it is known that they still are, and begins afresh otherwise, also where it
 * cannot be asked: whoever sits there now may be somebody else. Returns the function that ends it.
 */
export function askAgainWhenRestored(queries: QueryClient, shown: HTMLElement): () => void {
  const askAgain = ({ persisted }: PageTransitionEvent) => {
    if (!persisted || queries.getQueryData(ME) === null) return;
    shown.hidden = true;
    const begunAfresh = refusesChanges();
    loadMe().then(
      (me) => {
        if (me) shown.hidden = false;
        else reload();
      },
      (error: unknown) => {
        // A window that is found to show another begins afresh by itself, the first time.
        if (begunAfresh || !isProblem(error, ELSEWHERE)) reload();
      },
    );
  };
  addEventListener('pageshow', askAgain);
  return () => removeEventListener('pageshow', askAgain);
}
