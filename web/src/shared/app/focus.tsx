import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { label } from '../i18n';
import { pageLeft } from '../ui/pageLeft';

/** First stop of the keyboard on every page. */
export function SkipLink() {
  return (
    <a className="zq-skip" href="#main">
      {label('common', 'skip')}
    </a>
  );
}

/** After a change of page the focus stands at its start, as it would after a page load; by the browser's way back, no question of the former page stands over it. */
export function RouteFocus() {
  const { pathname } = useLocation();
  const byTheBrowser = useNavigationType() === 'POP';
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    // Not while React is at work: what goes has roots of its own.
    if (byTheBrowser) queueMicrotask(pageLeft);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname, byTheBrowser]);
  return null;
}
