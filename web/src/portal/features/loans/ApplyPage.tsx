import { Form, Input, InputNumber, Radio, Select, type FormInstance } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Link, useParams, useSearchParams } from 'react-router';
import {
  isProblem,
  problemText,
  useMe,
  type KindOfNextLoan,
  type LoanApplication,
  type LoanProductDetail,
  type Me,
  type ProblemError,
} from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  accountPhone,
  amountHint,
  balanceText,
  amountRules,
  contactText,
  draftOfToday,
  draftToKeep,
  KIND_HELP,
  LOAN_KINDS,
  loanConsent,
  LOAN_STEPS,
  loanField,
  loanOf,
  needsWords,
  OPEN_ALREADY,
  openAlreadyText,
  otherKinds,
  OTHER_PHONE,
  ownWordsText,
  canBe,
  earlierLoanText,
  amountText,
  longestText,
  prefilled,
  prefilledMark,
  rateLine,
  rateText,
  purposeText,
  refusedField,
  renewedText,
  startingKind,
  termsOf,
  useLoanPurposes,
  useMyApplication,
  useNextLoan,
  useProduct,
  useSubmitLoan,
  type LoanPurpose,
  type LoanValues as Values,
} from '@/shared/loans';
import { prefilledAgain } from '@/shared/loans/again';
import { willBe } from '@/shared/promise';
import { ProductFit, useLoanBalance, usePossibleAmount } from '@/shared/match';
import {
  PHONE,
  Definition,
  Empty,
  figuresIn,
  Loaded,
  Skeleton,
  termText,
  useDraft,
  usePageTitle,
  wan,
} from '@/shared/ui';
import { LeaveGuard, MainButton, useErrorSummary, useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice, PageHead, Wrap } from '../../ui';
import { Panel, Stack } from '../../ui/Panel';
import { Stepper } from '../../ui/Stepper';
import { ConfirmStep, Done, StepBar } from '../../ui/Submission';
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
  if (open) return <OpenAlready product={loan.product} application={open} />;
  return ready && balance.ready && !refused.isLoading ? (
    <Application {...loan} possibleWan={wan} balanceWan={balance.wan} refused={refused.data} />
  ) : (
    skeleton
  );
}

/** Said before anything is filled in. */
function OpenAlready({
  product,
  application,
}: {
  product: LoanProductDetail;
  application: NonNullable<KindOfNextLoan['openApplication']>;
}) {
  usePageTitle(`申请${product.title}`);
  return (
    <>
      <PageHead title={`申请${product.title}`} last="申请" intro={product.bankName} />
      <Wrap>
        <Empty title={openAlreadyText(application)} hint={OPEN_ALREADY}>
          <ButtonLink to={`/center/applications/${application.applicationId}`}>查看这笔申请</ButtonLink>
          <ButtonLink look="outline" to="/loans">
            返回贷款产品
          </ButtonLink>
        </Empty>
      </Wrap>
    </>
  );
}

