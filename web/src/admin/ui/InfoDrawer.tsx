import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import css from './InfoDrawer.module.css';

/** Something to read beside a list. Its text scrolls by keyboard too, whatever is in it. */
export function InfoDrawer({
  open,
  title = '',
  onClose,
  width,
  footer,
  children,
}: {
  open: boolean;
  title?: string;
  onClose: () => void;
  /** Pixels; never wider than the window. */
  width: number;
  /** What can be done with it; it stays in sight. */
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Drawer
      open={open}
      title={title}
      onClose={onClose}
      size={Math.min(width, globalThis.innerWidth)}
      footer={footer}
      classNames={{ body: css.body }}
      destroyOnHidden
    >
      <div className={css.text} tabIndex={0} role="region" aria-label={title}>
        {children}
      </div>
    </Drawer>
  );
}
