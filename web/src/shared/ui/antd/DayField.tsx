import { DatePicker, type DatePickerProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useId, useState } from 'react';
import { inZone, longDate } from '../format';
import css from './DayField.module.css';

dayjs.extend(customParseFormat);

const DAY = 'YYYY-MM-DD';

interface DayFieldProps extends Pick<
  DatePickerProps,
  'id' | 'disabled' | 'status' | 'style' | 'className' | 'size' | 'placeholder' | 'allowClear' | 'showTime'
> {
  value?: Dayjs | null;
  onChange?: (day: Dayjs | null) => void;
  /** yyyy-MM-dd; days before it, and after the last, are faded in the calendar. That they are wrong says {@link dayRule}, or the server. */
  first?: string;
  last?: string;
  /** As it is typed and shown. */
  format?: string;
  presets?: { label: string; value: Dayjs }[];
  /** Written by the form, of its own errors. */
  'aria-describedby'?: string;
}

/**
 * A day that is typed or chosen. The field of antd puts back what stood before when a day outside of its range is typed, or none at all, without a word: here what
 * was typed stays. A day that is out of range is the form's value, for its rules to refuse; what is no day leaves the form without one, and is said here.
 */
export function DayField({
  value,
  onChange,
  first,
  last,
  format = DAY,
  status,
  'aria-describedby': describedBy,
  ...rest
}: DayFieldProps) {
  const errorId = useId();
  const [unread, setUnread] = useState<{ text: string; before: Dayjs | null; today: string }>();
  const shown = unread && !value ? unread.before : (value ?? null);
  const leave = (typed: string) => {
    const text = typed.trim();
    const day = text ? dayjs(text, format, true) : null;
    if (day && !day.isValid()) {
      setUnread({ text, before: shown, today: inZone(Date.now()).format(format) });
      if (value) onChange?.(null);
    } else {
      setUnread(undefined);
      // Emptied, corrected to what stood before, or with a time that nobody confirmed: of none of these the picker tells.
      if (day?.format(format) !== value?.format(format)) onChange?.(day);
    }
  };
  const isOut = (day: Dayjs) => {
    const text = day.format(DAY);
    return (first !== undefined && text < first) || (last !== undefined && text > last);
  };
  const wrong = unread && !value;
  return (
    <>
      <DatePicker
        {...rest}
        format={format}
        value={shown}
        status={wrong ? 'error' : status}
        aria-describedby={[wrong && errorId, describedBy].filter(Boolean).join(' ') || undefined}
        preserveInvalidOnBlur
        // Enter takes the day that was typed; it does not send the form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        onChange={(day: Dayjs | null) => {
          setUnread(undefined);
          onChange?.(day);
        }}
        // What is left may be a link of the calendar, by which a day is chosen, not typed. Who presses 确定 has not left: a form that took the day
        // now, and its error away, would move the calendar from under the press.
        onBlur={({ target, relatedTarget }) =>
          target.tagName === 'INPUT' &&
          !relatedTarget?.closest('.ant-picker-ok') &&
          leave((target as HTMLInputElement).value)
        }
        cellRender={(day, { type, originNode }) =>
          type === 'date' && dayjs.isDayjs(day) && isOut(day) ? (
            <span className={css.out}>{originNode}</span>
          ) : (
            originNode
          )
        }
      />
      {wrong && (
        <div id={errorId} role="alert" className={css.wrong}>
          “{unread.text}”不是日期，请按 {unread.today} 的写法填写
        </div>
      )}
    </>
  );
}

/** A rule of antd's forms: the day lies within the range, both ends included; an empty field is the business of another rule. */
export const dayRule = (first?: string, last?: string) => ({
  validator: (_: unknown, value: unknown) => {
    const day = dayjs.isDayjs(value) ? value.format(DAY) : value;
    if (typeof day !== 'string' || !day) return Promise.resolve();
    if (first && day < first) return Promise.reject(new Error(`不能早于 ${longDate(first)}`));
    return last && day > last ? Promise.reject(new Error(`不能晚于 ${longDate(last)}`)) : Promise.resolve();
  },
});
