import { Form, Input, Radio, Select, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { KindOfNextLoan, LoanProductDetail } from '@/shared/api';
import {
  amountHint,
  amountRules,
  needsWords,
  OTHER_PHONE,
  ownWordsText,
  prefilledMark,
  termsOf,
  type LoanPurpose,
  type LoanValues as Values,
} from '@/shared/loans';
import { withOneContact } from '@/shared/loans/draft';
import { ProductFit } from '@/shared/match/ProductFit';
import { PERSON_MAX, PHONE, termText } from '@/shared/ui';
import { MainButton, useErrorSummary } from '@/shared/ui/antd';
import { ButtonLink } from '../../ui';
import { NumberField } from '../../ui/NumberField';
import { Panel, Stack } from '../../ui/Panel';
import { StepBar } from '../../ui/Submission';
import css from './ApplyPage.module.css';
import { LoanKindItems } from './LoanKindItems';

/** The first step of an application: what the enterprise asks for, and whom the bank calls. */
export function LoanForm({
  form,
  product,
  initial,
  prefill,
  ownWords,
  accountPhone,
  above,
  next,
  balanceWan,
  match,
  matchGone,
  purposes,
  onChange,
  onNext,
}: {
  form: FormInstance<Values>;
  product: LoanProductDetail;
  next: KindOfNextLoan;
  balanceWan: number | undefined;
  /** The match that the application comes from. */
  match: string | undefined;
  /** It comes from one that there is no more. */
  matchGone: boolean;
  purposes: readonly LoanPurpose[];
  initial: Values;
  prefill: Values;
  ownWords: string | undefined;
  accountPhone: string;
  /** How what is filled in is kept. */
  above: ReactNode;
  onChange: (values: Values) => void;
  onNext: (values: Values) => void;
}) {
  const kind = Form.useWatch('kind', form);
  const purpose = Form.useWatch('purpose', form);
  const phoneOf = Form.useWatch('phoneOf', form);
  const now = Form.useWatch([], form) as Values | undefined;
  const note = (field: keyof Values, hint?: string) =>
    [hint, prefilledMark(field, prefill, now)].filter(Boolean).join('；') || undefined;
  const max = product.maxAmountWan;
  const { summary, formProps } = useErrorSummary(form);

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      {...formProps}
      onValuesChange={(changed: Values, all) => {
        const values = withOneContact(changed, all, prefill);
        if (values !== all) form.setFieldsValue(values);
        onChange(values);
      }}
      onFinish={onNext}
    >
      <Stack>
        {summary}
        {above}
        <ProductFit
          code={product.code}
          result={match}
          gone={matchGone}
          fill={(fact) => <Link to={`/center/profile/edit?fact=${fact.name}`}>{fact.label}</Link>}
          toMatch={(text) => <Link to={`/match?kind=LOAN&open=${product.code}`}>{text}</Link>}
          frame={(title, content) => <Panel title={title}>{content}</Panel>}
        />
        <Panel title="贷款需求">
          <Form.Item
            name="amountWan"
            label="申请金额（万元）"
            extra={note('amountWan', amountHint(product))}
            rules={amountRules(max, product.minAmountWan)}
          >
            <NumberField className={css.short} />
          </Form.Item>
          <Form.Item
            name="termMonths"
            label="期限"
            extra={note('termMonths')}
            rules={[{ required: true, message: '请选择期限' }]}
          >
            <Select
              className={css.short}
              placeholder="请选择"
              options={termsOf(product).map((months) => ({ value: months, label: termText(months) }))}
            />
          </Form.Item>
          <Form.Item
            name="purpose"
            label="贷款用途"
            extra={ownWordsText(ownWords, now)}
            rules={[{ required: true, message: '请选择贷款用途' }]}
          >
            <Select
              className={css.long}
              placeholder="请选择"
              options={purposes.map(({ name }) => ({ value: name, label: name }))}
            />
          </Form.Item>
          <Form.Item
            name="purposeNote"
            label={needsWords(purposes, purpose) ? '用途说明' : '用途说明（选填）'}
            rules={[{ required: needsWords(purposes, purpose), whitespace: true, message: '请说明贷款用途' }]}
          >
            <Input.TextArea maxLength={200} showCount rows={3} />
          </Form.Item>
          <LoanKindItems next={next} kind={kind} balanceWan={balanceWan} />
        </Panel>
        <Panel title="联系人">
          <Form.Item
            name="contactName"
            label="姓名"
            extra={note('contactName')}
            rules={[{ required: true, whitespace: true, message: '请填写联系人姓名' }]}
          >
            <Input className={css.short} maxLength={PERSON_MAX} autoComplete="name" />
          </Form.Item>
          <Form.Item name="phoneOf" label="联系电话">
            <Radio.Group
              options={[
                { value: 'ACCOUNT', label: accountPhone },
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
              <Input className={css.short} maxLength={11} inputMode="numeric" autoComplete="tel-national" />
            </Form.Item>
          )}
        </Panel>
      </Stack>
      <StepBar>
        <ButtonLink look="plain" to={`/loans/${product.code}`}>
          取消
        </ButtonLink>
        <MainButton htmlType="submit">下一步：检查并提交</MainButton>
      </StepBar>
    </Form>
  );
}
