import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber, Radio, Select, type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useParams, useSearchParams } from 'react-router';
import {
  api,
  isProblem,
  newIdempotencyKey,
  problemText,
  useMe,
  type KindOfNextLoan,
  type LoanApplication,
  type LoanApplicationRequest,
  type LoanKind,
  type LoanProductDetail,
  type ProblemError,
} from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  dateTimeText,
  Definition,
  Loaded,
  Mascot,
  numberText,
  Skeleton,
  termText,
  useDraft,
  usePageTitle,
  wan,
} from '@/shared/ui';
import { LeaveGuard, useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice, PageHead, Wrap } from '../../ui';
import { Panel, Stack } from '../../ui/Panel';
import { Stepper } from '../../ui/Stepper';
import css from './ApplyPage.module.css';
import { rate } from './LoanCard';
import { useProduct } from './LoanPage';

interface Values {
  amountWan?: number;
  termMonths?: number;
  purpose?: string;
  purposeNote?: string;
  kind?: LoanKind;
  renewsApplicationId?: string;
  contactName?: string;
  contactPhone?: string;
}

const terms = [3, 6, 12, 24, 36, 60, 120];
const purposes = [
  '采购原材料、支付货款',
  '购置设备',
  '研发投入',
  '支付工资与日常经营周转',
  '厂房建设与装修',
  '其他',
];

