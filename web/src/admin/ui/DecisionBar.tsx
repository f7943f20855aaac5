import { Button } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { Icon } from '@/shared/ui';
import { ActionBar } from './page';
import css from './DecisionBar.module.css';

/** The bar below a case. On a phone it keeps to the main decision: the others are asked for. */
export function DecisionBar({
  hint,
  others,
  children,
}: {
  hint: ReactNode;
  others: ReactNode;
  children: ReactNode;
}) {
  const [more, setMore] = useState(false);
  const id = useId();
  return (
    <div className={css.deciding}>
      <ActionBar hint={hint}>
        <div className={css.rest} id={id} data-open={more}>
          {others}
        </div>
        <Button className={css.more} aria-expanded={more} aria-controls={id} onClick={() => setMore(!more)}>
          其他决定 <Icon name="down" size={16} />
        </Button>
        {children}
      </ActionBar>
    </div>
  );
}
