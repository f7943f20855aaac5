import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { forgetBegunAfresh, reload, wasBegunAfresh } from '../api/session-flow';
import { onRefusing, refusesChanges } from '../api/shownTo';
import css from './Strip.module.css';

/**
 * Somebody else is signed in by now, or another enterprise is acted for. Says below the head of every page that this one changes nothing any more, as long as it is kept open to be read; and once it has
 * been loaded anew, that it shows the other.
 */
export function ShownToAnother() {
  const refuses = useSyncExternalStore(onRefusing, refusesChanges);
  const [begun, setBegun] = useState(wasBegunAfresh);
  useEffect(forgetBegunAfresh, []);
  if (refuses) return <Kept />;
  if (!begun) return null;
  return (
    <p role="status" className={css.strip}>
      已在其他窗口登录其他账号或切换企业，页面已按当前账号刷新。
      <button type="button" className={css.close} onClick={() => setBegun(false)}>
        知道了
      </button>
    </p>
  );
}

function Kept() {
  const { pathname } = useLocation();
  const [kept] = useState(pathname);
  // What was typed is on the page that was kept; the next one is shown to whoever is signed in.
  useEffect(() => {
    if (pathname !== kept) reload();
  }, [pathname, kept]);
  return (
    <p role="alert" className={css.strip}>
      已在其他窗口登录其他账号或切换企业，本页仅供查看，不能再提交。
      <button type="button" className={css.close} onClick={reload}>
        刷新页面
      </button>
    </p>
  );
}