export default function ApplyPage() {
  const { id = '' } = useParams();
  const query = useProduct(id);
  const kind = useQuery({
    queryKey: ['applications', 'kind'],
    queryFn: ({ signal }) => api.get<KindOfNextLoan>('/api/finance/my/application-kind', { signal }),
  });
  const skeleton = (
    <Wrap>
      <Skeleton lines={12} />
    </Wrap>
  );
  return (
    <Loaded page query={query} skeleton={skeleton}>
      {(product) => (
        <Loaded page query={kind} skeleton={skeleton}>
          {(next) => <Application key={product.id} product={product} next={next} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Application({ product, next }: { product: LoanProductDetail; next: KindOfNextLoan }) {
  usePageTitle(`申请${product.title}`);
  const { me } = useMe();
  const [params] = useSearchParams();
  const [form] = Form.useForm<Values>();
  const [step, setStep] = useState(0);
  const [values, setValues] = useState<Values>();
  const [dirty, setDirty] = useState(false);
  const draft = useDraft<Values>(`loan.${me?.enterprise?.id}.${product.code}`);
  const key = useRef(newIdempotencyKey());
  const queries = useQueryClient();
  const problems = useProblems();
  const top = useRef<HTMLDivElement>(null);

  const submit = useMutation({
    mutationFn: (body: LoanApplicationRequest) =>
      api.post<LoanApplication>('/api/finance/my/applications', body, { idempotencyKey: key.current }),
    onSuccess: () => {
      draft.clear();
      setDirty(false);
      setStep(2);
      void queries.invalidateQueries({ queryKey: ['applications'] });
    },
    onError: (error) => {
      // The stored answer belongs to this body; a changed form is a new intention.
      key.current = newIdempotencyKey();
      const where = isProblem(error) && fieldOf(error);
      // The fields must be on screen before their errors can be set.
      if (where) flushSync(() => setStep(0));
      if (where && !(error as ProblemError).fields.length) {
        form.setFields([{ name: where, errors: [problemText(error)] }]);
        form.scrollToField(where, { block: 'center', focus: true });
      } else problems(error, form as FormInstance, renamed);
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
            <div className={css.steps}>
              <Stepper steps={['填写', '检查并提交', '完成']} current={step} />
            </div>
            {step === 0 && (
              <Fill
                form={form}
                product={product}
                initial={{ contactName: me?.name, kind: next.kind, ...draft.found, ...values }}
                earlier={next.earlierLoans}
                restored={!!draft.found && !values}
                onChange={(next) => {
                  setDirty(true);
                  draft.save(next);
                }}
                onNext={(next) => {
                  setValues(next);
                  setStep(1);
                }}
              />
            )}
            {step === 1 && values && (
              <Check
                product={product}
                values={values}
                enterprise={me?.enterprise?.name ?? ''}
                busy={submit.isPending}
                onBack={() => setStep(0)}
                onSubmit={() => submit.mutate(requestOf(product, values, params.get('match') ?? undefined))}
              />
            )}
            {step === 2 && submit.data && <Done application={submit.data} />}
          </div>
          <aside className={css.aside} aria-label="产品要素">
            <Panel title="产品要素">
              <Definition
                columns={1}
                items={[
                  {
                    label: '最高额度',
                    value: product.maxAmountWan ? wan(product.maxAmountWan) : product.note,
                  },
                  {
                    label: '最长期限',
                    value: product.termMonths ? termText(product.termMonths) : product.note,
                  },
                  { label: '利率', value: rate(product.rateText) },
                  { label: '担保方式', value: product.guarantee },
                ]}
              />
              <p className={css.note}>{product.note}。</p>
            </Panel>
          </aside>
        </Wrap>
      </div>
    </>
  );
}

/** The form asks in 万元 and splits the purpose; the server names what it got. */
function renamed(field: string): string {
  return field === 'amount' ? 'amountWan' : field;
}

/** The field that a refusal is about, where it is one. */
export function fieldOf(error: ProblemError): keyof Values | undefined {
  const byCode: Record<string, keyof Values> = {
    AMOUNT_OUT_OF_RANGE: 'amountWan',
    TERM_OUT_OF_RANGE: 'termMonths',
    NOT_A_FIRST_LOAN: 'kind',
    EARLIER_LOAN_REQUIRED: 'renewsApplicationId',
    EARLIER_LOAN_UNKNOWN: 'renewsApplicationId',
  };
  const named = error.fields[0]?.field;
  return byCode[error.code] ?? (named ? (renamed(named) as keyof Values) : undefined);
}

export function requestOf(
  product: { id: string },
  values: Values,
  matchResultId?: string,
): LoanApplicationRequest {
  return {
    productId: product.id,
    amount: Math.round(values.amountWan! * 1_000_000) / 100,
    termMonths: values.termMonths!,
    purpose: [values.purpose === '其他' ? '' : values.purpose, values.purposeNote?.trim()]
      .filter(Boolean)
      .join('；'),
    kind: values.kind!,
    renewsApplicationId: values.kind === 'RENEWAL' ? values.renewsApplicationId : undefined,
    contactName: values.contactName!.trim(),
    contactPhone: values.contactPhone!,
    consent: true,
    matchResultId,
    channel: 'PC',
  };
}

function Fill({
  form,
  product,
  initial,
  restored,
  earlier,
  onChange,
  onNext,
}: {
  form: FormInstance<Values>;
  product: LoanProductDetail;
  earlier: KindOfNextLoan['earlierLoans'];
  initial: Values;
  restored: boolean;
  onChange: (values: Values) => void;
  onNext: (values: Values) => void;
}) {
  const kind = Form.useWatch('kind', form);
  const purpose = Form.useWatch('purpose', form);
  const max = product.maxAmountWan;

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={(_changed, all) => onChange(all)}
      onFinish={onNext}
    >
      <Stack>
        {restored && <Notice tone="info">已恢复上次未提交的填写。</Notice>}
        <Panel title="贷款需求">
          <Form.Item
            name="amountWan"
            label="申请金额（万元）"
            extra={max ? `该产品最高 ${numberText(max)} 万元` : '额度以银行核定为准'}
            rules={[
              { required: true, message: '请填写申请金额' },
              { type: 'number', min: 0.01, message: '申请金额须大于 0' },
              ...(max
                ? [{ type: 'number' as const, max, message: `该产品最高 ${numberText(max)} 万元` }]
                : []),
            ]}
          >
            <InputNumber style={{ width: 240 }} precision={2} controls={false} inputMode="decimal" />
          </Form.Item>
          <Form.Item name="termMonths" label="期限" rules={[{ required: true, message: '请选择期限' }]}>
            <Select
              style={{ maxWidth: 240 }}
              placeholder="请选择"
              options={terms
                .filter((months) => !product.termMonths || months <= product.termMonths)
                .map((months) => ({ value: months, label: termText(months) }))}
            />
          </Form.Item>
          <Form.Item name="purpose" label="资金用途" rules={[{ required: true, message: '请选择资金用途' }]}>
            <Select
              style={{ maxWidth: 400 }}
              placeholder="请选择"
              options={purposes.map((value) => ({ value, label: value }))}
            />
          </Form.Item>
          <Form.Item
            name="purposeNote"
            label={purpose === '其他' ? '用途说明' : '用途说明（选填）'}
            rules={[{ required: purpose === '其他', whitespace: true, message: '请说明资金用途' }]}
          >
            <Input.TextArea maxLength={200} showCount rows={3} />
          </Form.Item>
          <Form.Item
            name="kind"
            label="贷款性质"
            extra="首贷：本企业此前没有获得过任何金融机构的贷款，由银行核实。"
            rules={[{ required: true }]}
          >
            <Radio.Group
              options={(['FIRST', 'RENEWAL'] as const).map((value) => ({
                value,
                label: label('loanKind', value),
              }))}
            />
          </Form.Item>
          {kind === 'RENEWAL' && (
            <Form.Item
              name="renewsApplicationId"
              label="续哪一笔贷款"
              extra={earlier.length ? undefined : '没有可续的已批贷款，请改选首贷'}
              rules={[{ required: true, message: '请选择要续的贷款' }]}
            >
              <Select
                placeholder="请选择"
                options={earlier.map((one) => ({
                  value: one.applicationId,
                  label: `${one.productTitle}（${one.number}）`,
                }))}
              />
            </Form.Item>
          )}
        </Panel>
        <Panel title="联系人">
          <Form.Item
            name="contactName"
            label="姓名"
            rules={[{ required: true, whitespace: true, message: '请填写联系人姓名' }]}
          >
            <Input style={{ maxWidth: 240 }} maxLength={30} autoComplete="name" />
          </Form.Item>
          <Form.Item
            name="contactPhone"
            label="手机号"
            rules={[{ required: true, pattern: /^1[3-9]\d{9}$/, message: '请填写 11 位手机号' }]}
          >
            <Input style={{ maxWidth: 240 }} maxLength={11} inputMode="numeric" autoComplete="tel-national" />
          </Form.Item>
        </Panel>
      </Stack>
      <div className={css.bar}>
        <ButtonLink look="plain" to={`/loans/${product.code}`}>
          取消
        </ButtonLink>
        <Button type="primary" size="large" htmlType="submit">
          下一步：检查并提交
        </Button>
      </div>
    </Form>
  );
}

function Check({
  product,
  values,
  enterprise,
  busy,
  onBack,
  onSubmit,
}: {
  product: LoanProductDetail;
  values: Values;
  enterprise: string;
  busy: boolean;
  onBack: () => void;
  onSubmit: () => void;
}) {
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const request = requestOf(product, values);
  return (
    <Stack>
      <Panel
        title="请核对以下内容"
        more={
          <Button type="link" onClick={onBack}>
            返回修改
          </Button>
        }
      >
        <Definition
          columns={1}
          items={[
            { label: '申请企业', value: enterprise },
            { label: '贷款产品', value: `${product.title}（${product.bankName}）` },
            { label: '申请金额', value: wan(values.amountWan) },
            { label: '期限', value: termText(values.termMonths) },
            { label: '资金用途', value: request.purpose },
            { label: '贷款性质', value: label('loanKind', values.kind) },
            { label: '联系人', value: `${values.contactName}，${values.contactPhone}` },
          ]}
        />
      </Panel>
      <Panel title="授权同意">
        <ul className={css.consent}>
          <li>将本申请与企业登记信息提供给{product.bankName}，用于本次贷款的受理与审批。</li>
          <li>银行查看贵企业已授权类别的信息，每次查看都有记录。</li>
          <li>授权在本次申请结束时终止，撤回申请即收回授权。</li>
        </ul>
        <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
          我代表{enterprise}同意以上授权，并确认所填内容属实
        </Checkbox>
        {tried && !agreed && (
          <p className={css.error} role="alert">
            请先勾选同意，再提交申请
          </p>
        )}
      </Panel>
      <div className={css.bar}>
        <Button size="large" onClick={onBack} disabled={busy}>
          上一步
        </Button>
        <Button
          size="large"
          className={css.submit}
          loading={busy}
          onClick={() => {
            setTried(true);
            if (agreed) onSubmit();
          }}
        >
          提交申请
        </Button>
      </div>
    </Stack>
  );
}

function Done({ application }: { application: LoanApplication }) {
  return (
    <Panel>
      <div className={css.done}>
        <Mascot pose="greet" size={112} />
        <h2>申请已提交</h2>
        <p>
          申请编号 <b className="zq-num">{application.number}</b>
        </p>
        <p className={css.doneMeta}>
          {application.bankName} · {dateTimeText(application.submittedAt)}
        </p>
        <ol>
          <li>银行受理后开始审批，您会收到消息。</li>
          <li>审批通过的，消息里写明授信额度、利率和期限；不通过的，写明理由。</li>
          <li>放款前银行可能联系您补充材料，请保持电话畅通。</li>
        </ol>
        <div className={css.doneActions}>
          <ButtonLink to={`/center/applications/${application.id}`}>查看进度</ButtonLink>
          <ButtonLink look="outline" to="/loans">
            返回贷款产品
          </ButtonLink>
        </div>
      </div>
    </Panel>
  );
}
