import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, useSubmit, type LoanApplication, type LoanProductDetail } from '@/shared/api';
import { dateTimeText, numberText, percent, termText, yuanAsWan } from '@/shared/ui';
import { rateText } from '@/shared/loans';
import { FormDrawer } from '@/shared/ui/antd';
import { DayField } from '@/shared/ui/antd/DayField';
import { label } from '@/shared/i18n';
import { ActionBar, MainButton, pageCss } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { MoreTime } from '../promises/MoreTime';
import { isConflict, useConflict } from '../../ui/useConflict';
import { WAITING } from '../../waiting';
import {
  amountOf,
  type Grant,
  grantLimits,
  grantRules,
  isBelowOffer,
  paymentDays,
  paymentRules,
  remaining,
  type Step,
  stepsFor,
  typedAmount,
} from './rules';

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
    try {
      await decide.mutateAsync({ step, send });
      void message.success(DONE[step]);
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
    await refresh();
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

  const steps = stepsFor(application);
  if (!steps.length) return null;
  const close = () => setOpen(undefined);
  return (
    <>
      <ActionBar hint={HINTS[application.status]}>
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
        {steps.includes('accept') && (
          <MainButton type="primary" loading={decide.isPending} onClick={askAccept}>
            受理申请
          </MainButton>
        )}
        {steps.includes('approve') && (
          <MainButton type="primary" onClick={() => setOpen('approve')}>
            批准授信
          </MainButton>
        )}
        {steps.includes('disburse') && (
          <MainButton type="primary" onClick={() => setOpen('disburse')}>
            登记放款
          </MainButton>
        )}
      </ActionBar>
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
      <PayDrawer
        open={open === 'disburse'}
        application={application}
        onClose={close}
        onSubmit={(body) =>
          run('disburse', (idempotencyKey) =>
            api.post('/api/finance/applications/{id}/disbursements', {
              path,
              body: { version, ...body },
              idempotencyKey,
            }),
          )
        }
      />
    </>
  );
}

const day = (value: unknown) => (dayjs.isDayjs(value) ? value.format('YYYY-MM-DD') : undefined);
const rule = (check: (value: unknown) => string | undefined) => ({
  validator: (_: unknown, value: unknown) => {
    const wrong = check(value);
    return wrong ? Promise.reject(new Error(wrong)) : Promise.resolve();
  },
});
const money = {
  style: { width: '100%' },
  suffix: '元',
  formatter: typedAmount,
  parser: amountOf,
} as const;

/** The amount that is typed in 元 as everything else tells it, and how much of the whole it is: a digit too few shows. */
function TypedAmount({ name, of, whole }: { name: string; of: number; whole: string }) {
  const typed = Form.useWatch<unknown>(name);
  if (typeof typed !== 'number' || typed <= 0 || of <= 0) return null;
  return (
    <b>
      即 {yuanAsWan(typed)}，为{whole}的 {numberText(Math.round((typed / of) * 1000) / 10)}%。
    </b>
  );
}

/** Asked for once what is typed is less than the offer that the enterprise chose. */
function BelowOffer({ application }: { application: LoanApplication }) {
  const grantedAmount = Form.useWatch<number | undefined>('grantedAmount');
  const annualRate = Form.useWatch<number | undefined>('annualRate');
  const termMonths = Form.useWatch<number | undefined>('termMonths');
  if (!isBelowOffer(application, { grantedAmount, annualRate, termMonths })) return null;
  return (
    <Form.Item
      name="belowOffer"
      label="未按报价批准的原因"
      extra="低于企业选定的报价，企业会看到这里填写的原因"
      rules={[{ required: true, whitespace: true, message: '请填写未按报价批准的原因' }]}
    >
      <Input.TextArea rows={3} maxLength={500} showCount />
    </Form.Item>
  );
}

type GrantForm = Omit<Grant, 'validUntil'> & { validUntil: Dayjs };

