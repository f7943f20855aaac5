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
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
  return null;
}
