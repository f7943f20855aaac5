import { Button, Form, Toast } from 'antd-mobile';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { ApplicationFile, LoanApplication } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  askedMaterial,
  contactOf,
  expiredText,
  grantText,
  isEvaluated,
  isOpen,
  FILES_HINT,
  HandedIn,
  handedIn,
  HandIn,
  MaterialFiles,
  RefusalWords,
  supplyDraft,
  takesFiles,
  useAddFiles,
  useMyApplication,
  useSupplyMaterial,
  useWithdrawApplication,
  LoanProgress,
  wordsOrFiles,
  type Supplied,
} from '@/shared/loans';
import { ChooseAgain } from '@/shared/loans/ChooseAgain';
import { ListedMaterials } from '@/shared/loans/ListedMaterials';
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
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { Body, Notice, Section } from '../../ui';
import { Words } from '../../ui/Words';
import { EvaluationLink } from '../evaluations/EvaluationLink';
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
        <Notice tone="wait">
          <RefusalWords application={application} />
        </Notice>
      )}
      {application.status === 'REFUSED' && (
        <Section title="重新选择">
          <ChooseAgain refused={application} by="result" />
        </Section>
      )}
      {application.status === 'APPROVED' && <Notice tone="good">{grantText(application)}</Notice>}
      {application.status === 'EXPIRED' && <Notice tone="wait">{expiredText(application)}</Notice>}
      {unsent !== undefined && (
        <Notice tone="bad">
          <Unsent application={application} words={unsent} />
        </Notice>
      )}
      {application.status === 'NEED_MATERIAL' && <Supply application={application} onUnsent={setUnsent} />}
      <Section title="办理进度">
        <LoanProgress of={application} />
      </Section>
      {handedIn(application).length > 0 && (
        <Section title="已提交的文件">
          <HandedIn of={application} />
        </Section>
      )}
      {takesFiles(application) && <AddFiles application={application} />}
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
      {isEvaluated(application) && <EvaluationLink of={application.id} />}
      {isOpen(application) && (
        <Button block color="danger" fill="outline" loading={withdraw.isPending} onClick={() => void ask()}>
          撤回申请
        </Button>
      )}
    </Body>
  );
}

/** Files that go to the bank unasked, such as what its product lists. */
function AddFiles({ application }: { application: LoanApplication }) {
  const problems = useProblems();
  const [files, setFiles] = useState<ApplicationFile[]>([]);
  const [busy, setBusy] = useState(false);
  const add = useAddFiles(application, {
    onSuccess: () => {
      setFiles([]);
      void Toast.show('文件已提交给银行');
    },
    onError: (error) => problems(error),
  });
  return (
    <Section title="补交文件">
      <HandIn>
        <p>银行审批前可以提交材料，本企业和{application.bankName}能查看，银行每次查看都有记录。</p>
        <ListedMaterials of={application} />
        <MaterialFiles value={files} disabled={add.isPending} onChange={setFiles} onBusy={setBusy} />
        <p>
          <small>{FILES_HINT}</small>
        </p>
        <Button
          block
          disabled={!files.length || busy}
          loading={add.isPending}
          onClick={() => add.mutate(files)}
        >
          提交给银行
        </Button>
      </HandIn>
    </Section>
  );
}

/** What the bank asked for, and the words and files with which it is supplied. */
function Supply({
  application,
  onUnsent,
}: {
  application: LoanApplication;
  /** Somebody was quicker: these words did not reach the bank. */
  onUnsent: (words: string | undefined) => void;
}) {
  const problems = useProblems();
  const [form] = Form.useForm();
  const [busy, setBusy] = useState(false);
  const draft = useDraft<Supplied>(supplyDraft(application));
  const supply = useSupplyMaterial(application, {
    onSuccess: () => {
      draft.clear();
      onUnsent(undefined);
      void Toast.show('已通知银行');
    },
    onError: (error, { words = '' }) => (isOvertaken(error) ? onUnsent(words) : problems(error, form)),
  });
  return (
    <Section title="补充材料">
      <Notice tone="wait">银行要求补充：{askedMaterial(application)}</Notice>
      <Form
        form={form}
        layout="vertical"
        requiredMarkStyle="none"
        initialValues={draft.found}
        onValuesChange={(_, values: Supplied) => draft.save(values)}
        onFinish={(values: Supplied) => {
          draft.saveNow(values);
          supply.mutate(values);
        }}
        footer={
          <Button block color="primary" type="submit" disabled={busy} loading={supply.isPending}>
            已补充，通知银行
          </Button>
        }
      >
        <Form.Item name="files" label="文件" description={FILES_HINT}>
          <MaterialFiles disabled={supply.isPending} onBusy={setBusy} />
        </Form.Item>
        <Form.Item
          name="words"
          label="补充说明"
          dependencies={['files']}
          rules={[wordsOrFiles, enoughWords('补充说明')]}
        >
          <Words
            rows={3}
            maxLength={500}
            placeholder={`${LEAST_HINT}；上传了文件的可以不填，不能上传的写明以什么方式送达银行`}
          />
        </Form.Item>
      </Form>
    </Section>
  );
}
