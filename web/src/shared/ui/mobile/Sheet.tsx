import { useId, useRef, type ReactNode } from 'react';
import { label } from '../../i18n';
import { Icon } from '../Icon';
import { Modal } from '../Modal';
import css from '../Modal.module.css';
import { confirmed } from './Question';
import { useBack } from './useBack';

/** Comes from below, over the page. A tap beside it and the phone's way back close it, and throw nothing away unasked. */
export function Sheet({
  title,
  onClose,
  changed,
  children,
}: {
  title: ReactNode;
  onClose: () => void;
  /** Whether anything was typed that would be lost. */
  changed?: () => boolean;
  /** Those that close it themselves are given how. */
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const id = useId();
  const asking = useRef(false);
  const leave = useBack(() => void give());
  function close(): void {
    leave(onClose);
  }
  async function give(): Promise<void> {
    if (asking.current) return;
    if (changed?.()) {
      asking.current = true;
      const sure = await confirmed({
        title: '放弃已填写的内容？',
        content: '关闭后，已填写的内容不会保留。',
        confirmText: '放弃',
        cancelText: '继续填写',
      });
      asking.current = false;
      if (!sure) return;
    }
    close();
  }
  return (
    <Modal look="sheet" titleId={id} onClose={() => void give()} onMask={() => void give()}>
      <header className={css.head}>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" aria-label="关闭" onClick={() => void give()}>
          <Icon name="close" size={20} />
        </button>
      </header>
      <div className={css.content}>{typeof children === 'function' ? children(close) : children}</div>
    </Modal>
  );
}

/** What can be done with something, to choose from. */
export function ActionSheet({
  title,
  actions,
  onClose,
}: {
  title: string;
  actions: { key: string; text: string; danger?: boolean; onClick: () => void }[];
  onClose: () => void;
}) {
  const id = useId();
  const leave = useBack(cancel);
  function cancel(): void {
    leave(onClose);
  }
  return (
    <Modal look="sheet" titleId={id} onClose={cancel} onMask={cancel}>
      <h2 id={id} className={css.subject}>
        {title}
      </h2>
      <div className={css.actions}>
        {actions.map((one) => (
          <button
            key={one.key}
            type="button"
            className={one.danger ? css.danger : undefined}
            onClick={() => {
              onClose();
              one.onClick();
            }}
          >
            {one.text}
          </button>
        ))}
        <button type="button" className={css.cancel} onClick={cancel}>
          {label('common', 'cancel')}
        </button>
      </div>
    </Modal>
  );
}
