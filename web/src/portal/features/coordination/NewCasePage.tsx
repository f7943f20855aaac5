import { Checkbox, Form, Input, Radio, type FormInstance } from 'antd';
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
  OPEN_CASE,
  openCaseText,
  useDeclareNeed,
  useOpenCase,
  type NeedValues,
} from '@/shared/coordination';
import { useLoanPurposes, type LoanPurpose } from '@/shared/loans';
import { Empty, Loaded, Skeleton } from '@/shared/ui';
import { LeaveGuard, MainButton, useErrorSummary, useProblems } from '@/shared/ui/antd';
import { ButtonLink } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { StepBar } from '../../ui/Submission';
import { ContactFields, NeedFields } from '../demands/NeedFields';

/** 申报融资协调: what the enterprise needs, and its word that the office and banks may know. */
export default function NewCasePage() {
  const purposes = useLoanPurposes();
  const { me } = useMe();
  const open = useOpenCase();
  return (
    <>
      <CenterHead title="申报融资协调" intro="核查通过后推荐给银行，银行在承诺时限内答复" />
      <Loaded page query={open} skeleton={<Skeleton lines={12} />}>
        {(underWay) =>
          underWay ? (
            <Empty title={openCaseText(underWay)} hint={OPEN_CASE}>
              <ButtonLink to={`/center/coordination/${underWay.id}`}>查看这项申报</ButtonLink>
            </Empty>
          ) : (
            <Loaded page query={purposes} skeleton={<Skeleton lines={12} />}>
              {(list) => <NeedForm purposes={list} me={me} />}
            </Loaded>
          )
        }
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
          <NeedFields amountRules={needAmountRules} terms={NEED_TERMS} purposes={purposes} note="用途说明" />
          <Form.Item name="creditKind" label="贷款方式">
            <Radio.Group options={Object.entries(CREDIT_KINDS).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <Form.Item name="words" label="经营情况（选填）" extra="如主要产品、订单、经营场所">
            <Input.TextArea maxLength={500} showCount rows={3} />
          </Form.Item>
        </Panel>
        <Panel title="联系人">
          <ContactFields me={me} />
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
        <MainButton htmlType="submit" loading={declare.isPending}>
          提交申报
        </MainButton>
      </StepBar>
    </Form>
  );
}
