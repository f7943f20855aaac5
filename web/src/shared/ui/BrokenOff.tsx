import { useEffect, useState } from 'react';
import { useMe } from '../api/session';
import { forgetBrokenOff, wasBrokenOff } from '../api/session-flow';
import css from './Strip.module.css';

/**
 * The session had ended, and was there again without a sign-in page that would have said so: what was sent in between was not done,
 * which a page that only came back leaves to be found out.
 */
export function BrokenOff() {
  const { me } = useMe();
  const [open, setOpen] = useState(wasBrokenOff);
  const told = open && !!me;
  useEffect(() => {
    if (told) forgetBrokenOff();
  }, [told]);
  if (!told) return null;
  return (
    <p role="alert" className={css.strip}>
      登录状态曾中断，现已恢复；刚才的操作没有完成，请再做一次。
      <button type="button" className={css.close} onClick={() => setOpen(false)}>
        知道了
      </button>
    </p>
  );
}
