import { Alert, Button } from 'antd';
import { useId } from 'react';
import css from './DraftPage.module.css';
import { isChanged, TABS, type HandedIn, type Hindrance } from './whatHinders';

/**
 * What keeps a draft from being handed in: all of it, each with the tab on which it is put right. What was changed since it was refused is told as such: whether that is
 * enough is known once it is handed in again.
 */
export function Hindrances({
  of,
  then,
  now,
  onOpen,
}: {
  of: Hindrance[];
  then: HandedIn;
  now: HandedIn;
  onOpen: (one: Hindrance) => void;
}) {
  const id = useId();
  const changed = of.map((one) => isChanged(one, then, now));
  const left = changed.filter((one) => !one).length;
  return (
    <Alert
      type={left ? 'error' : 'warning'}
      showIcon
      title={
        left === of.length
          ? `还不能提交审核，有 ${of.length} 处待改`
          : left
            ? `还不能提交审核，有 ${left} 处待改，${of.length - left} 处已有修改`
            : `上次提交时的 ${of.length} 处都已有修改，请再次提交审核，提交时重新检查`
      }
      description={
        <ul className={css.hindrances}>
          {of.map((one, index) => (
            <li key={index}>
              <Button type="link" size="small" aria-describedby={`${id}${index}`} onClick={() => onOpen(one)}>
                {TABS[one.tab]}
              </Button>
              <span id={`${id}${index}`}>
                {one.text}
                {changed[index] && '（已有修改，待重新检查）'}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
