import { Button } from '../../ui';
import css from './AuthFrame.module.css';

/**
 * Sends what somebody else may be guessing. The button says what is going on; what takes longer than usual is said to who does not see it, too.
 *
 * @param working the browser works for the attempt, which the server has asked for
 * @param guessed what others may be guessing
 */
export function WorkButton({
  text,
  busyText,
  busy,
  working,
  guessed,
}: {
  text: string;
  busyText: string;
  busy: boolean;
  working: boolean;
  guessed: string;
}) {
  return (
    <>
      <Button type="submit" look="main" disabled={busy}>
        {working ? '正在进行安全验证' : busy ? busyText : text}
      </Button>
      <p role="status" className={css.sent}>
        {working && `为防止他人猜测${guessed}，浏览器正在自动验证，约需几秒，无需操作。`}
      </p>
    </>
  );
}
