import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import css from './RowActions.module.css';

export interface MoreAction {
  key: string;
  label: string;
  danger?: boolean;
  run: () => void;
}

/** The buttons of one row, close together; where there are many, the rarer ones fold into a menu. */
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
          // eslint-disable-next-line jsx-a11y-x/no-autofocus -- who opens the menu by keyboard goes on in it
          autoFocus
          menu={{
            items: more.map(({ key, label, danger }) => ({ key, label, danger })),
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
