import { Button, Form, Toast } from 'antd-mobile';
import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import {
  isProblem,
  problemText,
  useMe,
  type KindOfNextLoan,
  type LoanApplication,
  type LoanDraft,
  type LoanProductDetail,
} from '@/shared/api';
import {
  draftOfToday,
  draftToKeep,
  LOAN_STEPS,
  loanField,
  loanOf,
  OPEN_ALREADY,
  openAlreadyText,
  prefilled,
  refusedField,
  startingKind,
  useLoanPurposes,
  useMyApplication,
  useNextLoan,
  useProduct,
  useSubmitLoan,
  type LoanPurpose,
  type LoanValues,
} from '@/shared/loans';
import { prefilledAgain } from '@/shared/loans/again';
import { asTexts } from '@/shared/loans/draft';
import { DraftLine } from '@/shared/loans/DraftLine';
import { isSuspended, SUSPENDED_HINT, SUSPENDED_TITLE } from '@/shared/loans/suspended';
import { useKeptDraft, useLoanDraft } from '@/shared/loans/useKeptDraft';
import { submittedText, willBe } from '@/shared/promise';
import { ProductFit, useLoanBalance, usePossibleAmount } from '@/shared/match';
import { Empty, Loaded, Skeleton } from '@/shared/ui';
import { LeaveGuard, showFieldErrors, useErrorSummary, useProblems } from '@/shared/ui/mobile';
import { Body, LinkButton, Section, Steps } from '../../ui';
import { JUST_SUBMITTED } from '../me/AfterSubmission';
import { LoanCheck } from './LoanCheck';
import { LoanFields } from './LoanFields';

export default function ApplyPage() {
  const { id = '' } = useParams();
  const query = useProduct(id);
  const kind = useNextLoan(query.data?.id);
  const purposes = useLoanPurposes();
  const skeleton = <Skeleton lines={12} />;
  return (
    <Loaded query={query} skeleton={skeleton}>
      {(product) => (
        <Loaded query={kind} skeleton={skeleton}>
          {(next) => (
            <Loaded query={purposes} skeleton={skeleton}>
              {(list) => (
                <FromMatch
                  key={product.id}
                  product={product}
                  next={next}
                  purposes={list}
                  skeleton={skeleton}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function FromMatch({
  skeleton,
  ...loan
}: {
  product: LoanProductDetail;
  next: KindOfNextLoan;
  purposes: readonly LoanPurpose[];
  skeleton: ReactNode;
}) {
  const [params] = useSearchParams();
  const { ready, wan } = usePossibleAmount(params.get('result'), loan.product.code);
  const balance = useLoanBalance();
  // Another bank refused it: what was asked for there is asked for here.
  const refused = useMyApplication(params.get('from') ?? '');
  // As it was when the page was opened: what is handed in here is open afterwards, too.
  const [open] = useState(loan.next.openApplication);
  const draft = useLoanDraft(loan.product.id);
  // Begins anew when the form goes on from what somebody else saved.
  const [round, setRound] = useState(0);
  // Said before anything is filled in.
  if (open) {
    return (
      <Empty title={openAlreadyText(open)} hint={OPEN_ALREADY}>
        <LinkButton look="main" to={`/my/applications/${open.applicationId}`}>
          查看这笔申请
        </LinkButton>
      </Empty>
    );
  }
  if (isSuspended(loan.product)) {
    return (
      <Empty title={SUSPENDED_TITLE} hint={SUSPENDED_HINT}>
        <LinkButton look="main" to="/loans">
          看看其他贷款产品
        </LinkButton>
      </Empty>
    );
  }
  return ready && balance.ready && !refused.isLoading ? (
    <Loaded query={draft} skeleton={skeleton}>
      {(found) => (
        <Apply
          key={round}
          {...loan}
          possibleWan={wan}
          balanceWan={balance.wan}
          refused={refused.data}
          draft={found ?? undefined}
          onTheirs={() => void draft.refetch().then(() => setRound(round + 1))}
        />
      )}
    </Loaded>
  ) : (
    skeleton
  );
}

/** Fill, check, submit: a phone shows one of them at a time. */
function Apply({
  product,
  next,
  purposes,
  possibleWan,
  balanceWan,
  refused,
  draft,
  onTheirs,
}: {
  product: LoanProductDetail;
  next: KindOfNextLoan;
  purposes: readonly LoanPurpose[];
  possibleWan?: number;
  balanceWan?: number;
  refused?: LoanApplication;
  draft?: LoanDraft;
  onTheirs: () => void;
}) {
  const { me } = useMe();
  const [params] = useSearchParams();
  const [form] = Form.useForm<LoanValues>();
  const [checked, setChecked] = useState<LoanValues>();
  const [agreed, setAgreed] = useState(false);
  const navigate = useNavigate();
  const problems = useProblems();
  const kept = useKeptDraft(product, draft, `m.loan.${me?.enterprise?.id}.${product.code}`);
  const { found, ownWords } = draftOfToday(kept.values && asTexts(kept.values), purposes);
  const { summary, formProps } = useErrorSummary();
  const prefill = {
    ...prefilled(product, me, params.has('result'), possibleWan),
    ...prefilledAgain(product, refused, purposes),
  };
  const initial = asTexts({ ...prefill, ...startingKind(next, undefined, balanceWan) });
  const now = Form.useWatch([], form) as LoanValues | undefined;
  const submit = useSubmitLoan({
    onSuccess: (application) => {
      flushSync(kept.end);
      Toast.show({
        icon: 'success',
        content: submittedText(application.number, willBe(application.promise, 'LOAN')),
      });
      void navigate(`/my/applications/${application.id}`, { replace: true, state: JUST_SUBMITTED });
    },
    onError: (error) => {
      const where = isProblem(error) && refusedField(error);
      // The fields must be on screen before their errors can be set.
      if (where) flushSync(() => setChecked(undefined));
      if (where && isProblem(error) && !error.fields.length) {
        showFieldErrors(form, [{ name: [where], errors: [problemText(error)] }]);
      } else problems(error, form, loanField);
    },
  });

  if (checked) {
    return (
      <>
        <LeaveGuard when={kept.unsaved} />
        <LoanCheck
          product={product}
          values={checked}
          next={next}
          purposes={purposes}
          me={me}
          agreed={agreed}
          onAgree={setAgreed}
          busy={submit.isPending}
          onBack={() => setChecked(undefined)}
          onSubmit={() =>
            submit.mutate(loanOf(product, checked, 'WECHAT', params.get('result') ?? undefined))
          }
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
        <DraftLine
          productId={product.id}
          kept={kept}
          onTheirs={onTheirs}
          onGone={() => {
            flushSync(kept.end);
            void navigate(`/loans/${product.code}`);
          }}
        />
        <ProductFit
          code={product.code}
          result={params.get('result') ?? undefined}
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
        onValuesChange={(_changed, all) => kept.keep(draftToKeep(all, ownWords))}
        onFinish={(values) => {
          void kept.save();
          setChecked(values);
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
