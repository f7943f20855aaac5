import { App, Button as AntButton, Form, Input } from 'antd';
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
  dateTimeText,
  Definition,
  Loaded,
  interest,
  Skeleton,
  LoanState,
  termText,
  yuanAsWan,
  useDraft,
} from '@/shared/ui';
import { MainButton, useProblems } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { Button, ButtonLink, Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { EvaluationLink } from '../evaluations/EvaluationLink';

export default function ApplicationPage() {
  const { id = '' } = useParams();
  const query = useMyApplication(id);
  return (
    <Loaded page query={query} skeleton={<Skeleton lines={10} />}>
      {(application) => <Detail application={application} />}
    </Loaded>
  );
}

function Detail({ application }: { application: LoanApplication }) {
  const problems = useProblems();
  const { message, modal } = App.useApp();
  const [unsent, setUnsent] = useState<string>();
  const withdraw = useWithdrawApplication(application, {
    onSuccess: () => void message.success('申请已撤回'),
    onError: (error) => problems(error),
  });

  return (
    <>
      <CenterHead
        title={application.productTitle}
        intro={
          <>
            {application.bankName} · 申请编号 <span className="zq-num">{application.number}</span>
          </>
        }
        actions={
          <>
            <ButtonLink look="plain" small to="/center/applications">
              返回列表
            </ButtonLink>
            {isEvaluated(application) && <EvaluationLink of={application.id} />}
            {isOpen(application) && (
              <Button
                look="danger"
                small
                disabled={withdraw.isPending}
                onClick={() =>
                  modal.confirm({
                    title: '撤回这笔申请？',
                    content: '撤回后银行不再办理，如需贷款要重新提交。',
                    okText: '撤回申请',
                    okButtonProps: { danger: true },
                    cancelText: '不撤回',
                    onOk: () => withdraw.mutateAsync().catch(() => undefined),
                  })
                }
              >
                撤回申请
              </Button>
            )}
          </>
        }
      />
      <Stack>
        {unsent !== undefined && (
          <Notice tone="bad">
            <Unsent application={application} words={unsent} />
          </Notice>
        )}
        {application.status === 'NEED_MATERIAL' && <Supply application={application} onUnsent={setUnsent} />}
        {application.status === 'APPROVED' && <Notice tone="good">{grantText(application)}</Notice>}
        {application.status === 'REFUSED' && (
          <Notice tone="wait">
            <RefusalWords application={application} />
          </Notice>
        )}
        {application.status === 'REFUSED' && (
          <Panel title="重新选择">
            <ChooseAgain refused={application} by="match" />
          </Panel>
        )}
        {application.status === 'EXPIRED' && <Notice tone="wait">{expiredText(application)}</Notice>}
        <Panel title="办理进度" more={<LoanState of={application} />}>
          <LoanProgress of={application} />
        </Panel>
        {handedIn(application).length > 0 && (
          <Panel title="已提交的文件">
            <HandedIn of={application} />
          </Panel>
        )}
        {takesFiles(application) && <AddFiles application={application} />}
        <Panel title="申请内容">
          <Definition
            items={[
              { label: '申请企业', value: application.enterpriseName },
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
                      value: <RenewedLoan id={application.renewsApplicationId} path="/center/applications" />,
                    },
                  ]
                : []),
              { label: '提交时间', value: dateTimeText(application.submittedAt) },
              { label: '联系人', value: contactOf(application), sensitive: true },
              { label: '贷款用途', value: application.purpose },
            ]}
          />
        </Panel>
        {application.grantedAmount !== undefined && (
          <Panel title="授信与放款">
            <Definition
              items={[
                { label: '授信额度', value: yuanAsWan(application.grantedAmount) },
                { label: '年利率', value: interest(application.grantedRate) },
                { label: '授信期限', value: termText(application.grantedTermMonths) },
                { label: '额度有效期至', value: dateText(application.validUntil) },
                { label: '已放款', value: yuanAsWan(application.disbursedAmount) },
              ]}
            />
          </Panel>
        )}
      </Stack>
    </>
  );
}

/** Files that go to the bank unasked, such as what its product lists. */
function AddFiles({ application }: { application: LoanApplication }) {
  const problems = useProblems();
  const { message } = App.useApp();
  const [files, setFiles] = useState<ApplicationFile[]>([]);
  const [busy, setBusy] = useState(false);
  const add = useAddFiles(application, {
    onSuccess: () => {
      setFiles([]);
      void message.success('文件已提交给银行');
    },
    onError: (error) => problems(error),
  });
  return (
    <Panel title="补交文件">
      <HandIn>
        <p>银行审批前可以提交材料，本企业和{application.bankName}能查看，银行每次查看都有记录。</p>
        <ListedMaterials of={application} />
        <MaterialFiles value={files} disabled={add.isPending} onChange={setFiles} onBusy={setBusy} />
        <p>
          <small>{FILES_HINT}</small>
        </p>
        <AntButton disabled={!files.length || busy} loading={add.isPending} onClick={() => add.mutate(files)}>
          提交给银行
        </AntButton>
      </HandIn>
    </Panel>
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
  const { message } = App.useApp();
  const [form] = Form.useForm<Supplied>();
  const [busy, setBusy] = useState(false);
  const draft = useDraft<Supplied>(supplyDraft(application));
  const supply = useSupplyMaterial(application, {
    onSuccess: () => {
      draft.clear();
      onUnsent(undefined);
      void message.success('已通知银行，材料已补充');
    },
    onError: (error, { words = '' }) => (isOvertaken(error) ? onUnsent(words) : problems(error, form)),
  });
  return (
    <Panel title="补充材料">
      <Notice tone="wait">银行要求补充：{askedMaterial(application)}</Notice>
      <Form
        form={form}
        layout="vertical"
        style={{ marginTop: 16 }}
        initialValues={draft.found}
        onValuesChange={(_, values) => draft.save(values)}
        onFinish={(values) => {
          draft.saveNow(values);
          supply.mutate(values);
        }}
      >
        <Form.Item name="files" label="文件" extra={FILES_HINT}>
          <MaterialFiles disabled={supply.isPending} onBusy={setBusy} />
        </Form.Item>
        <Form.Item
          name="words"
          label="补充说明"
          dependencies={['files']}
          extra="上传了文件的可以不填；不能上传的，请写明补充了什么、以什么方式送达银行；材料原件按银行的要求送交"
          rules={[wordsOrFiles, { max: 500, message: '不超过 500 字' }, enoughWords('补充说明')]}
        >
          <Input.TextArea rows={3} showCount maxLength={500} placeholder={LEAST_HINT} />
        </Form.Item>
        <MainButton htmlType="submit" disabled={busy} loading={supply.isPending}>
          已补充，通知银行
        </MainButton>
      </Form>
    </Panel>
  );
}
