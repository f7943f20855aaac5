import { DatePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import { useMedia } from '../useMedia';
import css from './DayRange.module.css';

type Days = [Dayjs | null, Dayjs | null];

interface DayRangeProps {
  /** Of the first of the two fields; a form puts its own here. */
  id?: string;
  value?: Days | null;
  onChange?: (days: Days | null) => void;
  /** Whether one of the two alone says something, too. */
  open?: boolean;
  /** Of both at once: only where both are chosen in one calendar. */
  presets?: { label: string; value: [Dayjs, Dayjs] }[];
  /** Where no label of a form stands beside it. */
  'aria-label'?: string;
}

const WORDS = ['开始日期', '结束日期'] as const;

/**
 * Two days. Where the screen is narrower than the two months that antd's range shows beside each other, each day has a calendar of its own: of the two months the
 * left one would stand beyond the edge, and nobody could get to the past.
 */
export function DayRange({ id, value, onChange, open = false, presets, 'aria-label': label }: DayRangeProps) {
  const narrow = useMedia('(max-width: 767px)');
  const [from, to] = value ?? [null, null];
  if (!narrow)
    return (
      <DatePicker.RangePicker
        id={id ? { start: id } : undefined}
        aria-label={label}
        allowEmpty={[open, open]}
        placeholder={[...WORDS]}
        style={{ width: '100%' }}
        value={value}
        presets={presets}
        onChange={onChange}
      />
    );
  const choose = (days: Days) => onChange?.(days[0] || days[1] ? days : null);
  return (
    <div className={css.two} role="group" aria-label={label}>
      <DatePicker
        id={id}
        aria-label={WORDS[0]}
        placeholder={WORDS[0]}
        value={from}
        maxDate={to ?? undefined}
        onChange={(day) => choose([day, to])}
      />
      <DatePicker
        aria-label={WORDS[1]}
        placeholder={WORDS[1]}
        value={to}
        minDate={from ?? undefined}
        onChange={(day) => choose([from, day])}
      />
    </div>
  );
}
