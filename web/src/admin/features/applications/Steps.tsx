import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import {
  api,
  isProblem,
  problemText,
  useMe,
  useSubmit,
  type LoanApplication,
  type LoanProductDetail,
} from '@/shared/api';
import { dropDecisionDrafts } from '@/shared/api/drafts';
import { label } from '@/shared/i18n';
import { dateTimeText, termText, yuanAsWan } from '@/shared/ui';
import { DecisionBar } from '../../ui/DecisionBar';
import { ActionBar, MainButton } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { isConflict, useConflict } from '../../ui/useConflict';
import { WAITING } from '../../waiting';
import { MoreTime } from '../promises/MoreTime';
import { ApproveDrawer } from './ApproveDrawer';
import { PayDrawer, type Payment } from './PayDrawer';
import { RefuseDrawer } from './RefuseDrawer';
import { notTheirs, stepsFor, type Step } from './rules';

const HINTS: Record<string, string> = {
  SUBMITTED: '受理后进入银行审批，企业会收到通知',
  IN_REVIEW: '请作出审批决定；不通过须选择原因并说明',
  NEED_MATERIAL: '等待企业补充材料，未逾期的答复时限暂停计算；企业补充后继续审批',
  APPROVED: '请按实际放款登记，全部归还后办理结清',
};

const DONE: Record<Step, string> = {
  accept: '已受理',
  ask: '已要求企业补充材料',
  approve: '已批准授信',
  refuse: '已作不通过处理',
  disburse: '已登记放款',
  settle: '已结清',
};

interface Decision {
  step: Step;
  send: (idempotencyKey: string) => Promise<unknown>;
}

/** What the bank does with an application: accept, approve or refuse, pay out, settle. */
export function Steps({
  application,
  product,
}: {
  application: LoanApplication;
  product: LoanProductDetail | undefined;
}) {
  const queries = useQueryClient();
  const { me } = useMe();
  const { message, modal } = App.useApp();
  const [open, setOpen] = useState<Step>();
  const path = { id: application.id };
  const { version } = application;
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['applications'] }),
      queries.invalidateQueries({ queryKey: WAITING }),
    ]);
  const conflict = useConflict([['applications'], [...WAITING]], async () => {
    const now = await api.get('/api/finance/applications/{id}', { path });
    const last = now.timeline.at(-1);
    return (
      <p>
        该申请现在的状态：<b>{label('loanStatus', now.status)}</b>
        {last && `（${[last.actor ?? last.applicant, dateTimeText(last.at)].filter(Boolean).join('，')}）`}
      </p>
    );
  });
  const decide = useSubmit(({ send }: Decision, idempotencyKey) => send(idempotencyKey), {
    about: ({ step }) => `${step} ${application.id} ${version}`,
  });
  const run = async (step: Step, send: Decision['send']) => {
    let decided = true;
    try {
      await decide.mutateAsync({ step, send });
      dropDecisionDrafts(application.id);
      void message.success(DONE[step]);
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
      decided = false;
    }
    await refresh();
    return decided;
  };
  const direct = (step: 'accept' | 'settle') =>
    run(step, (idempotencyKey) =>
      api.post(`/api/finance/applications/{id}/${step}`, { path, body: { version }, idempotencyKey }),
    ).catch(conflict);
  const askAccept = () =>
    modal.confirm({
      title: '受理这件融资申请？',
      content: `${application.enterpriseName}申请“${application.productTitle}”${yuanAsWan(application.amount)}，期限 ${termText(application.termMonths)}。受理后进入银行审批并通知企业，不能退回待受理。`,
      okText: '确认受理',
      onOk: () => direct('accept'),
    });
  const askSettle = () =>
    modal.confirm({
      title: '该笔贷款已全部归还，办理结清？',
      content: `累计放款 ${yuanAsWan(application.disbursedAmount)}。结清后本件办结，不能再登记放款。`,
      okText: '办理结清',
      onOk: () => direct('settle'),
    });

  const pay = async (payment: Payment, another = false): Promise<unknown> => {
    try {
      return await run('disburse', (idempotencyKey) =>
        api.post('/api/finance/applications/{id}/disbursements', {
          path,
          body: { version, ...payment, another },
          idempotencyKey,
        }),
      );
    } catch (error) {
      if (!isProblem(error, 'DISBURSEMENT_ALIKE')) throw error;
      const isAnother = await modal.confirm({
        title: '是另一笔放款吗？',
        content: `${problemText(error)}。是同一笔的，不要重复登记，登记后不能撤销；是另一笔的，可以继续登记。`,
        okText: '是另一笔，继续登记',
        cancelText: '返回核对',
      });
      if (!isAnother) throw error;
      return pay(payment, true);
    }
  };

  const steps = stepsFor(application);
  if (!steps.length) return null;
  const first = notTheirs(application, me?.accountId);
  if (first) return <ActionBar hint={first} />;
  const close = () => setOpen(undefined);
  const hint = HINTS[application.status];
  const others = (
    <>
      {steps.includes('refuse') && (
        <Button danger onClick={() => setOpen('refuse')}>
          不通过
        </Button>
      )}
      {(steps.includes('accept') || steps.includes('approve')) && (
        <MoreTime of="LOAN" id={application.id} promise={application.promise} />
      )}
      {steps.includes('ask') && <Button onClick={() => setOpen('ask')}>要求补充材料</Button>}
      {steps.includes('settle') && <Button onClick={askSettle}>办理结清</Button>}
    </>
  );
  const main = steps.includes('accept') ? (
    <MainButton type="primary" loading={decide.isPending} onClick={askAccept}>
      受理申请
    </MainButton>
  ) : steps.includes('approve') ? (
    <MainButton type="primary" onClick={() => setOpen('approve')}>
      批准授信
    </MainButton>
  ) : (
    steps.includes('disburse') && (
      <MainButton type="primary" onClick={() => setOpen('disburse')}>
        登记放款
      </MainButton>
    )
  );
  return (
    <>
      {main && steps.includes('refuse') ? (
        <DecisionBar hint={hint} others={others}>
          {main}
        </DecisionBar>
      ) : (
        <ActionBar hint={hint}>
          {others}
          {main}
        </ActionBar>
      )}
      <ApproveDrawer
        open={open === 'approve'}
        application={application}
        product={product}
        onClose={close}
        onSubmit={(grant) =>
          run('approve', (idempotencyKey) =>
            api.post('/api/finance/applications/{id}/approve', {
              path,
              body: { version, ...grant },
              idempotencyKey,
            }),
          )
        }
      />
      <RefuseDrawer
        of={application.id}
        open={open === 'refuse'}
        onClose={close}
        onSubmit={(body) =>
          run('refuse', (idempotencyKey) =>
            api.post('/api/finance/applications/{id}/refuse', {
              path,
              body: { version, ...body },
              idempotencyKey,
            }),
          )
        }
      />
      <ReasonDrawer
        keeps={application.id}
        open={open === 'ask'}
        title="要求补充材料"
        intro="企业会收到通知，按您填写的内容补充；补充前答复时限暂停计算，补充后从次日继续。"
        label="需要补充的材料"
        usual="REASON_LOAN_MATERIAL"
        submitText="通知企业"
        onClose={close}
        onSubmit={(reason) =>
          run('ask', (idempotencyKey) =>
            api.post('/api/finance/applications/{id}/ask-material', {
              path,
              body: { version, reason },
              idempotencyKey,
            }),
          )
        }
      />
      <PayDrawer open={open === 'disburse'} application={application} onClose={close} onSubmit={pay} />
    </>
  );
}
