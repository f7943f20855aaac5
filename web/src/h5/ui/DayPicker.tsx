import { Button, DatePickerView } from 'antd-mobile';
import dayjs from 'dayjs';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '@/shared/ui';
import { Sheet } from '@/shared/ui/mobile';
import css from './DayPicker.module.css';

interface Range {
  min: string;
  max: string;
}

/** Chooses a day; it is written the same in every browser. */
export function DayPicker({
  id,
  value,
  onChange,
  ...range
}: Range & {
  id: string;
  value: string | undefined;
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
      {open && (
        <Sheet title="选择日期" onClose={() => setOpen(false)}>
          <Wheels
            {...range}
            from={value}
            onChosen={(day) => {
              setOpen(false);
              onChange(day);
            }}
          />
        </Sheet>
      )}
    </>
  );
}

const within = (day: string, { min, max }: Range) => (day < min ? min : day > max ? max : day);
const written = (day: dayjs.ConfigType) => dayjs(day).format('YYYY-MM-DD');
const number = (day: string) => Number(day.replace(/-/g, ''));

/** How far a key goes: the wheels know none. */
const STEPS: Record<string, [number, 'day' | 'month']> = {
  ArrowUp: [1, 'day'],
  ArrowDown: [-1, 'day'],
  PageUp: [1, 'month'],
  PageDown: [-1, 'month'],
};

function Wheels({
  from,
  onChosen,
  ...range
}: Range & { from: string | undefined; onChosen: (day: string) => void }) {
  const [day, setDay] = useState(within(written(from), range));
  // The wheels tell a moment later what they were set to by a key, when the next key may have gone on from there. A reader of the
  // screen presses their buttons without a pointer.
  const byFinger = useRef(false);
  const touched = () => void (byFinger.current = true);
  const turn = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    byFinger.current = false;
    setDay(within(written(dayjs(day).add(...step)), range));
  };
  return (
    <div className={css.wheels}>
      <div
        className={`zq-num ${css.chosen}`}
        role="spinbutton"
        tabIndex={0}
        aria-label="日期，上下键换日，翻页键换月"
        aria-valuenow={number(day)}
        aria-valuemin={number(range.min)}
        aria-valuemax={number(range.max)}
        aria-valuetext={day}
        onKeyDown={turn}
      >
        {day}
      </div>
      <div onPointerDownCapture={touched} onClickCapture={touched}>
        <DatePickerView
          value={dayjs(day).toDate()}
          min={dayjs(range.min).toDate()}
          max={dayjs(range.max).toDate()}
          onChange={(next) => {
            if (byFinger.current) setDay(written(next));
          }}
        />
      </div>
      <Button block color="primary" onClick={() => onChosen(day)}>
        确定
      </Button>
    </div>
  );
}
