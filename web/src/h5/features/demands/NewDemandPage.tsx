import { Button, Checkbox, Form, Space, Toast } from 'antd-mobile';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { useMe, type Me } from '@/shared/api';
import {
  DEMAND_TERMS,
  demandAmountRules,
  demandDraft,
  demandField,
  demandOf,
  GUARANTEE_HINT,
  GUARANTEES,
  usePostDemand,
  WHAT_BANKS_SEE,
  type DemandValues,
} from '@/shared/demands';
import { useLoanPurposes, type LoanPurpose } from '@/shared/loans';
import { dateText, Loaded, Skeleton, useDraft } from '@/shared/ui';
import { LeaveGuard, useErrorSummary, useProblems } from '@/shared/ui/mobile';
import { Body, Section } from '../../ui';
import { DayPicker } from '../../ui/DayPicker';
import { ContactFields, NeedFields } from './NeedFields';

export default function NewDemandPage() {
  const purposes = useLoanPurposes();
  const { me } = useMe();
  return (
    <Loaded query={purposes} skeleton={<Skeleton lines={12} />}>
      {(list) => <DemandForm purposes={list} me={me} />}
    </Loaded>
  );
}

const dayFrom = (days: number) => dateText(new Date(Date.now() + days * 86_400_000).toISOString());

function DemandForm({ purposes, me }: { purposes: readonly LoanPurpose[]; me: Me | null | undefined }) {
  const [form] = Form.useForm<DemandValues>();
  const [dirty, setDirty] = useState(false);
  const draft = useDraft<DemandValues>(`m.demand.${me?.enterprise?.id}`);
  const found = demandDraft(draft.found, purposes, dayFrom(0));
  const navigate = useNavigate();
  const problems = useProblems();
  const { summary, formProps } = useErrorSummary();
  const now = Form.useWatch([], form) as DemandValues | undefined;
  const post = usePostDemand({
    onSuccess: ({ demand }) => {
      draft.clear();
      // The guard has to hear of it before the page is left.
      flushSync(() => setDirty(false));
      Toast.show({ icon: 'success', content: `已发布，编号 ${demand.number}` });
      void navigate(`/my/demands/${demand.id}`, { replace: true });
    },
    onError: (error) => problems(error, form, demandField),
  });
  return (
    <>
      <LeaveGuard when={dirty} />
      <Body>
        {summary}
        {found && <p>已恢复上次未发布的填写。</p>}
        <Section title="银行能看到什么">
          <ul>
            {WHAT_BANKS_SEE.map((text) => (
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
        initialValues={{ guarantees: [], contactName: me?.name, phoneOf: me ? 'ACCOUNT' : 'OTHER', ...found }}
        {...formProps}
        onValuesChange={(_changed, all: DemandValues) => {
          setDirty(true);
          draft.save(all);
        }}
        onFinish={(values: DemandValues) => post.mutate(demandOf(values, 'WECHAT'))}
        footer={
          <Button block type="submit" color="primary" size="large" loading={post.isPending}>
            发布需求
          </Button>
        }
      >
        <NeedFields
          amountRules={demandAmountRules}
          terms={DEMAND_TERMS}
          purposes={purposes}
          purpose={now?.purpose}
          note="补充说明"
          hint="只有您同意查看的银行能看到"
        />
        <Form.Item name="guarantees" label="可提供的担保（选填）" description={GUARANTEE_HINT}>
          <Checkbox.Group>
            <Space wrap>
              {Object.entries(GUARANTEES).map(([value, name]) => (
                <Checkbox key={value} value={value}>
                  {name}
                </Checkbox>
              ))}
            </Space>
          </Checkbox.Group>
        </Form.Item>
        <Form.Item
          name="wantedOn"
          label="用款日期"
          trigger="onChange"
          rules={[{ required: true, message: '请选择用款日期' }]}
        >
          <Day />
        </Form.Item>
        <Form.Header>联系人</Form.Header>
        <ContactFields me={me} phoneOf={now?.phoneOf} />
      </Form>
    </>
  );
}

/** The form gives value and change. */
function Day({ value, onChange }: { value?: string; onChange?: (day: string) => void }) {
  return (
    <DayPicker
      id="wantedOn"
      value={value}
      min={dayFrom(0)}
      max={dayFrom(365)}
      onChange={(day) => onChange?.(day)}
    />
  );
}
