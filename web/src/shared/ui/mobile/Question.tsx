import { useId, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { label } from '../../i18n';
import { onPageLeft } from '../pageLeft';
import { Modal } from './Modal';
import css from './Modal.module.css';

interface Asked {
  title?: string;
  confirmText: string;
  cancelText?: string;
  /** What is confirmed takes something away. */
  danger?: boolean;
}

/** Words, maybe with fields, that want an answer before the page goes on. */
export function Question({
  title,
  children,
  confirmText,
  cancelText = label('common', 'cancel'),
  danger,
  disabled,
  onConfirm,
  onClose,
}: Asked & {
  children: ReactNode;
  disabled?: boolean;
  /** The answer waits for it; whoever asks closes the question. */
  onConfirm: () => unknown;
  /** Without it there is nothing to decide. */
  onClose?: () => void;
}) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const said = typeof children === 'string';
  const confirm = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      look="question"
      titleId={title ? `${id}title` : `${id}words`}
      wordsId={title && said ? `${id}words` : undefined}
      onClose={() => busy || (onClose ?? onConfirm)()}
    >
      {title && (
        // Where there is more than a sentence, one begins to read at the top; else the answer is next.
        <h2 id={`${id}title`} className={css.title} tabIndex={said ? undefined : -1}>
          {title}
        </h2>
      )}
      <div className={css.words}>
        <div id={`${id}words`}>{children}</div>
      </div>
      <div className={css.answers}>
        {onClose && (
          <button type="button" disabled={busy} onClick={onClose}>
            {cancelText}
          </button>
        )}
        <button
          type="button"
          className={danger ? `${css.confirm} ${css.danger}` : css.confirm}
          disabled={disabled}
          aria-disabled={busy || undefined}
          onClick={() => void confirm()}
        >
          {confirmText}
        </button>
      </div>
    </Modal>
  );
}

/** Whether a question was answered with yes; Esc is none, nor is the way back to another page. */
export const confirmed = ({ content, ...asked }: Asked & { content: ReactNode }): Promise<boolean> =>
  answered((answer) => (
    <Question {...asked} onConfirm={() => answer(true)} onClose={() => answer(false)}>
      {content}
    </Question>
  ));

/** Says what must have been read. */
export const tell = async ({ content, ...told }: Asked & { content: ReactNode }): Promise<void> => {
  await answered((answer) => (
    <Question {...told} onConfirm={() => answer(true)}>
      {content}
    </Question>
  ));
};

function answered(question: (answer: (yes: boolean) => void) => ReactNode): Promise<boolean> {
  return new Promise((resolve) => {
    const root = createRoot(document.createElement('div'));
    const answer = (yes: boolean) => {
      forget();
      root.unmount();
      resolve(yes);
    };
    const forget = onPageLeft(() => answer(false));
    root.render(question(answer));
  });
}
