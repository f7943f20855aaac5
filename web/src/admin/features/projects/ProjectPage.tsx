import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Alert, Button, Checkbox, DatePicker, Input, InputNumber, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { cloneElement, useId, useState, type ReactElement } from 'react';
import { useNavigate, useParams } from 'react-router';
import {
  api,
  isProblem,
  useSubmit,
  type FieldType,
  type FormColumn,
  type FormDesign,
  type FormField,
  type Material,
  type ProjectContent,
  type ProjectDetail,
  type ProjectStep,
} from '@/shared/api';
import { FormRenderer, type Answers, type Papers } from '@/shared/declarations';
import { label } from '@/shared/i18n';
import { Loaded, StatusTag } from '@/shared/ui';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { isConflict, useConflict } from '../../ui/useConflict';
import { changedAt, freshKey, movedAt, withoutAt } from './design';
import css from './ProjectPage.module.css';

/** A project is designed here, with what the enterprise will see beside it. */
export default function ProjectPage() {
  const { id } = useParams();
  const query = useQuery({
    queryKey: ['projects', 'one', id],
    queryFn: ({ signal }) => api.get('/api/policy/manage/projects/{id}', { path: { id: id ?? '' }, signal }),
    enabled: !!id,
  });
  if (!id) return <Editor />;
  return (
    <Loaded page query={query}>
      {(project) => <Editor key={project.version} project={project} />}
    </Loaded>
  );
}

/** A control with its name above it. */
function Labelled({
  text,
  className,
  children,
}: {
  text: string;
  className?: string;
  children: ReactElement<{ id?: string }>;
}) {
  const id = useId();
  return (
    <div className={`${css.labelled} ${className ?? ''}`}>
      <label htmlFor={id}>{text}</label>
      {cloneElement(children, { id })}
    </div>
  );
}

const EMPTY: ProjectContent = {
  title: '',
  opensOn: dayjs().format('YYYY-MM-DD'),
  closesOn: dayjs().add(30, 'day').format('YYYY-MM-DD'),
  barring: false,
  form: {
    groups: [{ title: '企业情况', fields: [{ key: 'field1', label: '', type: 'TEXT', required: true }] }],
  },
  materials: [],
  steps: [
    { kind: 'ACCEPTANCE', workingDays: 3, maySendBack: true },
    { kind: 'APPROVAL', workingDays: 10, maySendBack: false },
  ],
};

const contentOf = (project: ProjectDetail): ProjectContent => ({
  title: project.title,
  summary: project.summary,
  opensOn: project.opensOn,
  closesOn: project.closesOn,
  quota: project.quota,
  barring: project.barring,
  form: project.form,
  materials: project.materials,
  steps: project.steps,
});

