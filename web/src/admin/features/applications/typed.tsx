import { Form } from 'antd';
import dayjs from 'dayjs';
import { numberText, yuanAsWan } from '@/shared/ui';
import { amountOf, typedAmount } from './rules';

/** A day that is typed, as the rules know it. */
export const day = (value: unknown) => (dayjs.isDayjs(value) ? value.format('YYYY-MM-DD') : undefined);

/** A rule of a form's field that says what is wrong. */
export const rule = (check: (value: unknown) => string | undefined) => ({
  validator: (_: unknown, value: unknown) => {
    const wrong = check(value);
    return wrong ? Promise.reject(new Error(wrong)) : Promise.resolve();
  },
});

export const money = {
  style: { width: '100%' },
  suffix: '元',
  formatter: typedAmount,
  parser: amountOf,
} as const;

/** The amount that is typed in 元 as everything else tells it, and how much of the whole it is: a digit too few shows. */
export function TypedAmount({ name, of, whole }: { name: string; of: number; whole: string }) {
  const typed = Form.useWatch<unknown>(name);
  if (typeof typed !== 'number' || typed <= 0 || of <= 0) return null;
  return (
    <b>
      即 {yuanAsWan(typed)}，为{whole}的 {numberText(Math.round((typed / of) * 1000) / 10)}%。
    </b>
  );
}
