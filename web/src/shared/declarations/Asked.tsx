import { useState } from 'react';
import css from './declare.module.css';

/** At the foot of a long page it would open out of sight. */
const intoView = (asking: HTMLElement | null) => asking?.scrollIntoView({ block: 'nearest' });

/** A step that cannot be taken back is asked once more, in place. */
export function Asked({
  what,
  sure,
  busy,
  refused,
  onSure,
}: {
  what: string;
  sure: string;
  busy: boolean;
  /** Why it was not done. */
  refused?: string;
  onSure: () => void;
}) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" className={css.plain} onClick={() => setAsked(true)}>
        {what}
      </button>
    );
  return (
    <>
      <span className={css.asked} role="alertdialog" aria-label={sure} ref={intoView}>
        {sure}
        <button type="button" className={css.danger} disabled={busy} onClick={onSure}>
          {what}
        </button>
        <button type="button" className={css.outline} onClick={() => setAsked(false)}>
          取消
        </button>
      </span>
      {refused && (
        <span className={css.bad} role="alert">
          {refused}
        </span>
      )}
    </>
  );
}
