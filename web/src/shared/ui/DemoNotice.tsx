import { useState } from 'react';
import { useBrand } from '../brand';
import css from './DemoNotice.module.css';
import { Icon } from './Icon';

const KEY = 'zq.demo-notice';

/** One line on top of a site that carries made-up enterprises; closed for the rest of the visit. */
export function DemoNotice() {
  const { demo } = useBrand();
  const [open, setOpen] = useState(() => sessionStorage.getItem(KEY) !== 'closed');
  if (!demo.notice || !open) return null;
  return (
    <aside className={`${css.notice} zq-no-print`} aria-label="演示说明">
      <p>{demo.notice}</p>
      <button
        type="button"
        aria-label="关闭演示说明"
        onClick={() => {
          sessionStorage.setItem(KEY, 'closed');
          setOpen(false);
        }}
      >
        <Icon name="close" size={16} />
      </button>
    </aside>
  );
}
