import { InputNumber, type InputNumberProps } from 'antd';
import { thousands } from './values';

/** A number as people write it; the form item around it hands in the rest. */
export function Figure({ whole, ...field }: { whole: boolean } & InputNumberProps<number>) {
  return (
    <InputNumber<number>
      style={{ width: '100%' }}
      {...thousands}
      controls={false}
      inputMode={whole ? 'numeric' : 'decimal'}
      placeholder="未填写"
      {...field}
    />
  );
}
