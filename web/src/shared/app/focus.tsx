import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { label } from '../i18n';

/** First stop of the keyboard on every page. */
export function SkipLink() {
  return (
    <a className="zq-skip" href="#main">
      {label('common', 'skip')}
    </a>
  );
}

/** After a change of page the focus stands at its start, as it would after a page load. */
export function RouteFocus() {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
  return null;
}