function Editor({ project }: { project?: ProjectDetail }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [content, setContent] = useState<ProjectContent>(project ? contentOf(project) : EMPTY);
  const [policyId, setPolicyId] = useState(project?.policyId);
  const [problem, setProblem] = useState<Error>();
  const conflict = useConflict([['projects']]);
  const save = useSubmit(
    (_: void, idempotencyKey) =>
      project
        ? api.put('/api/policy/manage/projects/{id}', {
            path: { id: project.id },
            body: { version: project.version, project: content },
          })
        : api.post('/api/policy/manage/projects', {
            body: { policyId: policyId ?? '', project: content },
            idempotencyKey,
          }),
    {
      onSuccess: (saved) => {
        void message.success('已保存');
        setProblem(undefined);
        void queries.invalidateQueries({ queryKey: ['projects'] });
        if (!project) void navigate(`/projects/${saved.id}`, { replace: true });
      },
      onError: (error) => (isConflict(error) ? void conflict(error) : setProblem(error)),
    },
  );
  const set = (part: Partial<ProjectContent>) => setContent((now) => ({ ...now, ...part }));
  const mistakes = problem && isProblem(problem) ? problem.fields.map((one) => one.message) : [];
  return (
    <div className={pageCss.page}>
      <PageHead
        title={project ? project.title : '新建申报项目'}
        tags={project && <StatusTag of="projectStatus" value={project.status} />}
        facts={project && <span>申报表第 {project.formVersion} 版；修改申报表不影响已开始填写的申报</span>}
      />
      {problem && (
        <Alert
          type="error"
          showIcon
          title={mistakes.length ? `有 ${mistakes.length} 处需要修改` : problem.message}
          description={
            mistakes.length > 0 && (
              <ul className={css.mistakes}>
                {mistakes.map((text, index) => (
                  <li key={index}>{text}</li>
                ))}
              </ul>
            )
          }
        />
      )}
      <div className={css.columns}>
        <div>
          <Panel title="基本信息">
            <div className={css.grid}>
              {project ? (
                <p className={css.wide}>所属政策：《{project.policyTitle}》</p>
              ) : (
                <PolicyPicker value={policyId} onChange={setPolicyId} />
              )}
              <Labelled className={css.wide} text="项目名称">
                <Input
                  value={content.title}
                  maxLength={100}
                  onChange={(e) => set({ title: e.target.value })}
                />
              </Labelled>
              <Labelled className={css.wide} text="申报说明（选填）">
                <Input.TextArea
                  rows={3}
                  maxLength={2000}
                  value={content.summary}
                  onChange={(e) => set({ summary: e.target.value || undefined })}
                />
              </Labelled>
              <Labelled text="开始日期">
                <DatePicker
                  allowClear={false}
                  value={dayjs(content.opensOn)}
                  onChange={(day) => day && set({ opensOn: day.format('YYYY-MM-DD') })}
                />
              </Labelled>
              <Labelled text="截止日期">
                <DatePicker
                  allowClear={false}
                  value={dayjs(content.closesOn)}
                  onChange={(day) => day && set({ closesOn: day.format('YYYY-MM-DD') })}
                />
              </Labelled>
              <Labelled text="名额（不填为不限）">
                <InputNumber
                  min={1}
                  max={100000}
                  precision={0}
                  value={content.quota ?? null}
                  onChange={(quota) => set({ quota: quota ?? undefined })}
                />
              </Labelled>
              <div className={css.wide}>
                <Checkbox checked={content.barring} onChange={(e) => set({ barring: e.target.checked })}>
                  只接受按企业画像核对符合政策条件的企业申报
                </Checkbox>
              </div>
            </div>
          </Panel>
          <FormDesigner form={content.form} onChange={(form) => set({ form })} />
          <Materials materials={content.materials} onChange={(materials) => set({ materials })} />
          <Steps steps={content.steps} onChange={(steps) => set({ steps })} />
        </div>
        <Preview content={content} />
      </div>
      <ActionBar hint={project ? '保存后对之后开始填写的企业生效' : '保存后可在列表中开放'}>
        <Button onClick={() => void navigate('/projects')}>返回列表</Button>
        <MainButton type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          保存
        </MainButton>
      </ActionBar>
    </div>
  );
}

function PolicyPicker({ value, onChange }: { value: string | undefined; onChange: (id: string) => void }) {
  const [q, setQ] = useState('');
  const query = useQuery({
    queryKey: ['policies', 'names', q],
    queryFn: ({ signal }) =>
      api.get('/api/policy/policies', { query: { q: q || undefined, size: 50 }, signal }),
  });
  return (
    <Labelled className={css.wide} text="所属政策">
      <Select
        showSearch={{ filterOption: false, onSearch: setQ }}
        value={value}
        placeholder="按名称或文号查找已发布的政策"
        loading={query.isPending}
        options={(query.data?.items ?? []).map((policy) => ({ value: policy.id, label: policy.title }))}
        onChange={onChange}
      />
    </Labelled>
  );
}

