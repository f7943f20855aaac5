import type { DatePickerProps } from 'antd';
import dayjs from 'dayjs';
import { DayField } from '@/shared/ui/antd/DayField';

/** A day as the server writes it (2026-01-31), typed or chosen as everywhere else; stands in a form by itself. */
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
    <DayField
      {...rest}
      style={{ width: '100%' }}
      value={day?.isValid() ? day : null}
      onChange={(chosen) => onChange?.(chosen?.format('YYYY-MM-DD'))}
    />
  );
}
