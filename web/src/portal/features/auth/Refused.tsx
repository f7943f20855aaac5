import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { isProblem } from '@/shared/api';
import { Notice } from '../../ui';
import { refusal } from './refusal';

/** Whether it is said at the field of the code, below which it stands. */
export const isWrongCode = (error: unknown) => isProblem(error, 'SMS_CODE_WRONG');

/**
 * Why what was sent was refused, beside the button that sent it: above a form longer than the screen nobody would see it. A wrong
 * code is said at its field instead.
 */
export function Refused({
  error,
  bySms,
}: {
  error: unknown;
  /** As of `refusal`. */
  bySms?: boolean;
}) {
  if (!error || isWrongCode(error)) return null;
  return (
    <Said>
      {refusal(error, bySms)}
      {isProblem(error, 'PHONE_UNVERIFIED') && (
        <>
          {' '}
          <Link to="/forgot-password">设置新密码</Link>
        </>
      )}
    </Said>
  );
}

/** Takes the focus, which the button has lost by being disabled. */
function Said({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="bad">{children}</Notice>
    </div>
  );
}