const TYPES: FieldType[] = [
  'TEXT',
  'NUMBER',
  'MONEY',
  'DATE',
  'CHOICE',
  'MULTI_CHOICE',
  'YES_NO',
  'FILE',
  'TABLE',
];
const CELLS: FieldType[] = ['TEXT', 'NUMBER', 'MONEY', 'DATE', 'CHOICE', 'YES_NO'];
const typeOptions = (types: FieldType[]) =>
  types.map((value) => ({ value, label: label('fieldType', value) }));

/** Groups and fields, each with what can be said of it. */
function FormDesigner({ form, onChange }: { form: FormDesign; onChange: (form: FormDesign) => void }) {
  const { groups } = form;
  const facts = useQuery({
    queryKey: ['facts', 'names'],
    queryFn: ({ signal }) => api.get('/api/policy/manage/projects/facts', { signal }),
    staleTime: Infinity,
  });
  const all = groups.flatMap((group) => group.fields);
  const keys = () => all.map((field) => field.key);
  const setGroups = (next: typeof groups) => onChange({ groups: next });
  return (
    <>
      {groups.map((group, at) => {
        const setFields = (fields: FormField[]) => setGroups(changedAt(groups, at, { ...group, fields }));
        return (
          <Panel
            key={at}
            title={`申报表 · 第 ${at + 1} 组`}
            extra={
              <>
                <Button size="small" disabled={!at} onClick={() => setGroups(movedAt(groups, at))}>
                  上移
                </Button>{' '}
                <Button
                  size="small"
                  danger
                  disabled={groups.length === 1}
                  onClick={() => setGroups(withoutAt(groups, at))}
                >
                  删除本组
                </Button>
              </>
            }
          >
            <Labelled className={css.block} text="分组名称">
              <Input
                value={group.title}
                maxLength={50}
                onChange={(e) => setGroups(changedAt(groups, at, { ...group, title: e.target.value }))}
              />
            </Labelled>
            {group.fields.map((field, index) => (
              <FieldEditor
                key={index}
                field={field}
                before={all.slice(0, all.indexOf(field))}
                facts={(facts.data ?? []).map((fact) => ({ value: fact.name, label: fact.label }))}
                onChange={(next) => setFields(changedAt(group.fields, index, next))}
                onUp={index ? () => setFields(movedAt(group.fields, index)) : undefined}
                onRemove={
                  group.fields.length > 1 ? () => setFields(withoutAt(group.fields, index)) : undefined
                }
              />
            ))}
            <Button
              type="dashed"
              block
              onClick={() =>
                setFields([
                  ...group.fields,
                  { key: freshKey('field', keys()), label: '', type: 'TEXT', required: true },
                ])
              }
            >
              增加字段
            </Button>
          </Panel>
        );
      })}
      <Button
        type="dashed"
        block
        onClick={() =>
          setGroups([
            ...groups,
            {
              title: '',
              fields: [{ key: freshKey('field', keys()), label: '', type: 'TEXT', required: true }],
            },
          ])
        }
      >
        增加分组
      </Button>
    </>
  );
}

