import { Form, Radio, Space } from 'antd-mobile';
import type { KindOfNextLoan, LoanKind } from '@/shared/api';
import { label } from '@/shared/i18n';
import { balanceText, canBe, earlierLoanText, KIND_HELP, LOAN_KINDS, otherKinds } from '@/shared/loans';

/** Of which kind a loan is, as far as it can be; of a renewal also which one goes on. Inside of a form. */
export function LoanKindItems({
  next,
  kind,
  balanceWan,
  className,
}: {
  next: KindOfNextLoan;
  /** What is chosen. */
  kind: LoanKind | undefined;
  balanceWan: number | undefined;
  className?: string;
}) {
  return (
    <>
      <Form.Item
        name="kind"
        label="贷款类型"
        description={kind && KIND_HELP[kind] + otherKinds(next) + balanceText(balanceWan, kind, next)}
        rules={[{ required: true, message: '请选择贷款类型' }]}
      >
        <Radio.Group>
          <Space wrap className={className}>
            {LOAN_KINDS.map((one) => (
              <Radio key={one} value={one} disabled={!canBe(one, next)}>
                {label('loanKind', one)}
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Form.Item>
      {kind === 'RENEWAL' && (
        <Form.Item
          name="renewsApplicationId"
          label="续哪一笔贷款"
          rules={[{ required: true, message: '请选择要续的贷款' }]}
        >
          <Radio.Group>
            <Space direction="vertical">
              {next.earlierLoans.map((one) => (
                <Radio key={one.applicationId} value={one.applicationId}>
                  {earlierLoanText(one)}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Form.Item>
      )}
    </>
  );
}
