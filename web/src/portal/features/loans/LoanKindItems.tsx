import { Form, Radio, Select } from 'antd';
import type { KindOfNextLoan, LoanKind } from '@/shared/api';
import { label } from '@/shared/i18n';
import { balanceText, canBe, earlierLoanText, KIND_HELP, LOAN_KINDS, otherKinds } from '@/shared/loans';

/** Of which kind a loan is, as far as it can be; of a renewal also which one goes on. Inside of a form. */
export function LoanKindItems({
  next,
  kind,
  balanceWan,
}: {
  next: KindOfNextLoan;
  /** What is chosen. */
  kind: LoanKind | undefined;
  balanceWan: number | undefined;
}) {
  return (
    <>
      <Form.Item
        name="kind"
        label="贷款类型"
        extra={kind && KIND_HELP[kind] + otherKinds(next) + balanceText(balanceWan, kind, next)}
        rules={[{ required: true, message: '请选择贷款类型' }]}
      >
        <Radio.Group
          options={LOAN_KINDS.map((value) => ({
            value,
            label: label('loanKind', value),
            disabled: !canBe(value, next),
          }))}
        />
      </Form.Item>
      {kind === 'RENEWAL' && (
        <Form.Item
          name="renewsApplicationId"
          label="续哪一笔贷款"
          rules={[{ required: true, message: '请选择要续的贷款' }]}
        >
          <Select
            placeholder="请选择"
            options={next.earlierLoans.map((one) => ({
              value: one.applicationId,
              label: earlierLoanText(one),
            }))}
          />
        </Form.Item>
      )}
    </>
  );
}
