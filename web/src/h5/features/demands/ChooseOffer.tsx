import { Button, Checkbox, Form, Toast } from 'antd-mobile';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DemandClaim, KindOfNextLoan, LoanKind } from '@/shared/api';
import { useChooseOffer } from '@/shared/demands';
import { loanConsent, startingKind, useNextLoan } from '@/shared/loans';
import { useLoanBalance } from '@/shared/match';
import { Loaded } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { LoanKindItems } from '../products/LoanKindItems';

interface Values {
  kind: LoanKind;
  renewsApplicationId?: string;
}

/** What is still to be said before an offer becomes an application: its kind, and the consent of every application. */
export function ChooseOffer({ claim, onClose }: { claim: DemandClaim; onClose: () => void }) {
  const next = useNextLoan(claim.offer?.productId);
  const balance = useLoanBalance();
  if (!balance.ready) return null;
  return (
    <Loaded query={next} compact>
      {(kind) => <Choosing claim={claim} next={kind} balanceWan={balance.wan} onClose={onClose} />}
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
  const [form] = Form.useForm<Values>();
  const [agreed, setAgreed] = useState(false);
  const navigate = useNavigate();
  const problems = useProblems();
  const now = Form.useWatch([], form) as Values | undefined;
  const choose = useChooseOffer(claim, {
    onSuccess: (application) => {
      Toast.show({ icon: 'success', content: `已转为融资申请 ${application.number}` });
      void navigate(`/my/applications/${application.id}`);
    },
    onError: (error) => problems(error, form),
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMarkStyle="none"
      initialValues={startingKind(next, undefined, balanceWan)}
      onFinish={({ kind, renewsApplicationId }: Values) =>
        choose.mutate({
          kind,
          renewsApplicationId: kind === 'RENEWAL' ? renewsApplicationId : undefined,
          consent: agreed,
          channel: 'WECHAT',
        })
      }
      footer={
        <>
          <Button block color="primary" type="submit" disabled={!agreed} loading={choose.isPending}>
            选定并提交申请
          </Button>
          <Button block fill="none" onClick={onClose}>
            再看看
          </Button>
        </>
      }
    >
      <LoanKindItems next={next} kind={now?.kind} balanceWan={balanceWan} />
      <Form.Item>
        <ul>
          {loanConsent(claim.bankName).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <Checkbox checked={agreed} onChange={setAgreed}>
          同意以上内容；选定后其他银行的报价失效
        </Checkbox>
      </Form.Item>
    </Form>
  );
}
