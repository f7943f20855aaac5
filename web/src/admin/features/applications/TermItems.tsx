import { Form, Input, InputNumber } from 'antd';
import { termText } from '@/shared/ui';
import { within } from '../../ui/within';
import { MAX_RATE, MAX_TERM_MONTHS } from './rules';

/** What a bank asks for the money. */
export function RateItem() {
  return (
    <Form.Item
      name="rate"
      label="年利率"
      rules={[{ required: true, message: '请填写年利率' }, within(0.0001, MAX_RATE, 4)]}
    >
      <InputNumber<number> style={{ width: '100%' }} step={0.05} suffix="%" />
    </Form.Item>
  );
}

/** For how long the bank gives it. */
export function TermItem({ wanted }: { wanted: number }) {
  return (
    <Form.Item
      name="termMonths"
      label="期限"
      extra={`需求 ${termText(wanted)}`}
      rules={[{ required: true, message: '请填写期限' }, within(1, MAX_TERM_MONTHS)]}
    >
      <InputNumber<number> style={{ width: '100%' }} suffix="个月" />
    </Form.Item>
  );
}

/** What else the bank says of it. */
export function HowItem() {
  return (
    <Form.Item name="words" label="说明" rules={[{ max: 500, message: '不超过 500 字' }]}>
      <Input.TextArea rows={3} maxLength={500} showCount placeholder="如还款方式、所需材料" />
    </Form.Item>
  );
}
