import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';

/** A button that shows a panel: closes on Escape, on a click elsewhere, and when the page changes. */
export function Disclosure({
  button,
  label,
  className,
  look,
  children,
}: {
  button: ReactNode;
  label: string;
  className: string | undefined;
  /** Classes of the button and of what it shows. */
  look: { tool?: string; panel?: string };
  children: ReactNode;
}) {
  const { key } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  // Tied to the history entry: navigating closes it without an effect.
  const open = openAt === key;

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpenAt(undefined);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpenAt(undefined);
      trigger.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);

  return (
    <div ref={box} className={className}>
      <button
        ref={trigger}
        type="button"
        className={look.tool}
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpenAt(open ? undefined : key)}
      >
        {button}
      </button>
      {open && <div className={look.panel}>{children}</div>}
    </div>
  );
}