function FieldEditor({
  field,
  before,
  facts,
  onChange,
  onUp,
  onRemove,
}: {
  field: FormField;
  /** What stands before it: by these alone it can be shown or hidden. */
  before: FormField[];
  facts: { value: string; label: string }[];
  onChange: (field: FormField) => void;
  onUp?: () => void;
  onRemove?: () => void;
}) {
  const set = (part: Partial<FormField>) => onChange({ ...field, ...part });
  const deciders = before.filter((one) => one.type === 'CHOICE' || one.type === 'YES_NO');
  const decider = deciders.find((one) => one.key === field.shownWhen?.field);
  const number = field.type === 'NUMBER' || field.type === 'MONEY';
  const choice = field.type === 'CHOICE' || field.type === 'MULTI_CHOICE';
  const name = field.label || field.key;
  return (
    <fieldset className={css.field}>
      <legend>{name}</legend>
      <div className={css.grid}>
        <Labelled text="名称">
          <Input value={field.label} maxLength={60} onChange={(e) => set({ label: e.target.value })} />
        </Labelled>
        <Labelled text="类型">
          <Select
            value={field.type}
            options={typeOptions(TYPES)}
            onChange={(type) =>
              // What the new type does not know goes with the old one.
              onChange({
                key: field.key,
                label: field.label,
                type,
                required: field.required,
                hint: field.hint,
                shownWhen: field.shownWhen,
                ...(type === 'CHOICE' || type === 'MULTI_CHOICE'
                  ? { options: field.options ?? ['', ''] }
                  : {}),
                ...(type === 'TABLE'
                  ? { columns: [{ key: 'column1', label: '', type: 'TEXT' as const, required: true }] }
                  : {}),
              })
            }
          />
        </Labelled>
        <Labelled text="标识">
          <Input value={field.key} maxLength={40} onChange={(e) => set({ key: e.target.value })} />
        </Labelled>
        {number && (
          <Labelled text="单位">
            <Input
              value={field.unit}
              maxLength={10}
              placeholder={field.type === 'MONEY' ? '元' : undefined}
              onChange={(e) => set({ unit: e.target.value || undefined })}
            />
          </Labelled>
        )}
        {number && (
          <>
            <Labelled text="最小值">
              <InputNumber value={field.min ?? null} onChange={(min) => set({ min: min ?? undefined })} />
            </Labelled>
            <Labelled text="最大值">
              <InputNumber value={field.max ?? null} onChange={(max) => set({ max: max ?? undefined })} />
            </Labelled>
          </>
        )}
        {field.type === 'TEXT' && (
          <Labelled text="字数上限">
            <InputNumber
              min={1}
              max={5000}
              precision={0}
              placeholder="200"
              value={field.maxLength ?? null}
              onChange={(maxLength) => set({ maxLength: maxLength ?? undefined })}
            />
          </Labelled>
        )}
        {choice && (
          <Labelled className={css.wide} text="选项（每行一个）">
            <Input.TextArea
              rows={3}
              value={(field.options ?? []).join('\n')}
              onChange={(e) => set({ options: e.target.value.split('\n') })}
              onBlur={() => set({ options: (field.options ?? []).map((one) => one.trim()).filter(Boolean) })}
            />
          </Labelled>
        )}
        {field.type !== 'FILE' && field.type !== 'TABLE' && (
          <Labelled text="自动填入（企业画像指标）">
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="不自动填入"
              value={field.fact}
              options={facts}
              onChange={(fact?: string) => set({ fact })}
            />
          </Labelled>
        )}
        <Labelled className={css.wide} text="填写说明（选填）">
          <Input
            value={field.hint}
            maxLength={200}
            onChange={(e) => set({ hint: e.target.value || undefined })}
          />
        </Labelled>
        {deciders.length > 0 && (
          <Labelled text="显示条件">
            <Select
              allowClear
              placeholder="始终显示"
              value={field.shownWhen?.field}
              options={deciders.map((one) => ({ value: one.key, label: `当“${one.label || one.key}”为…` }))}
              onChange={(key?: string) => set({ shownWhen: key ? { field: key, values: [] } : undefined })}
            />
          </Labelled>
        )}
        {decider && (
          <Labelled text="取值">
            <Select
              mode="multiple"
              value={field.shownWhen?.values}
              options={
                decider.type === 'YES_NO'
                  ? [
                      { value: 'true', label: '是' },
                      { value: 'false', label: '否' },
                    ]
                  : (decider.options ?? []).map((value) => ({ value, label: value }))
              }
              onChange={(values: string[]) => set({ shownWhen: { field: decider.key, values } })}
            />
          </Labelled>
        )}
      </div>
      {field.type === 'TABLE' && (
        <Columns columns={field.columns ?? []} onChange={(columns) => set({ columns })} />
      )}
      <div className={css.row}>
        <Checkbox checked={field.required} onChange={(e) => set({ required: e.target.checked })}>
          必填
        </Checkbox>
        <span>
          {onUp && (
            <Button size="small" type="link" onClick={onUp}>
              上移
            </Button>
          )}
          {onRemove && (
            <Button size="small" type="link" danger onClick={onRemove} aria-label={`删除字段${name}`}>
              删除
            </Button>
          )}
        </span>
      </div>
    </fieldset>
  );
}

