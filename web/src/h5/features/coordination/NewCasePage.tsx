import { Button, Checkbox, Form, Radio, Space, Toast } from 'antd-mobile';
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
import { LeaveGuard, useErrorSummary, useProblems } from '@/shared/ui/mobile';
import { Body, LinkButton, Section } from '../../ui';
import { Words } from '../../ui/Words';
import { ContactFields, NeedFields } from '../demands/NeedFields';

export default function NewCasePage() {
  const purposes = useLoanPurposes();
  const { me } = useMe();
  const open = useOpenCase();
  return (
    <Loaded query={open} skeleton={<Skeleton lines={12} />}>
      {(underWay) =>
        underWay ? (
          <Empty title={openCaseText(underWay)} hint={OPEN_CASE}>
            <LinkButton look="main" to={`/my/coordination/${underWay.id}`}>
              查看这项申报
            </LinkButton>
          </Empty>
        ) : (
          <Loaded query={purposes} skeleton={<Skeleton lines={12} />}>
            {(list) => <NeedForm purposes={list} me={me} />}
          </Loaded>
        )
      }
    </Loaded>
  );
}

function NeedForm({ purposes, me }: { purposes: readonly LoanPurpose[]; me: Me | null | undefined }) {
  const [form] = Form.useForm<NeedValues>();
  const [dirty, setDirty] = useState(false);
  const navigate = useNavigate();
  const problems = useProblems();
  const { summary, formProps } = useErrorSummary();
  const now = Form.useWatch([], form) as NeedValues | undefined;
  const declare = useDeclareNeed({
    onSuccess: ({ id, number }) => {
      // The guard has to hear of it before the page is left.
      flushSync(() => setDirty(false));
      Toast.show({ icon: 'success', content: `已申报，编号 ${number}` });
      void navigate(`/my/coordination/${id}`, { replace: true });
    },
    onError: (error) => problems(error, form, needField),
  });
  return (
    <>
      <LeaveGuard when={dirty} />
      <Body>
        {summary}
        <Section title="办理说明">
          <ul>
            {HOW_IT_GOES.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      </Body>
      <Form
        form={form}
        layout="vertical"
        mode="card"
        requiredMarkStyle="none"
        initialValues={{ creditKind: 'UNSECURED', contactName: me?.name, phoneOf: me ? 'ACCOUNT' : 'OTHER' }}
        {...formProps}
        onValuesChange={() => setDirty(true)}
        onFinish={(values: NeedValues) => declare.mutate(needOf(values))}
        footer={
          <Button block type="submit" color="primary" size="large" loading={declare.isPending}>
            提交申报
          </Button>
        }
      >
        <NeedFields
          amountRules={needAmountRules}
          terms={NEED_TERMS}
          purposes={purposes}
          purpose={now?.purpose}
          note="用途说明"
        />
        <Form.Item name="creditKind" label="贷款方式">
          <Radio.Group>
            <Space wrap>
              {Object.entries(CREDIT_KINDS).map(([value, name]) => (
                <Radio key={value} value={value}>
                  {name}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Form.Item>
        <Form.Item name="words" label="经营情况（选填）" description="如主要产品、订单、经营场所">
          <Words id="words" maxLength={500} autoSize />
        </Form.Item>
        <Form.Header>联系人</Form.Header>
        <ContactFields me={me} phoneOf={now?.phoneOf} />
        <Form.Item
          name="consent"
          valuePropName="checked"
          rules={[
            {
              validator: (_: unknown, checked?: boolean) =>
                checked ? Promise.resolve() : Promise.reject(new Error('请先同意以上内容')),
            },
          ]}
        >
          <Checkbox>{CONSENT}</Checkbox>
        </Form.Item>
      </Form>
    </>
  );
}
