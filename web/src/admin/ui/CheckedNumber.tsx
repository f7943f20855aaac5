import { InputNumber, type InputNumberProps } from 'antd';
import { useId } from 'react';
import { pageCss } from './page';
import { figureFault } from './within';

interface CheckedNumberProps extends Omit<InputNumberProps<number>, 'min' | 'max' | 'precision'> {
  least: number;
  most: number;
  /** How many it may have; a whole number unless said otherwise. */
  decimals?: number;
  /** What is wrong with it is said elsewhere already, in words that know more. */
  told?: boolean;
}

/** A figure outside a form, refused as `within` refuses those in one: it stays as it was typed, and the server takes none that is marked. */
export function CheckedNumber({ least, most, decimals, told = false, ...field }: CheckedNumberProps) {
  const fault = figureFault(field.value, least, most, decimals);
  const reason = useId();
  const said = fault && !told;
  return (
    <>
      <InputNumber<number>
        {...field}
        status={fault ? 'error' : field.status}
        aria-invalid={!!fault}
        aria-describedby={said ? reason : undefined}
      />
      {said && (
        <span id={reason} role="alert" className={pageCss.fault}>
          {fault}
        </span>
      )}
    </>
  );
}
