import { Form, Input, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { isProblem, type LoanApplication } from '@/shared/api';
import { numberText, yuanAsWan } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { DayField } from '@/shared/ui/antd/DayField';
import { pageCss } from '../../ui/page';
import { paymentDays, paymentRules, remaining } from './rules';
import { day, money, rule, TypedAmount } from './typed';

export interface Payment {
  amount: number;
  disbursedOn: string;
  reference?: string;
}

/** A part of what was granted that was paid out. */
export function PayDrawer({
  open,
  application,
  onClose,
  onSubmit,
}: {
  open: boolean;
  application: LoanApplication;
  onClose: () => void;
  onSubmit: (payment: Payment) => Promise<unknown>;
}) {
  const left = remaining(application);
  const days = paymentDays(application);
  return (
    <FormDrawer<{ amount: number; disbursedOn: Dayjs; reference?: string }>
      open={open}
      title="登记放款"
      submitText="登记"
      onClose={onClose}
      // It was asked about in a dialog.
      shows={(error) => isProblem(error, 'DISBURSEMENT_ALIKE')}
      onSubmit={({ amount, disbursedOn, reference }) =>
        onSubmit({
          amount,
          disbursedOn: disbursedOn.format('YYYY-MM-DD'),
          reference: reference?.trim() || undefined,
        })
      }
      initialValues={{ disbursedOn: dayjs(days.last) }}
    >
      <p className={pageCss.note}>
        授信额度 {yuanAsWan(application.grantedAmount)}，已放款 {yuanAsWan(application.disbursedAmount)}，剩余{' '}
        {yuanAsWan(left)}。
      </p>
      <Form.Item
        name="amount"
        label="放款金额"
        required
        extra={
          <>
            <TypedAmount name="amount" of={left} whole="剩余额度" />
            {`剩余额度 ${numberText(left)} 元`}
          </>
        }
        rules={[rule((value) => paymentRules.amount(value, left))]}
      >
        <InputNumber<number> {...money} />
      </Form.Item>
      <Form.Item
        name="disbursedOn"
        label="放款日期"
        required
        rules={[rule((value) => paymentRules.disbursedOn(day(value), days))]}
      >
        <DayField style={{ width: '100%' }} first={days.first || undefined} last={days.last} />
      </Form.Item>
      <Form.Item
        name="reference"
        label="放款流水号"
        extra="可不填。填写后，同一流水号不会重复登记"
        rules={[rule(paymentRules.reference)]}
      >
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
    </FormDrawer>
  );
}
