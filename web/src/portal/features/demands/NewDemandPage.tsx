import { Checkbox, Form, type FormInstance } from 'antd';
import dayjs from 'dayjs';
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
import { Loaded, Skeleton, todayText, useDraft } from '@/shared/ui';
import { LeaveGuard, MainButton, useErrorSummary, useProblems } from '@/shared/ui/antd';
import { DayField, dayRule } from '@/shared/ui/antd/DayField';
import { ButtonLink, Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { StepBar } from '../../ui/Submission';
import { ContactFields, NeedFields } from './NeedFields';

/** 发布融资需求: an amount, a term and what it is for; no product, and no name before the enterprise agrees. */
export default function NewDemandPage() {
  const purposes = useLoanPurposes();
  const { me } = useMe();
  return (
    <>
      <CenterHead title="发布融资需求" intro="适合的银行认领后报价，您比较后选定一家，再转为融资申请" />
      <Loaded page query={purposes} skeleton={<Skeleton lines={12} />}>
        {(list) => <DemandForm purposes={list} me={me} />}
      </Loaded>
    </>
  );
}

function DemandForm({ purposes, me }: { purposes: readonly LoanPurpose[]; me: Me | null | undefined }) {
  const [form] = Form.useForm<DemandValues>();
  const [dirty, setDirty] = useState(false);
  const draft = useDraft<DemandValues>(`demand.${me?.enterprise?.id}`);
  const [today] = useState(todayText);
  const lastDay = dayjs(today).add(1, 'year').format('YYYY-MM-DD');
  const found = demandDraft(draft.found, purposes, today);
  const navigate = useNavigate();
  const problems = useProblems();
  const { summary, formProps } = useErrorSummary(form);
  const post = usePostDemand({
    onSuccess: ({ demand }) => {
      draft.clear();
      // The guard has to hear of it before the page is left.
      flushSync(() => setDirty(false));
      void navigate(`/center/demands/${demand.id}`, { replace: true });
    },
    onError: (error) => problems(error, form as FormInstance, demandField),
  });
  return (
    <Form<DemandValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ guarantees: [], contactName: me?.name, phoneOf: me ? 'ACCOUNT' : 'OTHER', ...found }}
      {...formProps}
      onValuesChange={(_changed, all) => {
        setDirty(true);
        draft.save(all);
      }}
      onFinish={(values) => post.mutate(demandOf(values, 'PC'))}
    >
      <LeaveGuard when={dirty} />
      <Stack>
        {summary}
        {found && <Notice tone="info">已恢复上次未发布的填写。</Notice>}
        <Panel title="融资需求">
          <NeedFields
            amountRules={demandAmountRules}
            terms={DEMAND_TERMS}
            purposes={purposes}
            note="补充说明"
            hint="只有您同意查看的银行能看到"
          />
          <Form.Item name="guarantees" label="可提供的担保（选填）" extra={GUARANTEE_HINT}>
            <Checkbox.Group
              options={Object.entries(GUARANTEES).map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
          <Form.Item
            name="wantedOn"
            label="用款日期"
            rules={[{ required: true, message: '请选择用款日期' }, dayRule(today, lastDay)]}
            getValueProps={(day?: string) => ({ value: day ? dayjs(day) : undefined })}
            getValueFromEvent={(day: unknown) => (dayjs.isDayjs(day) ? day.format('YYYY-MM-DD') : undefined)}
          >
            <DayField style={{ width: 240 }} first={today} last={lastDay} placeholder="请选择" />
          </Form.Item>
        </Panel>
        <Panel title="联系人">
          <ContactFields me={me} />
        </Panel>
        <Panel title="银行能看到什么">
          <ul>
            {WHAT_BANKS_SEE.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Panel>
      </Stack>
      <StepBar>
        <ButtonLink look="plain" to="/center/demands">
          取消
        </ButtonLink>
        <MainButton htmlType="submit" loading={post.isPending}>
          发布需求
        </MainButton>
      </StepBar>
    </Form>
  );
}
