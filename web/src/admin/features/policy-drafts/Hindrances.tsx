import { Alert, Button } from 'antd';
import { useId } from 'react';
import css from './DraftPage.module.css';
import { TABS, type Hindrance } from './whatHinders';

/** What keeps a draft from being handed in: all of it, each with the tab on which it is put right. */
export function Hindrances({ of, onOpen }: { of: Hindrance[]; onOpen: (one: Hindrance) => void }) {
  const id = useId();
  return (
    <Alert
      type="error"
      showIcon
      title={`还不能提交审核，有 ${of.length} 处待改`}
      description={
        <ul className={css.hindrances}>
          {of.map((one, index) => (
            <li key={index}>
              <Button type="link" size="small" aria-describedby={`${id}${index}`} onClick={() => onOpen(one)}>
                {TABS[one.tab]}
              </Button>
              <span id={`${id}${index}`}>{one.text}</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
