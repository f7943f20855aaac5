import { Button, Checkbox, Form, Input, Radio, Space, TextArea, Toast } from 'antd-mobile';
import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import {
  isProblem,
  problemText,
  useMe,
  type KindOfNextLoan,
  type LoanApplication,
  type LoanProductDetail,
} from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  accountPhone,
  amountHint,
  amountRules,
  balanceText,
  canBe,
  contactText,
  draftOfToday,
  draftToKeep,
  earlierLoanText,
  KIND_HELP,
  LOAN_KINDS,
  LOAN_STEPS,
  loanConsent,
  loanField,
  loanOf,
  needsWords,
  OPEN_ALREADY,
  openAlreadyText,
  otherKinds,
  OTHER_PHONE,
  ownWordsText,
  prefilled,
  prefilledMark,
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
  type LoanValues,
} from '@/shared/loans';
import { prefilledAgain } from '@/shared/loans/again';
import { submittedText, willBe } from '@/shared/promise';
import { ProductFit, useLoanBalance, usePossibleAmount } from '@/shared/match';
import { PHONE, Definition, Empty, Loaded, Skeleton, termText, useDraft, wan } from '@/shared/ui';
import { LeaveGuard, showFieldErrors, useErrorSummary, useProblems } from '@/shared/ui/mobile';
import { ActionBar, Body, LinkButton, Notice, Section, Steps } from '../../ui';
import css from './products.module.css';

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
  return ready && balance.ready && !refused.isLoading ? (
    <Apply {...loan} possibleWan={wan} balanceWan={balance.wan} refused={refused.data} />
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
}: {
  product: LoanProductDetail;
  next: KindOfNextLoan;
  purposes: readonly LoanPurpose[];
  possibleWan?: number;
  balanceWan?: number;
  refused?: LoanApplication;
}) {
  const { me } = useMe();
  const [params] = useSearchParams();
  const [form] = Form.useForm<LoanValues>();
  const [checked, setChecked] = useState<LoanValues>();
  const [agreed, setAgreed] = useState(false);
  const navigate = useNavigate();
  const problems = useProblems();
  const draft = useDraft<LoanValues>(`m.loan.${me?.enterprise?.id}.${product.code}`);
  const { found, ownWords } = draftOfToday(draft.found, purposes);
  const [dirty, setDirty] = useState(false);
  const { summary, formProps } = useErrorSummary();
  const prefill = {
    ...prefilled(product, me, params.has('result'), possibleWan),
    ...prefilledAgain(product, refused, purposes),
  };
  // A field of the phone's form holds text.
  const initial = Object.fromEntries(
    Object.entries({ ...prefill, ...startingKind(next, undefined, balanceWan) })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
  const now = Form.useWatch([], form) as LoanValues | undefined;
  const mark = (field: keyof LoanValues) => prefilledMark(field, initial, now);
  const submit = useSubmitLoan({
    onSuccess: (application) => {
      draft.clear();
      // The guard has to hear of it before the page is left.
      flushSync(() => setDirty(false));
      Toast.show({
        icon: 'success',
        content: submittedText(application.number, willBe(application.promise, 'LOAN')),
      });
      void navigate(`/my/applications/${application.id}`, { replace: true });
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
    const request = loanOf(product, checked, 'WECHAT', params.get('result') ?? undefined);
    const renewed = renewedText(checked, next);
    return (
      <>
        <LeaveGuard when={dirty} />
        <Body>
          <Steps steps={LOAN_STEPS} current={1} />
          <Section title="请核对">
            <Definition
              columns={1}
              items={[
                { label: '产品', value: `${product.title}（${product.bankName}）` },
                { label: '申请企业', value: me?.enterprise?.name },
                { label: '申请金额', value: wan(Number(checked.amountWan)) },
                { label: '期限', value: termText(Number(checked.termMonths)) },
                { label: '贷款用途', value: purposeText(purposes, checked) },
                { label: '贷款类型', value: label('loanKind', request.kind) },
                ...(renewed ? [{ label: '续借的贷款', value: renewed }] : []),
                { label: '联系人', value: contactText(checked, me) },
              ]}
            />
          </Section>
          <Section title="授权同意">
            <ul className={css.points}>
              {loanConsent(product.bankName).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <Checkbox checked={agreed} onChange={setAgreed}>
              我代表{me?.enterprise?.name}同意以上内容，并确认所填内容属实
            </Checkbox>
          </Section>
          <Notice>提交后银行将受理并审批，进度和结果会以消息告知。</Notice>
        </Body>
        <ActionBar>
          <Button onClick={() => setChecked(undefined)}>返回修改</Button>
          <Button
            color="primary"
            disabled={!agreed}
            loading={submit.isPending}
            onClick={() => submit.mutate(request)}
          >
            提交申请
          </Button>
        </ActionBar>
      </>
    );
  }
  return (
    <>
      <LeaveGuard when={dirty} />
      <Body>
        <Steps steps={LOAN_STEPS} current={0} />
        {summary}
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
        onValuesChange={(_changed, all) => {
          setDirty(true);
          draft.save(draftToKeep(all, ownWords));
        }}
        onFinish={(values) => setChecked(values)}
        footer={
          <Button block type="submit" color="primary" size="large">
            下一步：检查并提交
          </Button>
        }
      >
        <Form.Header>
          {product.title} · {product.bankName}
          {found && !dirty && <p>已恢复上次未提交的填写。</p>}
        </Form.Header>
        <Form.Item
          name="amountWan"
          label="申请金额（万元）"
          rules={amountRules(product.maxAmountWan, product.minAmountWan)}
          description={[amountHint(product), mark('amountWan')].filter(Boolean).join('；')}
        >
          <Input id="amountWan" inputMode="decimal" placeholder="如 100" clearable />
        </Form.Item>
        <Form.Item
          name="termMonths"
          label="期限"
          description={mark('termMonths')}
          rules={[{ required: true, message: '请选择期限' }]}
        >
          <Radio.Group>
            <Space wrap className={css.choices}>
              {termsOf(product).map((term) => (
                <Radio key={term} value={String(term)}>
                  {termText(term)}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Form.Item>
        <Form.Item
          name="purpose"
          label="贷款用途"
          description={ownWordsText(ownWords, now)}
          rules={[{ required: true, message: '请选择贷款用途' }]}
        >
          <Radio.Group>
            <Space direction="vertical">
              {purposes.map(({ code, name }) => (
                <Radio key={code} value={name}>
                  {name}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Form.Item>
        <Form.Item
          name="purposeNote"
          label={needsWords(purposes, now?.purpose) ? '用途说明' : '用途说明（选填）'}
          rules={[
            {
              required: needsWords(purposes, now?.purpose),
              whitespace: true,
              message: '请说明贷款用途',
            },
          ]}
        >
          <TextArea id="purposeNote" maxLength={200} showCount autoSize />
        </Form.Item>
        <Form.Item
          name="kind"
          label="贷款类型"
          description={
            now?.kind && KIND_HELP[now.kind] + otherKinds(next) + balanceText(balanceWan, now.kind)
          }
          rules={[{ required: true }]}
        >
          <Radio.Group>
            <Space wrap className={css.choices}>
              {LOAN_KINDS.map((kind) => (
                <Radio key={kind} value={kind} disabled={!canBe(kind, next)}>
                  {label('loanKind', kind)}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Form.Item>
        {now?.kind === 'RENEWAL' && (
          <Form.Item
            name="renewsApplicationId"
            label="续哪一笔贷款"
            rules={[{ required: true, message: '请选择要续的贷款' }]}
          >
            <Radio.Group>
              <Space direction="vertical">
                {next.earlierLoans.map((one) => (
                  <Radio key={one.applicationId} value={one.applicationId}>
                    {earlierLoanText(one)}
                  </Radio>
                ))}
              </Space>
            </Radio.Group>
          </Form.Item>
        )}
        <Form.Header>联系人</Form.Header>
        <Form.Item
          name="contactName"
          label="姓名"
          description={mark('contactName')}
          rules={[{ required: true, whitespace: true, message: '请填写联系人姓名' }]}
        >
          <Input id="contactName" maxLength={30} autoComplete="name" />
        </Form.Item>
        <Form.Item name="phoneOf" label="联系电话">
          <Radio.Group>
            <Space direction="vertical">
              <Radio value="ACCOUNT">{accountPhone(me)}</Radio>
              <Radio value="OTHER">{OTHER_PHONE}</Radio>
            </Space>
          </Radio.Group>
        </Form.Item>
        {now?.phoneOf === 'OTHER' && (
          <Form.Item
            name="contactPhone"
            label="手机号"
            rules={[{ required: true, pattern: PHONE, message: '请填写 11 位手机号' }]}
          >
            <Input id="contactPhone" type="tel" maxLength={11} autoComplete="tel-national" />
          </Form.Item>
        )}
      </Form>
    </>
  );
}
