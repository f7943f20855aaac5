import { useQuery } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Form, Input, InputNumber, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import {
  api,
  isProblem,
  useSubmit,
  type CriteriaFault,
  type RedemptionContent,
  type RedemptionProjectDetail,
} from '@/shared/api';
import { label } from '@/shared/i18n';
import { Loaded, todayText } from '@/shared/ui';
import { ActionBar, MainButton, PageHead, Panel } from '../../ui/page';
import { intoView } from '../../ui/RefusedLines';
import { useEditing } from '../../ui/useEditing';
import { within } from '../../ui/within';
import { Audience, type Criteria } from '../projects/Audience';
import { PolicySelect } from '../projects/PolicySelect';
import { GroupSelect } from './GroupSelect';
import css from './redemptions.module.css';
import { EMPTY_TIERS, ruleOf, type RuleDraft } from './rule';
import { Money, RuleEditor } from './RuleEditor';

interface Values {
  policyId?: string;
  title?: string;
  summary?: string;
  kind: RedemptionContent['kind'];
  rule: RuleDraft;
  budget?: number;
  opensOn: Dayjs;
  closesOn: Dayjs;
  noticeDays?: number;
  exclusiveGroup?: string;
  exclusiveYear?: number | null;
}

const DAY = 'YYYY-MM-DD';
const KINDS: { value: RedemptionContent['kind']; hint: string }[] = [
  { value: 'APPLICATION', hint: '企业申请，部门审核' },
  { value: 'EXEMPT', hint: '部门确认名单，企业只需确认' },
];

/** A project is written here, until it is opened: then it holds what it says. */
export default function ProjectEditPage() {
  const { id } = useParams();
  const query = useQuery({
    queryKey: ['redemption-projects', 'one', id],
    queryFn: ({ signal }) =>
      api.get('/api/policy/manage/redemption-projects/{id}', { path: { id: id ?? '' }, signal }),
    enabled: !!id,
  });
  if (!id) return <Editor />;
  return (
    <Loaded page query={query}>
      {(project) => <Editor key={project.version} project={project} />}
    </Loaded>
  );
}

function valuesOf(project: RedemptionProjectDetail | undefined): Values {
  const today = dayjs(todayText());
  if (!project)
    return {
      kind: 'APPLICATION',
      rule: { type: 'RATIO', tiers: EMPTY_TIERS },
      opensOn: today,
      closesOn: today.add(60, 'day'),
      noticeDays: 5,
    };
  return {
    title: project.title,
    summary: project.summary,
    kind: project.kind,
    // The service writes the kind of a rule by its short name.
    rule: { tiers: EMPTY_TIERS, ...(project.rule as unknown as RuleDraft) },
    budget: project.budget,
    opensOn: dayjs(project.opensOn),
    closesOn: dayjs(project.closesOn),
    noticeDays: project.noticeDays,
    exclusiveGroup: project.exclusiveGroup,
    exclusiveYear: project.exclusiveYear,
  };
}

/** Whom it is for: kept beside the form, whose fields are single values. */
interface Whom {
  own: boolean;
  criteria: Criteria;
  barring: boolean;
}

function contentOf(values: Values, whom: Whom): RedemptionContent {
  const group = values.exclusiveGroup;
  return {
    title: values.title?.trim() ?? '',
    summary: values.summary?.trim() || undefined,
    kind: values.kind,
    rule: ruleOf(values.rule),
    budget: values.budget ?? 0,
    opensOn: values.opensOn.format(DAY),
    closesOn: values.closesOn.format(DAY),
    noticeDays: values.noticeDays ?? 0,
    exclusiveGroup: group,
    exclusiveYear: group ? (values.exclusiveYear ?? undefined) : undefined,
    barring: values.kind === 'APPLICATION' && whom.barring,
    criteria: whom.own ? (whom.criteria as never) : undefined,
  };
}

