import { Button } from 'antd';
import css from './criteria.module.css';
import { swapped, withoutAt } from './model';

export function Tools<T>({
  list,
  index,
  name,
  readOnly,
  onChange,
}: {
  list: T[];
  index: number;
  name: string;
  readOnly: boolean;
  onChange: (list: T[]) => void;
}) {
  if (readOnly) return null;
  return (
    <span className={css.pair}>
      {index > 0 && (
        <Button
          size="small"
          aria-label={`上移${name}`}
          onClick={() => onChange(swapped(list, index, index - 1))}
        >
          上移
        </Button>
      )}
      {list.length > 1 && (
        <Button
          size="small"
          danger
          aria-label={`删除${name}`}
          onClick={() => onChange(withoutAt(list, index))}
        >
          删除
        </Button>
      )}
    </span>
  );
}
