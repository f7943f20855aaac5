import { Form, Input, Radio, Space } from 'antd-mobile';
import type { ComponentProps } from 'react';
import type { Me } from '@/shared/api';
import { accountPhone, needsWords, OTHER_PHONE, type LoanPurpose } from '@/shared/loans';
import { PHONE, termText } from '@/shared/ui';
import { Words } from '../../ui/Words';

/** How much, for how long and what for: the same of a 融资需求 and of a 融资协调申报. */
export function NeedFields({
  amountRules,
  terms,
  purposes,
  purpose,
  note,
  hint,
}: {
  amountRules: ComponentProps<typeof Form.Item>['rules'];
  terms: readonly number[];
  purposes: readonly LoanPurpose[];
  purpose: string | undefined;
  note: string;
  hint?: string;
}) {
  const must = needsWords(purposes, purpose);
  return (
    <>
      <Form.Item name="amountWan" label="融资金额（万元）" rules={amountRules}>
        <Input id="amountWan" inputMode="decimal" placeholder="如 100" />
      </Form.Item>
      <Form.Item name="termMonths" label="期限" rules={[{ required: true, message: '请选择期限' }]}>
        <Radio.Group>
          <Space wrap>
            {terms.map((term) => (
              <Radio key={term} value={String(term)}>
                {termText(term)}
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Form.Item>
      <Form.Item name="purpose" label="贷款用途" rules={[{ required: true, message: '请选择贷款用途' }]}>
        <Radio.Group>
          <Space direction="vertical">
            {purposes.map(({ code, name }) => (
              <Radio key={code} value={name}>
                {name}
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="purposeNote"
        label={must ? note : `${note}（选填）`}
        description={hint}
        rules={[{ required: must, whitespace: true, message: '请说明贷款用途' }]}
      >
        <Words id="purposeNote" maxLength={200} autoSize />
      </Form.Item>
    </>
  );
}

/** Whom banks call. */
export function ContactFields({ me, phoneOf }: { me: Me | null | undefined; phoneOf: string | undefined }) {
  return (
    <>
      <Form.Item
        name="contactName"
        label="姓名"
        rules={[{ required: true, whitespace: true, message: '请填写联系人姓名' }]}
      >
        <Input id="contactName" maxLength={30} autoComplete="name" />
      </Form.Item>
      <Form.Item name="phoneOf" label="联系电话">
        <Radio.Group>
          <Space direction="vertical">
            <Radio value="ACCOUNT">{accountPhone(me)}</Radio>
            <Radio value="OTHER">{OTHER_PHONE}</Radio>
          </Space>
        </Radio.Group>
      </Form.Item>
      {phoneOf === 'OTHER' && (
        <Form.Item
          name="contactPhone"
          label="手机号"
          rules={[{ required: true, pattern: PHONE, message: '请填写 11 位手机号' }]}
        >
          <Input id="contactPhone" type="tel" maxLength={11} autoComplete="tel-national" />
        </Form.Item>
      )}
    </>
  );
}
