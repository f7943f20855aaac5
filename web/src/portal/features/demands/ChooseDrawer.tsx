import { App, Checkbox, Form, Radio, Select } from 'antd';
import { useNavigate } from 'react-router';
import type { DemandClaim, KindOfNextLoan, LoanKind, MyDemand } from '@/shared/api';
import { offerLines, useChooseOffer } from '@/shared/demands';
import { label } from '@/shared/i18n';
import {
  balanceText,
  canBe,
  earlierLoanText,
  KIND_HELP,
  LOAN_KINDS,
  loanConsent,
  otherKinds,
  startingKind,
  useNextLoan,
} from '@/shared/loans';
import { useLoanBalance } from '@/shared/match';
import { Definition, Loaded } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';

interface Values {
  kind: LoanKind;
  renewsApplicationId?: string;
  consent?: boolean;
}

/** What is still to be said before an offer becomes an application: its kind, and the consent of every application. */
export function ChooseDrawer(props: { mine: MyDemand; claim: DemandClaim; onClose: () => void }) {
  const next = useNextLoan(props.claim.offer?.productId);
  const balance = useLoanBalance();
  if (!balance.ready) return null;
  return (
    <Loaded query={next} compact>
      {(kind) => <Choosing {...props} next={kind} balanceWan={balance.wan} />}
    </Loaded>
  );
}

function Choosing({
  claim,
  next,
  balanceWan,
  onClose,
}: {
  claim: DemandClaim;
  next: KindOfNextLoan;
  balanceWan: number | undefined;
  onClose: () => void;
}) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const choose = useChooseOffer(claim, {
    onSuccess: (application) => {
      void message.success(`已转为融资申请 ${application.number}`);
      void navigate(`/center/applications/${application.id}`);
    },
    // The drawer shows it.
    onError: () => undefined,
  });
  return (
    <FormDrawer<Values>
      open
      title={`选定${claim.bankName}的报价`}
      submitText="选定并提交申请"
      initialValues={startingKind(next, undefined, balanceWan)}
      onClose={onClose}
      onSubmit={({ kind, renewsApplicationId, consent }) =>
        choose.mutateAsync({
          kind,
          renewsApplicationId: kind === 'RENEWAL' ? renewsApplicationId : undefined,
          consent,
          channel: 'PC',
        })
      }
    >
      {(form) => (
        <>
          <Definition
            columns={1}
            items={offerLines(claim).map(([name, value]) => ({ label: name, value }))}
          />
          <Form.Item noStyle shouldUpdate={(before: Values, after: Values) => before.kind !== after.kind}>
            {() => {
              const kind = form.getFieldValue('kind') as LoanKind | undefined;
              return (
                <>
                  <Form.Item
                    name="kind"
                    label="贷款类型"
                    extra={kind && KIND_HELP[kind] + otherKinds(next) + balanceText(balanceWan, kind)}
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
            }}
          </Form.Item>
          <ul>
            {loanConsent(claim.bankName).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <Form.Item
            name="consent"
            valuePropName="checked"
            rules={[
              {
                validator: (_, agreed) =>
                  agreed ? Promise.resolve() : Promise.reject(new Error('请先同意以上内容')),
              },
            ]}
          >
            <Checkbox>同意以上内容；选定后其他银行的报价失效</Checkbox>
          </Form.Item>
        </>
      )}
    </FormDrawer>
  );
}
