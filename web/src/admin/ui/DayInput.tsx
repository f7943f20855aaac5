import { DatePicker, type DatePickerProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

/** A day as the server writes it (2026-01-31), chosen as everywhere else; stands in a form by itself. */
export function DayInput({
  value,
  onChange,
  ...rest
}: Pick<DatePickerProps, 'id' | 'disabled' | 'status'> & {
  value?: string | null;
  onChange?: (day: string | undefined) => void;
}) {
  const day = value ? dayjs(value) : undefined;
  return (
    <DatePicker
      {...rest}
      style={{ width: '100%' }}
      value={day?.isValid() ? day : null}
      onChange={(chosen: Dayjs | null) => onChange?.(chosen ? chosen.format('YYYY-MM-DD') : undefined)}
    />
  );
}
