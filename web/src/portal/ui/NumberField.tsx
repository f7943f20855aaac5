import { InputNumber, type InputNumberProps } from 'antd';
import { useRef } from 'react';
import { figureTyped } from './figureTyped';

const FIGURE = /^-?(\d+\.?\d*|\.\d+)$/;

/**
 * A number as people write it. What is none stays as it was typed and goes to the form as text, for its rule to refuse: the library
 * would put the former number back without a word.
 */
export function NumberField({ onChange, onInput, onBlur, onPressEnter, ...field }: InputNumberProps<number>) {
  const typed = useRef<string>(undefined);
  const handOn = () => {
    if (typed.current !== undefined) onChange?.(typed.current as unknown as number);
    typed.current = undefined;
  };
  return (
    <InputNumber<number>
      controls={false}
      inputMode="decimal"
      parser={figureTyped}
      {...field}
      onChange={onChange}
      onInput={(text) => {
        const figure = String(figureTyped(text)).trim();
        typed.current = figure && !FIGURE.test(figure) ? text : undefined;
        onInput?.(text);
      }}
      onBlur={(event) => {
        handOn();
        onBlur?.(event);
      }}
      onPressEnter={(event) => {
        handOn();
        onPressEnter?.(event);
      }}
    />
  );
}
