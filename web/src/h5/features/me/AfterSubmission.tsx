import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { isInWeChat } from '@/shared/wechat';

const Offer = lazy(() => import('./SubscriptionOffer'));

/** With which a form leads on to what was handed in. */
export const JUST_SUBMITTED = { submitted: true };

/** Whether a page was led to by a form that was handed in. */
export const isJustSubmitted = (state: unknown) =>
  (state as Partial<typeof JUST_SUBMITTED> | null)?.submitted === true;

/** Inside WeChat, once after something was handed in: whether one wants to be told by WeChat. Not again when the page is opened later. */
export function AfterSubmission({ now = false }: { now?: boolean }) {
  const { pathname, state } = useLocation();
  const navigate = useNavigate();
  const submitted = isJustSubmitted(state);
  const [came] = useState(submitted);
  const [done, setDone] = useState(false);
  useEffect(() => {
    // What the browser keeps with the address would say it again after a reload.
    if (submitted) void navigate(pathname, { replace: true, state: null });
  }, [submitted, pathname, navigate]);
  if (done || !(came || now) || !isInWeChat()) return null;
  return (
    <Suspense fallback={null}>
      <Offer onDone={() => setDone(true)} />
    </Suspense>
  );
}