function Columns({
  columns,
  onChange,
}: {
  columns: FormColumn[];
  onChange: (columns: FormColumn[]) => void;
}) {
  return (
    <div className={css.block}>
      {columns.map((column, at) => {
        const set = (part: Partial<FormColumn>) => onChange(changedAt(columns, at, { ...column, ...part }));
        return (
          <div key={at} className={css.grid}>
            <Labelled text="列名">
              <Input value={column.label} maxLength={40} onChange={(e) => set({ label: e.target.value })} />
            </Labelled>
            <Labelled text="类型">
              <Select
                value={column.type}
                options={typeOptions(CELLS)}
                onChange={(type) =>
                  set({ type, options: type === 'CHOICE' ? (column.options ?? ['', '']) : undefined })
                }
              />
            </Labelled>
            {column.type === 'CHOICE' && (
              <Labelled text="选项（每行一个）">
                <Input.TextArea
                  rows={2}
                  value={(column.options ?? []).join('\n')}
                  onChange={(e) => set({ options: e.target.value.split('\n') })}
                />
              </Labelled>
            )}
            <div className={css.row}>
              <Checkbox checked={column.required} onChange={(e) => set({ required: e.target.checked })}>
                必填
              </Checkbox>
              {columns.length > 1 && (
                <Button size="small" type="link" danger onClick={() => onChange(withoutAt(columns, at))}>
                  删除列
                </Button>
              )}
            </div>
          </div>
        );
      })}
      <Button
        size="small"
        type="dashed"
        onClick={() =>
          onChange([
            ...columns,
            {
              key: freshKey(
                'column',
                columns.map((column) => column.key),
              ),
              label: '',
              type: 'TEXT',
              required: true,
            },
          ])
        }
      >
        增加列
      </Button>
    </div>
  );
}

function Materials({
  materials,
  onChange,
}: {
  materials: Material[];
  onChange: (materials: Material[]) => void;
}) {
  return (
    <Panel title="申报材料">
      {materials.map((material, at) => {
        const set = (part: Partial<Material>) => onChange(changedAt(materials, at, { ...material, ...part }));
        return (
          <fieldset key={at} className={css.field}>
            <legend>{material.name || `材料 ${at + 1}`}</legend>
            <div className={css.grid}>
              <Labelled text="材料名称">
                <Input value={material.name} maxLength={80} onChange={(e) => set({ name: e.target.value })} />
              </Labelled>
              <Labelled text="格式">
                <Select
                  mode="multiple"
                  value={material.formats}
                  options={[
                    { value: 'PDF' as const, label: 'PDF' },
                    { value: 'JPEG' as const, label: 'JPG' },
                    { value: 'PNG' as const, label: 'PNG' },
                  ]}
                  onChange={(formats) => set({ formats })}
                />
              </Labelled>
              <Labelled className={css.wide} text="说明（选填）">
                <Input
                  value={material.hint}
                  maxLength={200}
                  onChange={(e) => set({ hint: e.target.value || undefined })}
                />
              </Labelled>
            </div>
            <div className={css.row}>
              <Checkbox checked={material.required} onChange={(e) => set({ required: e.target.checked })}>
                必须提供
              </Checkbox>
              <Button size="small" type="link" danger onClick={() => onChange(withoutAt(materials, at))}>
                删除
              </Button>
            </div>
          </fieldset>
        );
      })}
      <Button
        type="dashed"
        block
        onClick={() =>
          onChange([
            ...materials,
            {
              key: freshKey(
                'material',
                materials.map((material) => material.key),
              ),
              name: '',
              required: true,
              formats: ['PDF', 'JPEG', 'PNG'],
            },
          ])
        }
      >
        增加材料
      </Button>
    </Panel>
  );
}

