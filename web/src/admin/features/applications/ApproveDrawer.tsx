import { Form, Input, InputNumber, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { LoanApplication, LoanProductDetail } from '@/shared/api';
import { rateText } from '@/shared/loans';
import { interest, termText, wan, yuanAsWan } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { DayField } from '@/shared/ui/antd/DayField';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { pageCss } from '../../ui/page';
import { type Grant, grantLimits, grantRules, isBelowOffer } from './rules';
import { day, money, rule, TypedAmount } from './typed';

/** A grant that ends today can hardly be drawn. */
function EndsSoon({ today }: { today: string }) {
  const until = Form.useWatch<Dayjs | undefined>('validUntil');
  return until?.format('YYYY-MM-DD') === today ? (
    <p role="alert" className={pageCss.note}>
      有效期至今天，企业今天不提款授信即失效，请核对。
    </p>
  ) : null;
}

/** Nobody's harm, and mostly a slip: 0.0385 for 3.85. */
function BelowPublished({ lowest }: { lowest: number | undefined }) {
  const rate = Form.useWatch<number | undefined>('annualRate');
  return lowest && rate && rate < lowest ? (
    <p role="alert" className={pageCss.note}>
      年利率 {interest(rate)} 低于该产品公布的最低年利率 {interest(lowest)}，请核对。
    </p>
  ) : null;
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
      rules={[
        { required: true, whitespace: true, message: '请填写未按报价批准的原因' },
        enoughWords('未按报价批准的原因'),
      ]}
    >
      <Input.TextArea rows={3} maxLength={500} showCount placeholder={LEAST_HINT} />
    </Form.Item>
  );
}

type GrantForm = Omit<Grant, 'validUntil'> & { validUntil: Dayjs };

/** What is granted, under the conditions of the product and of the offer that the enterprise chose. */
export function ApproveDrawer({
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
          <b>这是企业选定的报价，年利率 {interest(application.offeredRate)}。</b>
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
            {`申请 ${yuanAsWan(application.amount)}`}
            {product?.maxAmountWan && (
              <span className="zq-whole">{`，产品最高 ${wan(product.maxAmountWan)}`}</span>
            )}
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
      <BelowPublished lowest={product?.minRate} />
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
      <EndsSoon today={limits.firstDay} />
      <BelowOffer application={application} />
    </FormDrawer>
  );
}
