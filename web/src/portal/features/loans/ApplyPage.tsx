import { Form, type FormInstance } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import {
  isProblem,
  problemText,
  useMe,
  type KindOfNextLoan,
  type LoanApplication,
  type LoanDraft,
  type LoanProductDetail,
  type ProblemError,
} from '@/shared/api';
import {
  accountPhone,
  amountText,
  draftOfToday,
  draftToKeep,
  LOAN_STEPS,
  loanField,
  loanOf,
  longestText,
  prefilled,
  rateLine,
  rateText,
  refusedField,
  startingKind,
  useLoanPurposes,
  useMyApplication,
  useNextLoan,
  useProduct,
  useSubmitLoan,
  type LoanPurpose,
  type LoanValues as Values,
} from '@/shared/loans';
import { prefilledAgain } from '@/shared/loans/again';
import { asNumbers } from '@/shared/loans/draft';
import { DraftLine } from '@/shared/loans/DraftLine';
import { isSuspended } from '@/shared/loans/suspended';
import { useKeptDraft, useLoanDraft } from '@/shared/loans/useKeptDraft';
import { willBe } from '@/shared/promise';
import { useLoanBalance, usePossibleAmount } from '@/shared/match';
import { Definition, figuresIn, Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import { LeaveGuard, useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice, PageHead, Wrap } from '../../ui';
import { Panel } from '../../ui/Panel';
import { Stepper } from '../../ui/Stepper';
import { Done } from '../../ui/Submission';
import { LoanCheck } from './LoanCheck';
import { LoanForm } from './LoanForm';
import { NoneTaken, OpenAlready } from './Instead';
import css from './ApplyPage.module.css';

export default function ApplyPage() {
  const { id = '' } = useParams();
  const query = useProduct(id);
  const kind = useNextLoan(query.data?.id);
  const purposes = useLoanPurposes();
  const skeleton = (
    <Wrap>
      <Skeleton lines={12} />
    </Wrap>
  );
  return (
    <Loaded page query={query} skeleton={skeleton}>
      {(product) => (
        <Loaded page query={kind} skeleton={skeleton}>
          {(next) => (
            <Loaded page query={purposes} skeleton={skeleton}>
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
  const { ready, wan } = usePossibleAmount(params.get('match'), loan.product.code);
  const balance = useLoanBalance();
  // Another bank refused it: what was asked for there is asked for here.
  const refused = useMyApplication(params.get('from') ?? '');
  // As it was when the page was opened: what is handed in here is open afterwards, too.
  const [open] = useState(loan.next.openApplication);
  const draft = useLoanDraft(loan.product.id);
  // Begins anew when the form goes on from what somebody else saved.
  const [round, setRound] = useState(0);
  if (open) return <OpenAlready product={loan.product} application={open} />;
  if (isSuspended(loan.product)) return <NoneTaken product={loan.product} />;
  return ready && balance.ready && !refused.isLoading ? (
    <Loaded page query={draft} skeleton={skeleton}>
      {(found) => (
        <Application
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

function Application({
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
  usePageTitle(`申请${product.title}`);
  const { me } = useMe();
  const [params] = useSearchParams();
  const [form] = Form.useForm<Values>();
  const [step, setStep] = useState(0);
  const [values, setValues] = useState<Values>();
  const kept = useKeptDraft(product, draft, `loan.${me?.enterprise?.id}.${product.code}`);
  const { found, ownWords } = draftOfToday(asNumbers(kept.values), purposes);
  const navigate = useNavigate();
  const prefill = {
    ...prefilled(product, me, params.has('match'), possibleWan),
    ...prefilledAgain(product, refused, purposes),
  };
  const problems = useProblems();
  const top = useRef<HTMLDivElement>(null);

  const submit = useSubmitLoan({
    onSuccess: () => {
      flushSync(kept.end);
      setStep(2);
    },
    onError: (error) => {
      const where = isProblem(error) && refusedField(error);
      // The fields must be on screen before their errors can be set.
      if (where) flushSync(() => setStep(0));
      if (where && !(error as ProblemError).fields.length) {
        form.setFields([{ name: where, errors: [problemText(error)] }]);
        form.scrollToField(where, { block: 'center', focus: true });
      } else problems(error, form as FormInstance, loanField);
    },
  });

  useEffect(() => {
    if (step) top.current?.focus();
  }, [step]);

  return (
    <>
      <PageHead title={`申请${product.title}`} last="申请" intro={product.bankName} />
      <div className={css.ground}>
        <Wrap className={css.page}>
          <LeaveGuard when={kept.unsaved && step < 2} />
          <div ref={top} tabIndex={-1} className={css.main}>
            <p className={css.brief}>
              {[
                `${product.minAmountWan ? '额度' : '最高额度'} ${amountText(product)}`,
                `最长期限 ${longestText(product.termMonths)}`,
                rateLine(product.rateText),
              ].join(' · ')}
            </p>
            <div className={css.steps}>
              <Stepper steps={LOAN_STEPS} current={step} />
            </div>
            {step === 0 && (
              <LoanForm
                form={form}
                product={product}
                initial={{ ...prefill, ...found, ...startingKind(next, found, balanceWan), ...values }}
                ownWords={ownWords}
                prefill={prefill}
                accountPhone={accountPhone(me)}
                next={next}
                balanceWan={balanceWan}
                match={params.get('match') ?? undefined}
                purposes={purposes}
                above={
                  <>
                    {found && !values && <Notice tone="info">已恢复上次未提交的填写。</Notice>}
                    <DraftLine
                      productId={product.id}
                      kept={kept}
                      onTheirs={onTheirs}
                      onGone={() => {
                        flushSync(kept.end);
                        void navigate(`/loans/${product.code}`);
                      }}
                    />
                  </>
                }
                onChange={(all) => kept.keep(draftToKeep(all, ownWords))}
                onNext={(all) => {
                  void kept.save();
                  setValues(all);
                  setStep(1);
                }}
              />
            )}
            {step === 1 && values && (
              <LoanCheck
                product={product}
                values={values}
                next={next}
                purposes={purposes}
                me={me}
                busy={submit.isPending}
                onBack={() => setStep(0)}
                onSubmit={() =>
                  submit.mutate(loanOf(product, values, 'PC', params.get('match') ?? undefined))
                }
              />
            )}
            {step === 2 && submit.data && (
              <Done
                number={submit.data.number}
                party={submit.data.bankName}
                at={submit.data.submittedAt}
                promised={willBe(submit.data.promise, 'LOAN')}
                next={[
                  '银行受理后开始审批，您会收到消息。',
                  '审批通过的，消息里写明授信额度、利率和期限；不通过的，写明理由。',
                  '放款前银行可能联系您补充材料，请保持电话畅通。',
                ]}
              >
                <ButtonLink to={`/center/applications/${submit.data.id}`}>查看进度</ButtonLink>
                <ButtonLink look="outline" to="/loans">
                  返回贷款产品
                </ButtonLink>
              </Done>
            )}
          </div>
          <aside className={css.aside} aria-label="产品要素">
            <Panel title="产品要素">
              <Definition
                columns={1}
                items={[
                  {
                    label: '最高额度',
                    value: amountText(product),
                  },
                  {
                    label: '最长期限',
                    value: longestText(product.termMonths),
                  },
                  { label: '利率', value: rateText(product.rateText) },
                  { label: '担保方式', value: product.guarantee && figuresIn(product.guarantee) },
                ]}
              />
            </Panel>
          </aside>
        </Wrap>
      </div>
    </>
  );
}
