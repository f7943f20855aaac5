import { Button, Checkbox } from 'antd-mobile';
import type { KindOfNextLoan, LoanProductDetail, Me } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  contactText,
  LOAN_STEPS,
  loanConsent,
  purposeText,
  renewedText,
  type LoanPurpose,
  type LoanValues,
} from '@/shared/loans';
import { Definition, termText, wan } from '@/shared/ui';
import { ActionBar, Body, Notice, Section, Steps } from '../../ui';
import css from './products.module.css';

/** The second step: what was filled in, and what the bank may see. */
export function LoanCheck({
  product,
  values,
  next,
  purposes,
  me,
  agreed,
  onAgree,
  refusal,
  busy,
  onBack,
  onSubmit,
}: {
  product: LoanProductDetail;
  values: LoanValues;
  next: KindOfNextLoan;
  purposes: readonly LoanPurpose[];
  me: Me | null | undefined;
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
  /** Why it was not accepted. */
  refusal?: string;
  busy: boolean;
  onBack: () => void;
  onSubmit: () => void;
}) {
  const renewed = renewedText(values, next);
  return (
    <>
      <Body>
        <Steps steps={LOAN_STEPS} current={1} />
        <Section title="请核对">
          <Definition
            columns={1}
            items={[
              { label: '产品', value: `${product.title}（${product.bankName}）` },
              { label: '申请企业', value: me?.enterprise?.name },
              { label: '申请金额', value: wan(Number(values.amountWan)) },
              { label: '期限', value: termText(Number(values.termMonths)) },
              { label: '贷款用途', value: purposeText(purposes, values) },
              { label: '贷款类型', value: label('loanKind', values.kind) },
              ...(renewed ? [{ label: '续借的贷款', value: renewed }] : []),
              { label: '联系人', value: contactText(values, me) },
            ]}
          />
        </Section>
        <Section title="授权同意">
          <ul className={css.points}>
            {loanConsent(product.bankName).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <Checkbox checked={agreed} onChange={onAgree}>
            我代表{me?.enterprise?.name}同意以上内容，并确认所填内容属实
          </Checkbox>
        </Section>
        {refusal && <Notice tone="bad">{refusal}</Notice>}
        <Notice>提交后银行将受理并审批，进度和结果会以消息告知。</Notice>
      </Body>
      <ActionBar>
        <Button onClick={onBack}>返回修改</Button>
        <Button color="primary" disabled={!agreed} loading={busy} onClick={onSubmit}>
          提交申请
        </Button>
      </ActionBar>
    </>
  );
}
