import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import css from './Modal.module.css';
import { addModal } from './topLayer';

/** In front of the page: the focus goes into it and stays there, Esc closes it, and the focus goes back to where it was. */
export function Modal({
  look,
  titleId,
  wordsId,
  onClose,
  onMask,
  children,
}: {
  look: 'question' | 'sheet';
  titleId: string;
  wordsId?: string;
  onClose: () => void;
  onMask?: () => void;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => open(ref.current!), []);
  return createPortal(
    <dialog
      ref={ref}
      className={`${css.modal} ${css[look]}`}
      aria-modal="true"
      aria-labelledby={titleId}
      aria-describedby={wordsId}
      onCancel={(event) => {
        // A file that was not chosen says so too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // Closed by the browser, which does not ask twice: it is in front again, for it may have to stay, and what is asked then is in front of it.
        const dialog = event.currentTarget;
        if (event.target !== dialog || dialog.open || !dialog.isConnected) return;
        dialog.showModal();
        onClose();
      }}
    >
      {onMask && <div className={css.mask} aria-hidden="true" onClick={onMask} />}
      <div className={css.box}>{children}</div>
    </dialog>,
    document.body,
  );
}

function open(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  dialog.showModal();
  // A browser would begin with what scrolls.
  dialog.querySelector<HTMLElement>('[tabindex="-1"], button')?.focus();
  const removeModal = addModal(dialog);
  return () => {
    removeModal();
    dialog.close();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
}
