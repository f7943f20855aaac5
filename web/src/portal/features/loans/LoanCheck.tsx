import type { KindOfNextLoan, LoanProductDetail, Me } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  contactText,
  loanConsent,
  purposeText,
  renewedText,
  type LoanPurpose,
  type LoanValues as Values,
} from '@/shared/loans';
import { termText, wan } from '@/shared/ui';
import { ConfirmStep } from '../../ui/Submission';
import css from './ApplyPage.module.css';

/** The second step: what was filled in, and what the bank may see. */
export function LoanCheck({
  product,
  values,
  next,
  purposes,
  me,
  ...step
}: {
  product: LoanProductDetail;
  values: Values;
  next: KindOfNextLoan;
  purposes: readonly LoanPurpose[];
  me: Me | null | undefined;
  /** Why it was not accepted. */
  refusal?: string;
  busy: boolean;
  onBack: () => void;
  onSubmit: () => void;
}) {
  const enterprise = me?.enterprise?.name ?? '';
  const renewed = renewedText(values, next);
  return (
    <ConfirmStep
      {...step}
      items={[
        { label: '申请企业', value: enterprise },
        { label: '贷款产品', value: `${product.title}（${product.bankName}）` },
        { label: '申请金额', value: wan(Number(values.amountWan)) },
        { label: '期限', value: termText(Number(values.termMonths)) },
        { label: '贷款用途', value: purposeText(purposes, values) },
        { label: '贷款类型', value: label('loanKind', values.kind) },
        ...(renewed ? [{ label: '续借的贷款', value: renewed }] : []),
        { label: '联系人', value: contactText(values, me) },
      ]}
      title="授权同意"
      agreement={`我代表${enterprise}同意以上内容，并确认所填内容属实`}
    >
      <ul className={css.consent}>
        {loanConsent(product.bankName).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </ConfirmStep>
  );
}
