import { Checkbox, Form, Input, InputNumber, Radio, Select, type FormInstance } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { useMe, type Me } from '@/shared/api';
import {
  CONSENT,
  CREDIT_KINDS,
  HOW_IT_GOES,
  NEED_TERMS,
  needAmountRules,
  needField,
  needOf,
  useDeclareNeed,
  type NeedValues,
} from '@/shared/coordination';
import { accountPhone, needsWords, OTHER_PHONE, useLoanPurposes, type LoanPurpose } from '@/shared/loans';
import { Loaded, PHONE, Skeleton, termText } from '@/shared/ui';
import { LeaveGuard, MainButton, useErrorSummary, useProblems } from '@/shared/ui/antd';
import { ButtonLink } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { StepBar } from '../../ui/Submission';

/** 申报融资协调: what the enterprise needs, and its word that the office and banks may know. */
export default function NewCasePage() {
  const purposes = useLoanPurposes();
  const { me } = useMe();
  return (
    <>
      <CenterHead title="申报融资协调" intro="核查通过后推荐给银行，银行在承诺时限内答复" />
      <Loaded page query={purposes} skeleton={<Skeleton lines={12} />}>
        {(list) => <NeedForm purposes={list} me={me} />}
      </Loaded>
    </>
  );
}

function NeedForm({ purposes, me }: { purposes: readonly LoanPurpose[]; me: Me | null | undefined }) {
  const [form] = Form.useForm<NeedValues>();
  const [dirty, setDirty] = useState(false);
  const navigate = useNavigate();
  const problems = useProblems();
  const { summary, formProps } = useErrorSummary(form);
  const purpose = Form.useWatch('purpose', form);
  const phoneOf = Form.useWatch('phoneOf', form);
  const declare = useDeclareNeed({
    onSuccess: ({ id }) => {
      // The guard has to hear of it before the page is left.
      flushSync(() => setDirty(false));
      void navigate(`/center/coordination/${id}`, { replace: true });
    },
    onError: (error) => problems(error, form as FormInstance, needField),
  });
  return (
    <Form<NeedValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ creditKind: 'UNSECURED', contactName: me?.name, phoneOf: me ? 'ACCOUNT' : 'OTHER' }}
      {...formProps}
      onValuesChange={() => setDirty(true)}
      onFinish={(values) => declare.mutate(needOf(values))}
    >
      <LeaveGuard when={dirty} />
      <Stack>
        {summary}
        <Panel title="融资需求">
          <Form.Item name="amountWan" label="融资金额（万元）" rules={needAmountRules}>
            <InputNumber style={{ width: 240 }} precision={2} controls={false} inputMode="decimal" />
          </Form.Item>
          <Form.Item name="termMonths" label="期限" rules={[{ required: true, message: '请选择期限' }]}>
            <Select
              style={{ width: 240 }}
              placeholder="请选择"
              options={NEED_TERMS.map((months) => ({ value: months, label: termText(months) }))}
            />
          </Form.Item>
          <Form.Item name="purpose" label="贷款用途" rules={[{ required: true, message: '请选择贷款用途' }]}>
            <Select
              style={{ maxWidth: 480 }}
              placeholder="请选择"
              options={purposes.map(({ name }) => ({ value: name, label: name }))}
            />
          </Form.Item>
          <Form.Item
            name="purposeNote"
            label={needsWords(purposes, purpose) ? '用途说明' : '用途说明（选填）'}
            rules={[{ required: needsWords(purposes, purpose), whitespace: true, message: '请说明贷款用途' }]}
          >
            <Input.TextArea maxLength={200} showCount rows={2} />
          </Form.Item>
          <Form.Item name="creditKind" label="贷款方式">
            <Radio.Group options={Object.entries(CREDIT_KINDS).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <Form.Item name="words" label="经营情况（选填）" extra="如主要产品、订单、经营场所">
            <Input.TextArea maxLength={500} showCount rows={3} />
          </Form.Item>
        </Panel>
        <Panel title="联系人">
          <Form.Item
            name="contactName"
            label="姓名"
            rules={[{ required: true, whitespace: true, message: '请填写联系人姓名' }]}
          >
            <Input style={{ maxWidth: 240 }} maxLength={30} autoComplete="name" />
          </Form.Item>
          <Form.Item name="phoneOf" label="联系电话">
            <Radio.Group
              options={[
                { value: 'ACCOUNT', label: accountPhone(me) },
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
              <Input
                style={{ maxWidth: 240 }}
                maxLength={11}
                inputMode="numeric"
                autoComplete="tel-national"
              />
            </Form.Item>
          )}
        </Panel>
        <Panel title="办理说明">
          <ul>
            {HOW_IT_GOES.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <Form.Item
            name="consent"
            style={{ marginTop: 16 }}
            valuePropName="checked"
            rules={[
              {
                validator: (_, checked?: boolean) =>
                  checked ? Promise.resolve() : Promise.reject(new Error('请先同意以上内容')),
              },
            ]}
          >
            <Checkbox>{CONSENT}</Checkbox>
          </Form.Item>
        </Panel>
      </Stack>
      <StepBar>
        <ButtonLink look="plain" to="/center/coordination">
          取消
        </ButtonLink>
        <MainButton size="large" htmlType="submit" loading={declare.isPending}>
          提交申报
        </MainButton>
      </StepBar>
    </Form>
  );
}
