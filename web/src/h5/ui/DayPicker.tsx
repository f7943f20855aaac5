import { DatePicker } from 'antd-mobile';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Icon } from '@/shared/ui';
import css from './DayPicker.module.css';

/** Chooses a day; it is written the same in every browser. */
export function DayPicker({
  id,
  value,
  min,
  max,
  onChange,
}: {
  id: string;
  value: string | undefined;
  min: string;
  max: string;
  onChange: (day: string) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        id={id}
        type="button"
        className={value ? css.day : `${css.day} ${css.none}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span className="zq-num">{value ?? '请选择'}</span>
        <Icon name="calendar" size={20} />
      </button>
      <DatePicker
        title="选择日期"
        visible={open}
        value={dayjs(value).toDate()}
        min={dayjs(min).toDate()}
        max={dayjs(max).toDate()}
        onClose={() => setOpen(false)}
        onConfirm={(day) => onChange(dayjs(day).format('YYYY-MM-DD'))}
      />
    </>
  );
}
