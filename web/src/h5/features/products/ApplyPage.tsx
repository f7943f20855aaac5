import { Button, Form } from 'antd-mobile';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { LoanApplication } from '@/shared/api';
import {
  AFTER_LOAN_SUBMITTED,
  codeFrozenText,
  draftOfToday,
  draftToKeep,
  LOAN_STEPS,
  loanField,
  loanOf,
  loanRefusal,
  OPEN_ALREADY,
  openAlreadyText,
  startingKind,
  type LoanValues,
} from '@/shared/loans';
import { LoanToApply, useLoanForm, type LoanBegun } from '@/shared/loans/applying';
import { asTexts, withOneContact } from '@/shared/loans/draft';
import { DraftLine } from '@/shared/loans/DraftLine';
import { notTaken } from '@/shared/loans/suspended';
import { ProductFit } from '@/shared/match/ProductFit';
import { willBe } from '@/shared/promise';
import { dateTimeText, Empty, Skeleton, useShownStep, useSteps } from '@/shared/ui';
import { LeaveGuard, showFieldErrors, useErrorSummary, useProblems } from '@/shared/ui/mobile';
import { Body, LinkButton, Notice, Section, Steps } from '../../ui';
import { Submitted } from '../me/Submitted';
import { LoanCheck } from './LoanCheck';
import { LoanFields } from './LoanFields';

export default function ApplyPage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  return (
    <LoanToApply
      id={id}
      match={params.get('result')}
      from={params.get('from')}
      skeleton={<Skeleton lines={12} />}
      openAlready={(_, open) => (
        <Empty title={openAlreadyText(open)} hint={OPEN_ALREADY}>
          <LinkButton look="main" to={`/my/applications/${open.applicationId}`}>
            查看这笔申请
          </LinkButton>
        </Empty>
      )}
      noneTaken={(product) => (
        <Empty {...notTaken(product)!}>
          <LinkButton look="main" to="/loans">
            看看其他贷款产品
          </LinkButton>
        </Empty>
      )}
    >
      {(begun, round) => <Apply key={round} {...begun} />}
    </LoanToApply>
  );
}

/** Fill, check, what comes next: a phone shows one of them at a time. */
function Apply(begun: LoanBegun) {
  const { product, next, purposes, match, matchGone, balanceWan, onTheirs } = begun;
  const [form] = Form.useForm<LoanValues>();
  const steps = useSteps<'fill' | 'check'>('fill');
  const { asked, go, back } = steps;
  const [checked, setChecked] = useState<LoanValues>();
  const [agreed, setAgreed] = useState(false);
  const problems = useProblems();
  const { me, kept, submit, prefill, leave } = useLoanForm(begun, {
    prefix: 'm.loan',
    toForm: () => {
      setChecked(undefined);
      back('fill');
    },
    mark: (field, words) => showFieldErrors(form, [{ name: [field], errors: [words] }]),
    others: (error) => {
      if (!loanRefusal(error)) problems(error, form, loanField);
    },
  });
  const { found, ownWords } = draftOfToday(kept.values && asTexts(kept.values), purposes);
  const { summary, formProps } = useErrorSummary();
  const initial = asTexts({ ...prefill, ...startingKind(next, undefined, balanceWan) });
  const now = Form.useWatch([], form) as LoanValues | undefined;

  const toCheck = asked === 'check' ? checked : undefined;
  useShownStep(toCheck || submit.data ? asked : 'fill', steps);

  if (submit.data) return <Done application={submit.data} />;
  if (toCheck) {
    return (
      <>
        <LeaveGuard when={kept.unsaved} />
        <LoanCheck
          product={product}
          values={toCheck}
          next={next}
          purposes={purposes}
          me={me}
          agreed={agreed}
          onAgree={setAgreed}
          busy={submit.isPending}
          refusal={loanRefusal(submit.error)}
          onBack={() => back('fill')}
          onSubmit={() => submit.mutate(loanOf(product, toCheck, 'WECHAT', match))}
        />
      </>
    );
  }
  return (
    <>
      <LeaveGuard when={kept.unsaved} />
      <Body>
        <Steps steps={LOAN_STEPS} current={0} />
        {summary}
        {next.codeFrozenSince && <Notice tone="wait">{codeFrozenText(next.codeFrozenSince)}</Notice>}
        <DraftLine
          productId={product.id}
          kept={kept}
          toOpen={(id, text) => <Link to={`/my/applications/${id}`}>{text}</Link>}
          onTheirs={onTheirs}
          onGone={leave}
        />
        <ProductFit
          code={product.code}
          result={match}
          gone={matchGone}
          fill={(fact) => <Link to={`/my/profile?fact=${fact.name}`}>{fact.label}</Link>}
          toMatch={(text) => <Link to={`/match?kind=LOAN&open=${product.code}`}>{text}</Link>}
          frame={(title, content) => <Section title={title}>{content}</Section>}
        />
      </Body>
      <Form
        form={form}
        layout="vertical"
        mode="card"
        requiredMarkStyle="none"
        initialValues={{ ...initial, ...found, ...startingKind(next, found, balanceWan) }}
        {...formProps}
        onValuesChange={(changed: LoanValues, typed: LoanValues) => {
          const all = withOneContact(changed, typed, prefill);
          if (all !== typed) form.setFieldsValue(all);
          // The browser's way forward shows no check of what was changed since.
          setChecked(undefined);
          kept.keep(draftToKeep(all, ownWords));
        }}
        onFinish={(values) => {
          void kept.save();
          submit.reset();
          setChecked(values);
          go('check', asked === 'check');
        }}
        footer={
          <Button block type="submit" color="primary" size="large">
            下一步：检查并提交
          </Button>
        }
      >
        <Form.Header>
          {product.title} · {product.bankName}
          {found && !kept.touched && <p>已恢复上次未提交的填写。</p>}
        </Form.Header>
        <LoanFields
          product={product}
          next={next}
          purposes={purposes}
          balanceWan={balanceWan}
          prefill={initial}
          ownWords={ownWords}
          now={now}
          me={me}
        />
      </Form>
    </>
  );
}

function Done({ application }: { application: LoanApplication }) {
  return (
    <Submitted
      steps={LOAN_STEPS}
      items={[
        { label: '申请编号', value: <span className="zq-num">{application.number}</span> },
        { label: '办理银行', value: application.bankName },
        { label: '提交时间', value: dateTimeText(application.submittedAt) },
      ]}
      promised={willBe(application.promise, 'LOAN')}
      next={AFTER_LOAN_SUBMITTED}
    >
      <LinkButton look="main" to={`/my/applications/${application.id}`} replace>
        查看进度
      </LinkButton>
      <LinkButton to="/loans" replace>
        返回贷款产品
      </LinkButton>
    </Submitted>
  );
}
