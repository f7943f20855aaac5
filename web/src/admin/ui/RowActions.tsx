import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import css from './RowActions.module.css';

export interface MoreAction {
  key: string;
  label: string;
  danger?: boolean;
  /** Why whoever reads it may not, where somebody else may. */
  barred?: string;
  run: () => void;
}

/**
 * The buttons of one row, close together; where there are many, the rarer ones fold into a menu. Tab leads into the open menu; it does
 * not take the focus by itself, for on a slow machine that comes before its place is known and the page jumps to its end.
 */
export function RowActions({
  of,
  more = [],
  children,
}: {
  of: string;
  more?: MoreAction[];
  children: ReactNode;
}) {
  return (
    <div className={css.actions} role="group" aria-label={`${of}的操作`}>
      {children}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map(({ key, label, danger, barred }) => ({
              key,
              danger,
              disabled: !!barred,
              label: barred ? (
                <>
                  {label}
                  <small className={css.barred}>{barred}</small>
                </>
              ) : (
                label
              ),
            })),
            onClick: ({ key }) => more.find((one) => one.key === key)?.run(),
          }}
        >
          <Button type="link" size="small" aria-haspopup="menu">
            更多
          </Button>
        </Dropdown>
      )}
    </div>
  );
}