function Application({
  product,
  next,
  purposes,
  possibleWan,
  balanceWan,
  refused,
}: {
  product: LoanProductDetail;
  next: KindOfNextLoan;
  purposes: readonly LoanPurpose[];
  possibleWan?: number;
  balanceWan?: number;
  refused?: LoanApplication;
}) {
  usePageTitle(`申请${product.title}`);
  const { me } = useMe();
  const [params] = useSearchParams();
  const [form] = Form.useForm<Values>();
  const [step, setStep] = useState(0);
  const [values, setValues] = useState<Values>();
  const [dirty, setDirty] = useState(false);
  const draft = useDraft<Values>(`loan.${me?.enterprise?.id}.${product.code}`);
  const { found, ownWords } = draftOfToday(draft.found, purposes);
  const prefill = {
    ...prefilled(product, me, params.has('match'), possibleWan),
    ...prefilledAgain(product, refused, purposes),
  };
  const problems = useProblems();
  const top = useRef<HTMLDivElement>(null);

  const submit = useSubmitLoan({
    onSuccess: () => {
      draft.clear();
      setDirty(false);
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
          <LeaveGuard when={dirty && step < 2} />
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
              <Fill
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
                restored={!!found && !values}
                onChange={(all) => {
                  setDirty(true);
                  draft.save(draftToKeep(all, ownWords));
                }}
                onNext={(all) => {
                  setValues(all);
                  setStep(1);
                }}
              />
            )}
            {step === 1 && values && (
              <Check
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

function Fill({
  form,
  product,
  initial,
  prefill,
  ownWords,
  accountPhone,
  restored,
  next,
  balanceWan,
  match,
  purposes,
  onChange,
  onNext,
}: {
  form: FormInstance<Values>;
  product: LoanProductDetail;
  next: KindOfNextLoan;
  balanceWan: number | undefined;
  /** The match that the application comes from. */
  match: string | undefined;
  purposes: readonly LoanPurpose[];
  initial: Values;
  prefill: Values;
  ownWords: string | undefined;
  accountPhone: string;
  restored: boolean;
  onChange: (values: Values) => void;
  onNext: (values: Values) => void;
}) {
  const kind = Form.useWatch('kind', form);
  const purpose = Form.useWatch('purpose', form);
  const phoneOf = Form.useWatch('phoneOf', form);
  const now = Form.useWatch([], form) as Values | undefined;
  const note = (field: keyof Values, hint?: string) =>
    [hint, prefilledMark(field, prefill, now)].filter(Boolean).join('；') || undefined;
  const max = product.maxAmountWan;
  const { summary, formProps } = useErrorSummary(form);

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      {...formProps}
      onValuesChange={(_changed, all) => onChange(all)}
      onFinish={onNext}
    >
      <Stack>
        {summary}
        {restored && <Notice tone="info">已恢复上次未提交的填写。</Notice>}
        <ProductFit
          code={product.code}
          result={match}
          fill={(fact) => <Link to={`/center/profile/edit?fact=${fact.name}`}>{fact.label}</Link>}
          toMatch={(text) => <Link to={`/match?kind=LOAN&open=${product.code}`}>{text}</Link>}
          frame={(title, content) => <Panel title={title}>{content}</Panel>}
        />
        <Panel title="贷款需求">
          <Form.Item
            name="amountWan"
            label="申请金额（万元）"
            extra={note('amountWan', amountHint(product))}
            rules={amountRules(max, product.minAmountWan)}
          >
            <InputNumber className={css.short} controls={false} inputMode="decimal" />
          </Form.Item>
          <Form.Item
            name="termMonths"
            label="期限"
            extra={note('termMonths')}
            rules={[{ required: true, message: '请选择期限' }]}
          >
            <Select
              className={css.short}
              placeholder="请选择"
              options={termsOf(product).map((months) => ({ value: months, label: termText(months) }))}
            />
          </Form.Item>
          <Form.Item
            name="purpose"
            label="贷款用途"
            extra={ownWordsText(ownWords, now)}
            rules={[{ required: true, message: '请选择贷款用途' }]}
          >
            <Select
              className={css.long}
              placeholder="请选择"
              options={purposes.map(({ name }) => ({ value: name, label: name }))}
            />
          </Form.Item>
          <Form.Item
            name="purposeNote"
            label={needsWords(purposes, purpose) ? '用途说明' : '用途说明（选填）'}
            rules={[{ required: needsWords(purposes, purpose), whitespace: true, message: '请说明贷款用途' }]}
          >
            <Input.TextArea maxLength={200} showCount rows={3} />
          </Form.Item>
          <Form.Item
            name="kind"
            label="贷款类型"
            extra={kind && KIND_HELP[kind] + otherKinds(next) + balanceText(balanceWan, kind)}
            rules={[{ required: true }]}
          >
            <Radio.Group
              options={LOAN_KINDS.map((value) => ({
                value,
                label: label('loanKind', value),
                disabled: !canBe(value, next),
              }))}
            />
          </Form.Item>
          {kind === 'RENEWAL' && (
            <Form.Item
              name="renewsApplicationId"
              label="续哪一笔贷款"
              rules={[{ required: true, message: '请选择要续的贷款' }]}
            >
              <Select
                placeholder="请选择"
                options={next.earlierLoans.map((one) => ({
                  value: one.applicationId,
                  label: earlierLoanText(one),
                }))}
              />
            </Form.Item>
          )}
        </Panel>
        <Panel title="联系人">
          <Form.Item
            name="contactName"
            label="姓名"
            extra={note('contactName')}
            rules={[{ required: true, whitespace: true, message: '请填写联系人姓名' }]}
          >
            <Input className={css.short} maxLength={30} autoComplete="name" />
          </Form.Item>
          <Form.Item name="phoneOf" label="联系电话">
            <Radio.Group
              options={[
                { value: 'ACCOUNT', label: accountPhone },
                { value: 'OTHER', label: OTHER_PHONE },
              ]}
            />
          </Form.Item>
          {phoneOf === 'OTHER' && (
            <Form.Item
              name="contactPhone"
              label="手机号"
              rules={[{ required: true, pattern: PHONE, message: '请填写 11 位手机号' }]}
            >
              <Input className={css.short} maxLength={11} inputMode="numeric" autoComplete="tel-national" />
            </Form.Item>
          )}
        </Panel>
      </Stack>
      <StepBar>
        <ButtonLink look="plain" to={`/loans/${product.code}`}>
          取消
        </ButtonLink>
        <MainButton size="large" htmlType="submit">
          下一步：检查并提交
        </MainButton>
      </StepBar>
    </Form>
  );
}

function Check({
  product,
  values,
  next,
  purposes,
  me,
  ...step
}: {
  product: LoanProductDetail;
  values: Values;
  next: KindOfNextLoan;
  purposes: readonly LoanPurpose[];
  me: Me | null | undefined;
  busy: boolean;
  onBack: () => void;
  onSubmit: () => void;
}) {
  const enterprise = me?.enterprise?.name ?? '';
  const renewed = renewedText(values, next);
  return (
    <ConfirmStep
      {...step}
      items={[
        { label: '申请企业', value: enterprise },
        { label: '贷款产品', value: `${product.title}（${product.bankName}）` },
        { label: '申请金额', value: wan(Number(values.amountWan)) },
        { label: '期限', value: termText(Number(values.termMonths)) },
        { label: '贷款用途', value: purposeText(purposes, values) },
        { label: '贷款类型', value: label('loanKind', values.kind) },
        ...(renewed ? [{ label: '续借的贷款', value: renewed }] : []),
        { label: '联系人', value: contactText(values, me) },
      ]}
      title="授权同意"
      agreement={`我代表${enterprise}同意以上内容，并确认所填内容属实`}
    >
      <ul className={css.consent}>
        {loanConsent(product.bankName).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </ConfirmStep>
  );
}
