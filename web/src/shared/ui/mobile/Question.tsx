import { useId, useRef, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { label } from '../../i18n';
import { onPageLeft } from '../pageLeft';
import { Modal } from '../Modal';
import css from '../Modal.module.css';
import { useBack } from './useBack';

interface Asked {
  title?: string;
  confirmText: string;
  cancelText?: string;
  /** What is confirmed takes something away. */
  danger?: boolean;
}

interface Question extends Asked {
  children: ReactNode;
  disabled?: boolean;
  /** The answer waits for it; whoever asks closes the question. */
  onConfirm: () => unknown;
  /** Without it there is nothing to decide. */
  onClose?: () => void;
}

/** Words, maybe with fields, that want an answer before the page goes on. The phone's way back closes them, and the page stays. */
export function Question({ onConfirm, onClose, ...asked }: Question) {
  const underWay = useRef(false);
  const leave = useBack(close);
  function close(): void {
    if (onClose && !underWay.current) leave(onClose);
  }
  const confirm = async () => {
    underWay.current = true;
    try {
      await onConfirm();
    } finally {
      underWay.current = false;
    }
  };
  return <BareQuestion {...asked} onConfirm={confirm} onClose={onClose && close} />;
}

/** The same for what is asked about the way back itself. */
export function BareQuestion({
  title,
  children,
  confirmText,
  cancelText = label('common', 'cancel'),
  danger,
  disabled,
  onConfirm,
  onClose,
}: Question) {
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

/** Whether a question was answered with yes; Esc is none, nor is the way back. */
export const confirmed = ({ content, ...asked }: Asked & { content: ReactNode }): Promise<boolean> =>
  answered((answer) => (
    <BareQuestion {...asked} onConfirm={() => answer(true)} onClose={() => answer(false)}>
      {content}
    </BareQuestion>
  ));

/** Says what must have been read. */
export const tell = async ({ content, ...told }: Asked & { content: ReactNode }): Promise<void> => {
  await answered((answer) => (
    <BareQuestion {...told} onConfirm={() => answer(true)}>
      {content}
    </BareQuestion>
  ));
};

function answered(ask: Ask): Promise<boolean> {
  return new Promise((resolve) => {
    const root = createRoot(document.createElement('div'));
    const answer = (yes: boolean) => {
      forget();
      root.unmount();
      resolve(yes);
    };
    const forget = onPageLeft(() => answer(false));
    root.render(<Answered ask={ask} onAnswer={answer} />);
  });
}

type Ask = (answer: (yes: boolean) => void) => ReactNode;

/** Whoever asked goes on, maybe to another page, when the question has left nothing in the browser's history. */
function Answered({ ask, onAnswer }: { ask: Ask; onAnswer: (yes: boolean) => void }) {
  const leave = useBack(() => answer(false));
  function answer(yes: boolean): void {
    leave(() => onAnswer(yes));
  }
  return ask(answer);
}
