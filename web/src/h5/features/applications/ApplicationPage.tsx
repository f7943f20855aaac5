import { Button, Form, Toast } from 'antd-mobile';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { LoanApplication } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  askedMaterial,
  contactOf,
  expiredText,
  isEvaluated,
  isOpen,
  RefusalWords,
  supplyDraft,
  useMyApplication,
  useSupplyMaterial,
  useWithdrawApplication,
  LoanProgress,
} from '@/shared/loans';
import { ChooseAgain } from '@/shared/loans/ChooseAgain';
import { RenewedLoan } from '@/shared/loans/RenewedLoan';
import { isOvertaken, Unsent } from '@/shared/loans/Unsent';
import {
  dateText,
  Definition,
  DemoTag,
  Loaded,
  interest,
  Skeleton,
  LoanState,
  termText,
  yuanAsWan,
  useDraft,
} from '@/shared/ui';
import { confirmed, useProblems } from '@/shared/ui/mobile';
import { enoughWords } from '@/shared/ui/reasons';
import { Body, LinkButton, Notice, Section } from '../../ui';
import { Words } from '../../ui/Words';
import { AfterSubmission } from '../me/AfterSubmission';

export default function ApplicationPage() {
  const { id = '' } = useParams();
  const query = useMyApplication(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(application) => <Detail application={application} />}
    </Loaded>
  );
}

function Detail({ application }: { application: LoanApplication }) {
  const problems = useProblems();
  const [unsent, setUnsent] = useState<string>();
  const withdraw = useWithdrawApplication(application, {
    onSuccess: () => void Toast.show('申请已撤回'),
    onError: (error) => problems(error),
  });
  const ask = async () => {
    if (
      await confirmed({
        title: '撤回这笔申请？',
        content: '撤回后银行不再办理，如需贷款要重新提交。',
        confirmText: '撤回申请',
        cancelText: '不撤回',
        danger: true,
      })
    )
      await withdraw.mutateAsync().catch(() => undefined);
  };
  return (
    <Body>
      <AfterSubmission />
      {application.status === 'REFUSED' && (
        <Notice tone="bad">
          <RefusalWords application={application} />
        </Notice>
      )}
      {application.status === 'REFUSED' && (
        <Section title="重新选择">
          <ChooseAgain refused={application} by="result" />
        </Section>
      )}
      {application.status === 'EXPIRED' && <Notice tone="wait">{expiredText(application)}</Notice>}
      {unsent && (
        <Notice tone="bad">
          <Unsent application={application} words={unsent} />
        </Notice>
      )}
      {application.status === 'NEED_MATERIAL' && <Supply application={application} onUnsent={setUnsent} />}
      <Section title="办理进度">
        <LoanProgress of={application} />
      </Section>
      <Section title={application.productTitle} more={<LoanState of={application} />}>
        <Definition
          columns={1}
          items={[
            { label: '申请编号', value: application.number },
            {
              label: '申请企业',
              value: (
                <>
                  {application.enterpriseName} {application.demo && <DemoTag />}
                </>
              ),
            },
            { label: '银行', value: application.bankName },
            { label: '申请金额', value: yuanAsWan(application.amount) },
            { label: '申请期限', value: termText(application.termMonths) },
            ...(application.offeredRate === undefined
              ? []
              : [{ label: '银行报价的年利率', value: interest(application.offeredRate) }]),
            { label: '贷款类型', value: label('loanKind', application.kind) },
            ...(application.renewsApplicationId
              ? [
                  {
                    label: '续的贷款',
                    value: <RenewedLoan id={application.renewsApplicationId} path="/my/applications" />,
                  },
                ]
              : []),
            { label: '联系人', value: contactOf(application), sensitive: true },
            { label: '贷款用途', value: application.purpose },
            ...(application.grantedAmount !== undefined
              ? [
                  { label: '授信额度', value: yuanAsWan(application.grantedAmount) },
                  { label: '年利率', value: interest(application.grantedRate) },
                  { label: '授信期限', value: termText(application.grantedTermMonths) },
                  {
                    label: '额度有效期至',
                    value: application.validUntil && dateText(application.validUntil),
                  },
                  { label: '已放款', value: yuanAsWan(application.disbursedAmount) },
                ]
              : []),
          ]}
        />
      </Section>
      {isEvaluated(application) && (
        <LinkButton to={`/my/evaluations/${application.id}`}>评价办理情况</LinkButton>
      )}
      {isOpen(application) && (
        <Button block color="danger" fill="outline" loading={withdraw.isPending} onClick={() => void ask()}>
          撤回申请
        </Button>
      )}
    </Body>
  );
}

/** What the bank asked for, and the words with which it is supplied. */
function Supply({
  application,
  onUnsent,
}: {
  application: LoanApplication;
  /** Somebody was quicker: these words did not reach the bank. */
  onUnsent: (words: string | undefined) => void;
}) {
  const problems = useProblems();
  const draft = useDraft<{ words: string }>(supplyDraft(application));
  const supply = useSupplyMaterial(application, {
    onSuccess: () => {
      draft.clear();
      onUnsent(undefined);
      void Toast.show('已通知银行');
    },
    onError: (error, words) => (isOvertaken(error) ? onUnsent(words) : problems(error)),
  });
  return (
    <Section title="补充材料">
      <Notice tone="wait">银行要求补充：{askedMaterial(application)}</Notice>
      <Form
        layout="vertical"
        initialValues={draft.found}
        onValuesChange={(_, values: { words: string }) => draft.save(values)}
        onFinish={(values: { words: string }) => {
          draft.saveNow(values);
          supply.mutate(values.words.trim());
        }}
        footer={
          <Button block color="primary" type="submit" loading={supply.isPending}>
            已补充，通知银行
          </Button>
        }
      >
        <Form.Item
          name="words"
          label="补充说明"
          rules={[{ required: true, whitespace: true, message: '请填写补充说明' }, enoughWords('补充说明')]}
        >
          <Words rows={3} maxLength={500} placeholder="补充了什么，以什么方式送达银行" />
        </Form.Item>
      </Form>
    </Section>
  );
}
