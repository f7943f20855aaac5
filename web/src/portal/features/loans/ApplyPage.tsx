import { Form, type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import {
  accountPhone,
  AFTER_LOAN_SUBMITTED,
  amountText,
  codeFrozenText,
  draftOfToday,
  draftToKeep,
  LOAN_STEPS,
  loanField,
  loanOf,
  loanRefusal,
  rateLine,
  rateText,
  startingKind,
  termRangeText,
  type LoanValues as Values,
} from '@/shared/loans';
import { LoanToApply, useLoanForm, type LoanBegun } from '@/shared/loans/applying';
import { asNumbers } from '@/shared/loans/draft';
import { DraftLine } from '@/shared/loans/DraftLine';
import { willBe } from '@/shared/promise';
import { Definition, figuresIn, Skeleton, usePageTitle, useShownStep, useSteps, Whole } from '@/shared/ui';
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
  const [params] = useSearchParams();
  return (
    <LoanToApply
      page
      id={id}
      match={params.get('match')}
      from={params.get('from')}
      skeleton={
        <Wrap>
          <Skeleton lines={12} />
        </Wrap>
      }
      openAlready={(product, open) => <OpenAlready product={product} application={open} />}
      noneTaken={(product) => <NoneTaken product={product} />}
    >
      {(begun, round) => <Application key={round} {...begun} />}
    </LoanToApply>
  );
}

function Application(begun: LoanBegun) {
  const { product, next, purposes, match, matchGone, balanceWan, onTheirs } = begun;
  usePageTitle(`申请${product.title}`);
  const [form] = Form.useForm<Values>();
  const steps = useSteps<'fill' | 'check'>('fill');
  const { asked, go, back } = steps;
  const [values, setValues] = useState<Values>();
  const [checking, setChecking] = useState(false);
  const problems = useProblems();
  const top = useRef<HTMLDivElement>(null);
  const { me, kept, submit, prefill, leave } = useLoanForm(begun, {
    prefix: 'loan',
    toForm: () => {
      setChecking(false);
      back('fill');
    },
    mark: (field, words) => {
      form.setFields([{ name: field, errors: [words] }]);
      form.scrollToField(field, { block: 'center', focus: true });
    },
    others: (error) => {
      if (!loanRefusal(error)) problems(error, form as FormInstance, loanField);
    },
  });
  const { found, ownWords } = draftOfToday(asNumbers(kept.values), purposes);
  const shown = checking && asked === 'check' ? 'check' : 'fill';
  const step = submit.data ? 2 : shown === 'check' ? 1 : 0;
  useShownStep(submit.data ? asked : shown, steps);

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
              <Whole>
                {[
                  `${product.minAmountWan ? '额度' : '最高额度'} ${amountText(product)}`,
                  `${product.minTermMonths ? '期限' : '最长期限'} ${termRangeText(product)}`,
                  rateLine(product.rateText),
                ].join(' · ')}
              </Whole>
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
                match={match}
                matchGone={matchGone}
                purposes={purposes}
                above={
                  <>
                    {next.codeFrozenSince && (
                      <Notice tone="wait">{codeFrozenText(next.codeFrozenSince)}</Notice>
                    )}
                    {found && !values && <Notice tone="info">已恢复上次未提交的填写。</Notice>}
                    <DraftLine
                      productId={product.id}
                      kept={kept}
                      toOpen={(id, text) => <Link to={`/center/applications/${id}`}>{text}</Link>}
                      onTheirs={onTheirs}
                      onGone={leave}
                    />
                  </>
                }
                onChange={(all) => {
                  // The browser's way forward shows no check of what was changed since.
                  setChecking(false);
                  kept.keep(draftToKeep(all, ownWords));
                }}
                onNext={(all) => {
                  void kept.save();
                  submit.reset();
                  setValues(all);
                  setChecking(true);
                  go('check', asked === 'check');
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
                refusal={loanRefusal(submit.error)}
                onBack={() => back('fill')}
                onSubmit={() => submit.mutate(loanOf(product, values, 'PC', match))}
              />
            )}
            {step === 2 && submit.data && (
              <Done
                number={submit.data.number}
                party={submit.data.bankName}
                at={submit.data.submittedAt}
                promised={willBe(submit.data.promise, 'LOAN')}
                next={AFTER_LOAN_SUBMITTED}
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
                    label: product.minAmountWan ? '额度' : '最高额度',
                    value: amountText(product),
                  },
                  {
                    label: product.minTermMonths ? '期限' : '最长期限',
                    value: termRangeText(product),
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
