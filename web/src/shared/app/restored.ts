import type { QueryClient } from '@tanstack/react-query';
import { isProblem } from '../api/problem';
import { loadMe, ME } from '../api/session';
import { reload } from '../api/session-flow';
import { ELSEWHERE } from '../api/shownTo';

/**
 * The browser keeps pages whole for its way back, with all that they showed of who was signed in: one is shown again when that has been asked anew, and begins afresh where nobody is, or somebody
 * else ({@link loadMe}). Where it cannot be asked, for want of a network, it is shown as it was. Returns the function that ends it.
 */
export function askAgainWhenRestored(queries: QueryClient, shown: HTMLElement): () => void {
  const askAgain = ({ persisted }: PageTransitionEvent) => {
    if (!persisted || queries.getQueryData(ME) === null) return;
    shown.hidden = true;
    const show = () => {
      shown.hidden = false;
    };
    loadMe().then(
      (me) => (me ? show() : reload()),
      (error: unknown) => isProblem(error, ELSEWHERE) || show(),
    );
  };
  addEventListener('pageshow', askAgain);
  return () => removeEventListener('pageshow', askAgain);
}
