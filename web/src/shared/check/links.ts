import type { ReactNode } from 'react';

/** How one app links to its own pages. */
export interface CheckLinks {
  /** Where the page itself is, to come back to after the sign-in. */
  here: string;
  policy: (code: string, text: ReactNode) => ReactNode;
  loan: (code: string, text: ReactNode) => ReactNode;
  match: (text: ReactNode) => ReactNode;
  /** Where an enterprise is claimed. */
  claim: (text: ReactNode) => ReactNode;
}
