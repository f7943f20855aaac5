import { Form, Input, Radio, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import type { Me } from '@/shared/api';
import { accountPhone, needsWords, OTHER_PHONE, type LoanPurpose } from '@/shared/loans';
import { PHONE, termText } from '@/shared/ui';
import { NumberField } from '../../ui/NumberField';

/** How much, for how long and what for: the same of a 融资需求 and of a 融资协调申报. */
export function NeedFields({
  amountRules,
  terms,
  purposes,
  note,
  hint,
}: {
  amountRules: Rule[];
  terms: readonly number[];
  purposes: readonly LoanPurpose[];
  note: string;
  hint?: string;
}) {
  const must = needsWords(purposes, Form.useWatch('purpose') as string | undefined);
  return (
    <>
      <Form.Item name="amountWan" label="融资金额（万元）" rules={amountRules}>
        <NumberField style={{ width: 240 }} />
      </Form.Item>
      <Form.Item name="termMonths" label="期限" rules={[{ required: true, message: '请选择期限' }]}>
        <Select
          style={{ width: 240 }}
          placeholder="请选择"
          options={terms.map((months) => ({ value: months, label: termText(months) }))}
        />
      </Form.Item>
      <Form.Item name="purpose" label="贷款用途" rules={[{ required: true, message: '请选择贷款用途' }]}>
        <Select
          style={{ maxWidth: 480 }}
          placeholder="请选择"
          options={purposes.map(({ name }) => ({ value: name, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="purposeNote"
        label={must ? note : `${note}（选填）`}
        extra={hint}
        rules={[{ required: must, whitespace: true, message: '请说明贷款用途' }]}
      >
        <Input.TextArea maxLength={200} showCount rows={3} />
      </Form.Item>
    </>
  );
}

/** Whom banks call. */
export function ContactFields({ me }: { me: Me | null | undefined }) {
  const phoneOf = Form.useWatch('phoneOf') as string | undefined;
  return (
    <>
      <Form.Item
        name="contactName"
        label="姓名"
        rules={[{ required: true, whitespace: true, message: '请填写联系人姓名' }]}
      >
        <Input style={{ maxWidth: 240 }} maxLength={30} autoComplete="name" />
      </Form.Item>
      <Form.Item name="phoneOf" label="联系电话">
        <Radio.Group
          options={[
            { value: 'ACCOUNT', label: accountPhone(me) },
            { value: 'OTHER', label: OTHER_PHONE },
          ]}
        />
      </Form.Item>
      {phoneOf === 'OTHER' && (
        <Form.Item
          name="contactPhone"
          label="手机号"
          rules={[{ required: true, pattern: PHONE, message: '请填写 11 位手机号' }]}
        >
          <Input style={{ maxWidth: 240 }} maxLength={11} inputMode="numeric" autoComplete="tel-national" />
        </Form.Item>
      )}
    </>
  );
}