function ApproveDrawer({
  open,
  application,
  product,
  onClose,
  onSubmit,
}: {
  open: boolean;
  application: LoanApplication;
  product: LoanProductDetail | undefined;
  onClose: () => void;
  onSubmit: (grant: Grant) => Promise<unknown>;
}) {
  const limits = grantLimits(application, product);
  return (
    <FormDrawer<GrantForm>
      open={open}
      title="批准授信"
      submitText="确认批准"
      onClose={onClose}
      onSubmit={({ validUntil, ...grant }) =>
        onSubmit({ ...grant, validUntil: validUntil.format('YYYY-MM-DD') })
      }
      initialValues={{
        annualRate: application.offeredRate,
        grantedAmount: limits.maxAmount,
        termMonths: Math.min(application.termMonths, limits.maxTerm),
        validUntil: dayjs(limits.firstDay).add(1, 'year'),
      }}
    >
      <p className={pageCss.note}>
        {application.enterpriseName}申请“{application.productTitle}” {yuanAsWan(application.amount)}，期限{' '}
        {termText(application.termMonths)}。
        {application.offeredRate !== undefined && (
          <b>这是企业选定的报价，年利率 {percent(application.offeredRate)}。</b>
        )}
      </p>
      {application.kind === 'FIRST' && (
        <Form.Item
          name="borrowedBefore"
          label="首贷核实"
          extra="企业按首贷申请。此前有过贷款的不是首贷，包括其他机构的和平台以外的"
          rules={[{ required: true, message: '请选择核实结果' }]}
        >
          <Radio.Group
            options={[
              { value: false, label: '经核实，此前未在任何机构获得贷款，按首贷批准' },
              { value: true, label: '此前已有贷款，按新增贷款批准' },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item
        name="grantedAmount"
        label="授信额度"
        required
        extra={
          <>
            <TypedAmount name="grantedAmount" of={application.amount} whole="申请金额" />
            {`申请 ${numberText(application.amount)} 元${
              product?.maxAmountWan ? `，产品最高 ${numberText(product.maxAmountWan * 10_000)} 元` : ''
            }`}
          </>
        }
        rules={[rule((value) => grantRules.grantedAmount(value, limits))]}
      >
        <InputNumber<number> {...money} />
      </Form.Item>
      <Form.Item
        name="annualRate"
        label="年利率"
        required
        extra={product ? `产品利率：${rateText(product.rateText)}` : undefined}
        rules={[rule((value) => grantRules.annualRate(value, limits))]}
      >
        <InputNumber<number> step={0.05} suffix="%" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="termMonths"
        label="授信期限"
        required
        extra={`申请 ${termText(application.termMonths)}，最长 ${termText(limits.maxTerm)}`}
        rules={[rule((value) => grantRules.termMonths(value, limits))]}
      >
        <InputNumber<number> suffix="个月" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="validUntil"
        label="授信有效期至"
        required
        extra="企业可在有效期内提款，到期未提的额度自动失效"
        rules={[rule((value) => grantRules.validUntil(day(value), limits))]}
      >
        <DayField
          style={{ width: '100%' }}
          first={limits.firstDay}
          last={limits.lastDay}
          presets={[3, 6, 12, 24].map((months) => ({
            label: termText(months),
            value: dayjs(limits.firstDay).add(months, 'month'),
          }))}
        />
      </Form.Item>
      <BelowOffer application={application} />
    </FormDrawer>
  );
}

function RefuseDrawer({
  open,
  onClose,
  onSubmit,
}: {
  open: boolean;
  onClose: () => void;
  onSubmit: (body: { reasonCode: string; reason: string }) => Promise<unknown>;
}) {
  const reasons = useQuery({
    queryKey: ['refusal-reasons'],
    queryFn: ({ signal }) => api.get('/api/finance/refusal-reasons', { signal }),
    staleTime: Infinity,
    enabled: open,
  });
  return (
    <FormDrawer<{ reasonCode: string; reason: string }>
      open={open}
      title="审批不通过"
      submitText="确认不通过"
      danger
      onClose={onClose}
      onSubmit={(values) => onSubmit({ ...values, reason: values.reason.trim() })}
    >
      <p className={pageCss.note}>企业会看到下面的原因和说明，请写明差在哪里、如何改善后可再申请。</p>
      <Form.Item
        name="reasonCode"
        label="不通过原因"
        rules={[{ required: true, message: '请选择不通过原因' }]}
        validateStatus={reasons.error ? 'error' : undefined}
        help={reasons.error ? '原因目录加载失败，请关闭后重试' : undefined}
      >
        <Select
          placeholder="请选择"
          loading={reasons.isFetching}
          options={(reasons.data ?? []).map((one) => ({ value: one.code, label: one.label }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label="具体说明"
        rules={[
          { required: true, whitespace: true, message: '请填写具体说明' },
          { max: 500, message: '不超过 500 字' },
        ]}
      >
        <Input.TextArea rows={5} showCount maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}

function PayDrawer({
  open,
  application,
  onClose,
  onSubmit,
}: {
  open: boolean;
  application: LoanApplication;
  onClose: () => void;
  onSubmit: (body: { amount: number; disbursedOn: string }) => Promise<unknown>;
}) {
  const left = remaining(application);
  const days = paymentDays(application);
  return (
    <FormDrawer<{ amount: number; disbursedOn: Dayjs }>
      open={open}
      title="登记放款"
      submitText="登记"
      onClose={onClose}
      onSubmit={({ amount, disbursedOn }) =>
        onSubmit({ amount, disbursedOn: disbursedOn.format('YYYY-MM-DD') })
      }
      initialValues={{ disbursedOn: dayjs(days.last) }}
    >
      <p className={pageCss.note}>
        授信额度 {yuanAsWan(application.grantedAmount)}，已放款 {yuanAsWan(application.disbursedAmount)}，剩余{' '}
        {yuanAsWan(left)}。
      </p>
      <Form.Item
        name="amount"
        label="放款金额"
        required
        extra={
          <>
            <TypedAmount name="amount" of={left} whole="剩余额度" />
            {`剩余额度 ${numberText(left)} 元`}
          </>
        }
        rules={[rule((value) => paymentRules.amount(value, left))]}
      >
        <InputNumber<number> {...money} />
      </Form.Item>
      <Form.Item
        name="disbursedOn"
        label="放款日期"
        required
        rules={[rule((value) => paymentRules.disbursedOn(day(value), days))]}
      >
        <DayField style={{ width: '100%' }} first={days.first || undefined} last={days.last} />
      </Form.Item>
    </FormDrawer>
  );
}
