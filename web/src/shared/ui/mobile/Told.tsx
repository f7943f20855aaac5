import { useEffect, useRef, type ReactNode } from 'react';

/** Of a toast that tells a failure. */
export const FAILURE = 'zq-failure';

/** What is put into a region that has just come is heard by no reader: it has to be there for a moment before. */
const HEARD_AFTER = 100;

/** antd-mobile hides its toasts from who hears the page. Here they are heard too: when there is a pause, and a failure at once. */
export function Told({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const region = box.current!;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = () => {
      const toast = region.querySelector('.adm-mask[aria-hidden]');
      if (!toast) return;
      region.setAttribute('role', toast.classList.contains(FAILURE) ? 'alert' : 'status');
      clearTimeout(timer);
      timer = setTimeout(() => toast.removeAttribute('aria-hidden'), HEARD_AFTER);
    };
    // One toast takes the place of another.
    const watch = new MutationObserver(hear);
    watch.observe(region, { childList: true, subtree: true });
    hear();
    return () => {
      watch.disconnect();
      clearTimeout(timer);
    };
  }, []);
  return (
    <div ref={box} role="status">
      {children}
    </div>
  );
}
