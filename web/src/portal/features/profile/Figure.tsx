import type { InputNumberProps } from 'antd';
import { NumberField } from '../../ui/NumberField';
import { thousands } from './values';

/** A number as people write it; the form item around it hands in the rest. */
export function Figure({ whole, ...field }: { whole: boolean } & InputNumberProps<number>) {
  return (
    <NumberField
      style={{ width: '100%' }}
      {...thousands}
      inputMode={whole ? 'numeric' : 'decimal'}
      placeholder="未填写"
      {...field}
    />
  );
}