const KINDS: ProjectStep['kind'][] = [
  'ACCEPTANCE',
  'FIRST_REVIEW',
  'SECOND_REVIEW',
  'PUBLIC_NOTICE',
  'APPROVAL',
];

function Steps({ steps, onChange }: { steps: ProjectStep[]; onChange: (steps: ProjectStep[]) => void }) {
  const institutions = useQuery({
    queryKey: ['institutions', 'departments'],
    queryFn: ({ signal }) =>
      api.get('/api/user/reference/institutions', { query: { type: 'DEPARTMENT' }, signal }),
    staleTime: Infinity,
  });
  const toggle = (kind: ProjectStep['kind'], on: boolean) =>
    onChange(
      on
        ? [
            ...steps,
            { kind, workingDays: 5, maySendBack: kind !== 'PUBLIC_NOTICE' && kind !== 'APPROVAL' },
          ].sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind))
        : steps.filter((step) => step.kind !== kind),
    );
  return (
    <Panel title="办理环节" extra="按顺序办理，最后一个环节通过即批准">
      {KINDS.map((kind) => {
        const at = steps.findIndex((step) => step.kind === kind);
        const step = steps[at];
        const set = (part: Partial<ProjectStep>) =>
          step && onChange(changedAt(steps, at, { ...step, ...part }));
        return (
          <div key={kind} className={css.step}>
            <Checkbox
              checked={!!step}
              disabled={!!step && steps.length === 1}
              onChange={(e) => toggle(kind, e.target.checked)}
            >
              {label('declarationStep', kind)}
            </Checkbox>
            {step && (
              <div className={css.grid}>
                <Labelled text="办理部门">
                  <Select
                    allowClear
                    placeholder="本机构"
                    value={step.institutionId}
                    options={(institutions.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                    onChange={(id?: string) =>
                      set({
                        institutionId: id,
                        institutionName: institutions.data?.find((one) => one.id === id)?.name,
                      })
                    }
                  />
                </Labelled>
                <Labelled text="时限（工作日）">
                  <InputNumber
                    min={1}
                    max={200}
                    precision={0}
                    value={step.workingDays}
                    onChange={(days) => days && set({ workingDays: days })}
                  />
                </Labelled>
                <Checkbox checked={step.maySendBack} onChange={(e) => set({ maySendBack: e.target.checked })}>
                  可退回补正
                </Checkbox>
              </div>
            )}
          </div>
        );
      })}
    </Panel>
  );
}

/** What the enterprise will fill in, as it will look; nothing of it is kept. */
function Preview({ content }: { content: ProjectContent }) {
  const [answers, setAnswers] = useState<Answers>({});
  const [papers, setPapers] = useState<Papers>({});
  const [width, setWidth] = useState<'PC' | '手机'>('PC');
  return (
    <Panel
      title="预览"
      extra={
        <Segmented
          size="small"
          options={['PC', '手机']}
          value={width}
          onChange={(value) => setWidth(value as 'PC' | '手机')}
        />
      }
    >
      <div className={width === 'PC' ? undefined : css.phone}>
        <FormRenderer
          form={content.form}
          materials={content.materials}
          answers={answers}
          papers={papers}
          files={[]}
          onAnswer={(key, value) => setAnswers((now) => ({ ...now, [key]: value }))}
          onPapers={(key, ids) => setPapers((now) => ({ ...now, [key]: ids }))}
        />
      </div>
    </Panel>
  );
}
