import { useEffect } from 'react';
import { useBlocker, type Blocker } from 'react-router';

/** Holds up leaving the page while `when`, inside the app; where the window closes the browser asks by itself. */
export function useLeaveBlocker(when: boolean): Blocker {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!when) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [when]);
  return blocker;
}
