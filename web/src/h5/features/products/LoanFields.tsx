import { Form, Input, Radio, Space } from 'antd-mobile';
import type { KindOfNextLoan, LoanProductDetail, Me } from '@/shared/api';
import {
  accountPhone,
  amountHint,
  amountRules,
  needsWords,
  OTHER_PHONE,
  ownWordsText,
  prefilledMark,
  termsOf,
  type LoanPurpose,
  type LoanValues,
} from '@/shared/loans';
import { PERSON_MAX, PHONE, termText } from '@/shared/ui';
import { LoanKindItems } from './LoanKindItems';
import css from './products.module.css';
import { Words } from '../../ui/Words';

/** The fields of the first step, inside of its form. */
export function LoanFields({
  product,
  next,
  purposes,
  balanceWan,
  prefill,
  ownWords,
  now,
  me,
}: {
  product: LoanProductDetail;
  next: KindOfNextLoan;
  purposes: readonly LoanPurpose[];
  balanceWan: number | undefined;
  prefill: LoanValues;
  ownWords: string | undefined;
  /** What is in the form. */
  now: LoanValues | undefined;
  me: Me | null | undefined;
}) {
  const mark = (field: keyof LoanValues) => prefilledMark(field, prefill, now);
  return (
    <>
      <Form.Item
        name="amountWan"
        label="申请金额（万元）"
        rules={amountRules(product.maxAmountWan, product.minAmountWan)}
        description={[amountHint(product), mark('amountWan')].filter(Boolean).join('；')}
      >
        <Input id="amountWan" inputMode="decimal" placeholder="如 100" />
      </Form.Item>
      <Form.Item
        name="termMonths"
        label="期限"
        description={mark('termMonths')}
        rules={[{ required: true, message: '请选择期限' }]}
      >
        <Radio.Group>
          <Space wrap className={css.choices}>
            {termsOf(product).map((term) => (
              <Radio key={term} value={String(term)}>
                {termText(term)}
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="purpose"
        label="贷款用途"
        description={ownWordsText(ownWords, now)}
        rules={[{ required: true, message: '请选择贷款用途' }]}
      >
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
        label={needsWords(purposes, now?.purpose) ? '用途说明' : '用途说明（选填）'}
        rules={[
          {
            required: needsWords(purposes, now?.purpose),
            whitespace: true,
            message: '请说明贷款用途',
          },
        ]}
      >
        <Words id="purposeNote" maxLength={200} autoSize />
      </Form.Item>
      <LoanKindItems next={next} kind={now?.kind} balanceWan={balanceWan} className={css.choices} />
      <Form.Header>联系人</Form.Header>
      <Form.Item
        name="contactName"
        label="姓名"
        description={mark('contactName')}
        rules={[{ required: true, whitespace: true, message: '请填写联系人姓名' }]}
      >
        <Input id="contactName" maxLength={PERSON_MAX} autoComplete="name" />
      </Form.Item>
      <Form.Item name="phoneOf" label="联系电话">
        <Radio.Group>
          <Space direction="vertical">
            <Radio value="ACCOUNT">{accountPhone(me)}</Radio>
            <Radio value="OTHER">{OTHER_PHONE}</Radio>
          </Space>
        </Radio.Group>
      </Form.Item>
      {now?.phoneOf === 'OTHER' && (
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
