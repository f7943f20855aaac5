import { useId, type ReactNode } from 'react';
import { label } from '../../i18n';
import { Icon } from '../Icon';
import { Modal } from './Modal';
import css from './Modal.module.css';

/** Comes from below, over the page. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Modal look="sheet" titleId={id} onClose={onClose} onMask={onClose}>
      <header className={css.head}>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" aria-label="关闭" onClick={onClose}>
          <Icon name="close" size={20} />
        </button>
      </header>
      <div className={css.content}>{children}</div>
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
  return (
    <Modal look="sheet" titleId={id} onClose={onClose} onMask={onClose}>
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
        <button type="button" className={css.cancel} onClick={onClose}>
          {label('common', 'cancel')}
        </button>
      </div>
    </Modal>
  );
}