function Editor({ project }: { project?: RedemptionProjectDetail }) {
  const navigate = useNavigate();
  const editing = useEditing<Values>(
    '这个兑付项目',
    'redemption-projects',
    '/redemption-projects',
    'project',
  );
  const { form } = editing;
  const [whom, setWhom] = useState<Whom>({
    own: !!project?.criteria,
    criteria: project?.criteria,
    barring: project?.barring ?? false,
  });
  const [lacking, setLacking] = useState(false);
  const save = useSubmit(
    ({ policyId, ...values }: Values, idempotencyKey) => {
      // The document names the kinds of rules by their schemas; see types.ts.
      const content = contentOf(values, whom) as never;
      return project
        ? api.put('/api/policy/manage/redemption-projects/{id}', {
            path: { id: project.id },
            body: { version: project.version, project: content },
          })
        : api.post('/api/policy/manage/redemption-projects', {
            body: { policyId: policyId ?? '', project: content },
            idempotencyKey,
          });
    },
    {
      onSuccess: ({ id }) => editing.onSaved(id),
      onError: (error) => {
        // What is wrong with conditions is said at their places.
        if (isProblem(error, 'CRITERIA_FAULTY')) editing.changed();
        else editing.onError(error);
      },
    },
  );
  const grouped = !!Form.useWatch('exclusiveGroup', form);
  const kind = Form.useWatch('kind', form) ?? project?.kind ?? 'APPLICATION';
  const chosen = Form.useWatch('policyId', form);
  const faulty = save.error && isProblem(save.error, 'CRITERIA_FAULTY') ? save.error : undefined;
  return (
    <Form<Values>
      {...editing.formProps((values) => {
        const none = whom.own && !whom.criteria;
        setLacking(none);
        if (none) editing.changed();
        else save.mutate(values);
      })}
      initialValues={valuesOf(project)}
    >
      {editing.guard}
      <PageHead
        title={project ? `修改：${project.title}` : '新建兑付项目'}
        facts="保存为草稿，开放后企业可见；开放时下达预算，之后金额规则不能修改"
      />
      {editing.summary}
      <Panel title="基本信息">
        {project ? (
          <p>所属政策：《{project.policyTitle}》</p>
        ) : (
          <Form.Item name="policyId" label="所属政策" rules={[{ required: true, message: '请选择政策' }]}>
            <PolicySelect />
          </Form.Item>
        )}
        <Form.Item
          name="title"
          label="项目名称"
          rules={[{ required: true, whitespace: true, message: '请填写项目名称' }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="summary" label="兑付说明">
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="kind" label="兑付方式" rules={[{ required: true }]}>
          <Radio.Group className={css.choices}>
            {KINDS.map(({ value, hint }) => (
              <Radio key={value} value={value}>
                {label('redemptionKind', value)}
                <span className={css.hint}>{hint}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      </Panel>
      {(lacking || faulty) && (
        <div ref={intoView}>
          <Alert
            type="error"
            role="alert"
            showIcon
            title={faulty?.message ?? '请添加兑付对象的条件，或选择“与政策条件一致”'}
          />
        </div>
      )}
      <Audience
        of="REDEMPTION"
        policyId={project?.policyId ?? chosen}
        own={whom.own}
        criteria={whom.criteria}
        barring={kind === 'APPLICATION' ? whom.barring : undefined}
        refused={faulty?.problem.faults as CriteriaFault[] | undefined}
        onChange={(part) => {
          editing.changed();
          setLacking(false);
          setWhom((now) => ({ ...now, ...part }));
        }}
      />
      <RuleEditor form={form as never} />
      <Panel title="预算与时间">
        <div className={css.grid}>
          <Money name="budget" label="预算（元）" needed="请填写预算" />
          <Form.Item
            name="noticeDays"
            label="公示期（工作日）"
            rules={[{ required: true, message: '请填写公示期' }, within(1, 60)]}
          >
            <InputNumber className={css.number} />
          </Form.Item>
          <Form.Item name="opensOn" label="开始日期" rules={[{ required: true }]}>
            <DatePicker allowClear={false} className={css.number} />
          </Form.Item>
          <Form.Item
            name="closesOn"
            label="截止日期"
            dependencies={['opensOn']}
            rules={[
              { required: true },
              ({ getFieldValue }) => ({
                validator: (_, day: Dayjs) =>
                  day.isBefore(getFieldValue('opensOn') as Dayjs, 'day')
                    ? Promise.reject(new Error('截止日期不能早于开始日期'))
                    : Promise.resolve(),
              }),
            ]}
          >
            <DatePicker allowClear={false} className={css.number} />
          </Form.Item>
        </div>
      </Panel>
      <Panel title="不可同时享受" extra="同一互斥组的项目，一家企业在一个年度只能享受一项">
        <div className={css.grid}>
          <Form.Item name="exclusiveGroup" label="互斥组">
            <GroupSelect />
          </Form.Item>
          {grouped && (
            <Form.Item
              name="exclusiveYear"
              label="年度"
              rules={[{ required: true, message: '请填写互斥的年度' }, within(2000, 2100)]}
            >
              <InputNumber className={css.number} />
            </Form.Item>
          )}
        </div>
      </Panel>
      <ActionBar hint="保存后在项目页开放">
        <Button
          onClick={() =>
            void navigate(project ? `/redemption-projects/${project.id}` : '/redemption-projects')
          }
        >
          返回
        </Button>
        <MainButton htmlType="submit" loading={save.isPending}>
          保存
        </MainButton>
      </ActionBar>
    </Form>
  );
}
