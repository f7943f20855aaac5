import { App, Checkbox, Form } from 'antd';
import { useNavigate } from 'react-router';
import type { DemandClaim, KindOfNextLoan, LoanKind, MyDemand } from '@/shared/api';
import { offerLines, useChooseOffer } from '@/shared/demands';
import { loanConsent, startingKind, useNextLoan } from '@/shared/loans';
import { useLoanBalance } from '@/shared/match';
import { Definition, Loaded } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { LoanKindItems } from '../loans/LoanKindItems';

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
            {() => (
              <LoanKindItems
                next={next}
                kind={form.getFieldValue('kind') as LoanKind | undefined}
                balanceWan={balanceWan}
              />
            )}
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
