import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { api, type FieldType, type FormColumn, type FormDesign, type FormField } from '@/shared/api';
import { CELL_TYPES } from '@/shared/declarations';
import { CheckedNumber } from '../../ui/CheckedNumber';
import { Panel } from '../../ui/page';
import { changedAt, freshKey, movedAt, withoutAt } from './design';
import { Labelled } from './Labelled';
import css from './ProjectPage.module.css';

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
const TYPE_WORDS: Record<FieldType, string> = {
  TEXT: '文字',
  NUMBER: '数字',
  MONEY: '金额',
  DATE: '日期',
  CHOICE: '单选',
  MULTI_CHOICE: '多选',
  YES_NO: '是否',
  FILE: '附件',
  TABLE: '表格',
};
const typeOptions = (types: readonly FieldType[]) =>
  types.map((value) => ({ value, label: TYPE_WORDS[value] }));

const isNumber = (type: FieldType) => type === 'NUMBER' || type === 'MONEY';

/** What an answer is stored under is the designer's own: it is given once and never shown. */
const NAMELESS = '未命名的字段';

/** Groups and fields, each with what can be said of it. */
export function FormDesigner({ form, onChange }: { form: FormDesign; onChange: (form: FormDesign) => void }) {
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
                  disabled={at === groups.length - 1}
                  onClick={() => setGroups(movedAt(groups, at + 1))}
                >
                  下移
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
                onDown={
                  index < group.fields.length - 1
                    ? () => setFields(movedAt(group.fields, index + 1))
                    : undefined
                }
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
  onDown,
  onRemove,
}: {
  field: FormField;
  /** What stands before it: by these alone it can be shown or hidden. */
  before: FormField[];
  facts: { value: string; label: string }[];
  onChange: (field: FormField) => void;
  onUp?: () => void;
  onDown?: () => void;
  onRemove?: () => void;
}) {
  const set = (part: Partial<FormField>) => onChange({ ...field, ...part });
  const deciders = before.filter((one) => one.type === 'CHOICE' || one.type === 'YES_NO');
  const decider = deciders.find((one) => one.key === field.shownWhen?.field);
  const number = isNumber(field.type);
  const choice = field.type === 'CHOICE' || field.type === 'MULTI_CHOICE';
  const name = field.label || NAMELESS;
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
        {number && <Bounds min={field.min} max={field.max} set={set} />}
        {field.type === 'TEXT' && (
          <Labelled text="字数上限">
            <CheckedNumber
              least={1}
              most={5000}
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
        {(deciders.length > 0 || field.shownWhen) && (
          <Labelled text="显示条件">
            <Select
              allowClear
              placeholder="始终显示"
              value={field.shownWhen?.field}
              options={[
                ...deciders.map((one) => ({ value: one.key, label: `当“${one.label || NAMELESS}”为…` })),
                ...(field.shownWhen && !decider
                  ? [{ value: field.shownWhen.field, label: '所依据的字段已删除，请清除或另选' }]
                  : []),
              ]}
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
            <Button size="small" type="link" onClick={onUp} aria-label={`上移字段${name}`}>
              上移
            </Button>
          )}
          {onDown && (
            <Button size="small" type="link" onClick={onDown} aria-label={`下移字段${name}`}>
              下移
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

/** The least and the greatest figure that a field or a column takes. */
function Bounds({
  min,
  max,
  set,
}: {
  min?: number;
  max?: number;
  set: (part: { min?: number; max?: number }) => void;
}) {
  return (
    <>
      <Labelled text="最小值">
        <Bound value={min} onChange={(next) => set({ min: next })} />
      </Labelled>
      <Labelled text="最大值">
        <Bound value={max} onChange={(next) => set({ max: next })} />
      </Labelled>
    </>
  );
}

/** As far as the service takes a bound. */
const FURTHEST = 1_000_000_000_000;

const isFar = (value: number | string | undefined) => Math.abs(Number(value)) > FURTHEST;

/** What is too much to be written out in digits stays as it was typed: in thirty of them nobody finds what is wrong. */
const asTyped = (
  value: number | string | undefined,
  { userTyping, input }: { userTyping: boolean; input: string },
) =>
  userTyping || (isFar(value) && Number(input) === Number(value))
    ? input
    : isFar(value)
      ? String(Number(value))
      : String(value ?? '');

function Bound({ value, onChange, ...labelled }: { value?: number; onChange: (next?: number) => void }) {
  return (
    <CheckedNumber
      {...labelled}
      least={-FURTHEST}
      most={FURTHEST}
      decimals={4}
      formatter={asTyped}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
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
                options={typeOptions(CELL_TYPES)}
                onChange={(type) =>
                  set({
                    type,
                    options: type === 'CHOICE' ? (column.options ?? ['', '']) : undefined,
                    // What the new type does not know goes with the old one.
                    ...(isNumber(type) ? {} : { unit: undefined, min: undefined, max: undefined }),
                  })
                }
              />
            </Labelled>
            {isNumber(column.type) && (
              <Labelled text="单位">
                <Input
                  value={column.unit}
                  maxLength={10}
                  placeholder={column.type === 'MONEY' ? '元' : undefined}
                  onChange={(e) => set({ unit: e.target.value || undefined })}
                />
              </Labelled>
            )}
            {isNumber(column.type) && <Bounds min={column.min} max={column.max} set={set} />}
            {column.type === 'CHOICE' && (
              <Labelled text="选项（每行一个）">
                <Input.TextArea
                  rows={2}
                  value={(column.options ?? []).join('\n')}
                  onChange={(e) => set({ options: e.target.value.split('\n') })}
                />
              </Labelled>
            )}
            <div className={`${css.row} ${css.last}`}>
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
