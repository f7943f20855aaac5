import { pageCss } from './page';

/** Why a row is in its state, on one line; the whole of a longer one shows when pointed at. */
export function Reason({ children }: { children: string }) {
  return (
    <span className={pageCss.reason} title={children}>
      {children}
    </span>
  );
}
